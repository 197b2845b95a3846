import Testing

@testable import Detection

/// JSON as such: structure, escapes, positions.
struct RecordsJSONTests {
    @Test(arguments: [
        (#""plain""#, ["plain"]), (#""""#, [""]), (#""a\"b\\c\/d\b\f\n\r\t""#, ["a\"b\\c/d\u{08}\u{0C}\n\r\t"]),
        (#""\u0041\u00e9\u20AC\ud83d\ude00""#, ["Aé€😀"]), (#""\ud83d x""#, ["\u{FFFD} x"]),
        (#""\ude00\ud83d\u0041""#, ["\u{FFFD}\u{FFFD}A"]), (#""\q\u12G4\u12""#, [#"\q\u12G4\u12"#]),
        (#""C:\\Windows\\System32\\cmd.exe""#, [#"C:\Windows\System32\cmd.exe"#]), (#""ends in \\""#, [#"ends in \"#]),
        (#""hồ sơ""#, ["hồ sơ"]), ("-12.5e+3", ["number:-12.5e+3"]), ("0", ["number:0"]),
        ("true", ["boolean:true"]), ("false", ["boolean:false"]), ("null", ["null:"]), ("[]", []),
        (#"["a", 2, ["b", [null]]]"#, ["a", "b", "null:null", "number:2"]), (#"{"b": "c"}"#, []),
    ])
    func valuesAreDecoded(json: String, expected: [String]) {
        let seeing = Seeing(#"{"a": \#(json), "z": 1}"#, ["a", "z"])
        #expect(seeing.problems == [])
        let values = (seeing.records.first?.values["a"] ?? []).map {
            $0 == "null:null" && json == "null" ? "null:" : $0
        }
        #expect(values.sorted() == expected.sorted())
        #expect(seeing.records.first?.values["z"] == ["number:1"])
    }

    @Test func pathsAreNestedOrOneKey() {
        let names = ["a.b.c", "a.b", "id.orig_h", "e\\f"]
        #expect(Seeing(#"{"a": {"b": {"c": "1"}}}"#, names).records[0].values == ["a.b.c": ["1"]])
        #expect(Seeing(#"{"a.b.c": "1", "a.b": "2"}"#, names).records[0].values == ["a.b.c": ["1"], "a.b": ["2"]])
        #expect(Seeing(#"{"a": [{"b": "1"}, {"b": "2"}]}"#, names).records[0].values == ["a.b": ["1", "2"]])
        #expect(Seeing(#"{"id.orig_h": "192.0.2.1"}"#, names).records[0].values == ["id.orig_h": ["192.0.2.1"]])
    }

    @Test func keywordsSeeWhatNobodyNames() {
        let text = #"{"a": "1", "b": {"c": "two", "d": [3]}}"#
        #expect(Seeing(text, ["a"]).records[0].values == ["a": ["1"]])
        #expect(Seeing(text, ["a"], keywords: true).records[0].values == ["a": ["1"], "*": ["two", "number:3"]])
    }

    @Test(arguments: [
        "{\"a\": 1}\n{\"a\": 2}\n", "{\"a\": 1}{\"a\": 2}", "[{\"a\": 1}, {\"a\": 2}]",
        "\u{FEFF}{\"a\":1}\r\n\r\n{\"a\":2}",
        "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]\n", "{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n",
        "[[{\"a\": 1}], {\"a\": 2}]",
    ])
    func recordsFollowEachOther(text: String) {
        let seeing = Seeing(text, ["a"])
        #expect(seeing.records.map(\.values) == [["a": ["number:1"]], ["a": ["number:2"]]])
        #expect(seeing.records.map(\.ordinal) == [0, 1])
        #expect(seeing.problems == [])
    }

    @Test func linesAreCounted() {
        let seeing = Seeing("{\"a\": 1}\n\n{\n \"a\": 2\n}\n  {\"a\": 3}", ["a"])
        #expect(seeing.records.map(\.line) == [1, 3, 6])
    }

    /// The first problem of a text whose second record is whole: reading goes on there.
    @Test(arguments: [
        ("{\"a\" 1}", 1, 6, "a colon is expected"), ("{\"a\": }", 1, 7, "a value is expected"),
        ("{a: 1}", 1, 2, "a member's name in quotes is expected"),
        ("{\"a\": 1,}", 1, 9, "a member's name in quotes is expected"),
        ("{\"a\": 1 \"b\": 2}", 1, 9, "a comma or a closing brace is expected"),
        ("{\"a\": [1 2]}", 1, 10, "a comma or a closing bracket is expected"),
        ("{\"a\": \"cut", 1, 11, "the line ends inside a text"), ("{\"a\": tru}", 1, 7, "a value is expected"),
        ("{\"a\": 1", 2, 1, "a comma or a closing brace is expected"),
        ("{\"a\":", 3, 1, "a comma or a closing brace is expected"),
    ])
    func problemsHavePlaces(text: String, line: Int, column: Int, message: String) {
        let seeing = Seeing(text + "\n{\"a\": 7}\n{\"a\": 8}\n", ["a"])
        #expect(seeing.problems.first == RecordProblem(line: line, column: column, message: message))
        #expect(seeing.unreadable == 1)
        #expect(seeing.records.map { $0.values["a"] } == [["number:7"], ["number:8"]])
    }

    @Test func brokenElementsOfListsAreLeftOut() {
        let seeing = Seeing("[\n  {\"a\": 1},\n  {\"a\" 2},\n  {\"a\": 3}\n]\n", ["a"])
        #expect(seeing.problems == [RecordProblem(line: 3, column: 8, message: "a colon is expected")])
        #expect(seeing.records.map { $0.values["a"] } == [["number:1"], ["number:3"]])
    }

    @Test func theEndOfAFileMayBeMissing() {
        for text in ["{\"a\": 1}\n{\"a\"", "{\"a\": 1}\n{\"a\": \"x", "{\"a\": 1}\n{", "{\"a\": 1}\n{\"a\": 2, "] {
            let seeing = Seeing(text, ["a"])
            #expect(seeing.records.count == 1)
            #expect(seeing.problems == [RecordProblem(line: 2, column: 1, message: "the file ends inside a record")])
        }
    }

    @Test func limitsHold() {
        func nested(_ depth: Int) -> String {
            "{\"a\": " + String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth) + "}"
        }
        #expect(Seeing(nested(63), ["a"]).records.count == 1)
        let deep = Seeing(nested(64) + "\n" + nested(10_000) + "\n" + nested(1), ["a"])
        #expect(deep.problems.map(\.line) == [1, 2])
        #expect(deep.problems.allSatisfy { $0.message == "objects and lists are nested deeper than 64" })
        #expect(deep.records.count == 1)
        let many = "{\"a\": [" + [String](repeating: "1", count: RecordReader.valueLimit).joined(separator: ",")
        #expect(Seeing(many + "]}", ["a"]).records.count == 1)
        #expect(Seeing(many + ",1]}", ["a"]).problems.map(\.message) == ["the record has too many values"])
    }

    @Test func longRecordsAreRefused() {
        let reader = Seeing.reader(["a"], recordLimit: 1000)
        for (start, end) in [("{\"a\": \"", "\"}"), ("plain ", "")] {
            let room = 1000 - start.utf8.count - end.utf8.count
            for (length, count) in [(room, 2), (room + 1, 1), (room * 50, 1)] {
                let text = start + String(repeating: "x", count: length) + end + "\n{\"a\": \"y\"}\n"
                for cuts in [[], [500], Array(stride(from: 1, to: length, by: 7))] {
                    let seeing = Seeing(Array(text.utf8), ["a"], by: reader, cuts: cuts)
                    #expect(seeing.records.count == count)
                    #expect(seeing.records.last?.values == ["a": ["y"]])
                    #expect(
                        seeing.problems.map(\.message) == (count == 2 ? [] : ["the record is longer than 1000 bytes"]))
                }
            }
        }
    }

    @Test func bytesThatAreNoTextGoThrough() {
        let bytes = Array("{\"a\": \"x".utf8) + [0x00, 0xFF, 0xC3, 0x28, 0x01] + Array("y\", \"b\": \"z\"}\n".utf8)
        let seeing = Seeing(bytes, ["a", "b"], by: Seeing.reader(["a", "b"]))
        #expect(seeing.problems == [])
        #expect(seeing.records[0].values["a"] == ["x\u{00}\u{FFFD}\u{FFFD}(\u{01}y"])
        #expect(seeing.records[0].values["b"] == ["z"])
    }
}
