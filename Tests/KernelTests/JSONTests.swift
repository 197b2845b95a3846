import Kernel
import Testing

struct JSONTests {
    @Test(arguments: [
        ("", "1:1"), ("{", "1:2"), ("[1,]", "1:4"), ("{\"a\":1,\"a\":2}", "1:8"), ("{\"a\" 1}", "1:6"),
        ("[1] 2", "1:5"),
        ("\"a", "1:3"), ("\"\\x\"", "1:4"), ("01", "1:3"), ("-", "1:2"), ("1.", "1:3"), ("[\n  tru]", "2:3"),
        ("\"\\ud800\"", "1:8"), ("nul", "1:1"), ("\"\u{1}\"", "1:2"),
    ])
    func whatIsWrongIsPointedAt(text: String, position: String) {
        do {
            _ = try JSONValue.parse(text)
            Issue.record("accepted: \(text)")
        } catch {
            #expect("\(error.position)" == position, "\(text): \(error)")
        }
    }

    @Test func deepNestingIsRefusedNotFatal() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError.self) { try JSONValue.parse(deep) }
    }

    @Test(arguments: [0, 2])
    func whatIsWrittenIsReadBack(indent: Int) throws {
        var writer = JSONWriter(indent: indent)
        writer.object { json in
            json.member("text", "a\"b\\c\n\t\u{1}ü€😀")
            json.member("number", Int64.min)
            json.member("flag", true)
            json.key("list")
            json.array { json in
                json.value(scaled: -5, decimals: 3)
                json.null()
                json.object { _ in }
                json.array { _ in }
            }
        }
        let value = try JSONValue.parse(writer.text)
        #expect(try value.required("text").string() == "a\"b\\c\n\t\u{1}ü€😀")
        #expect(try value.required("number").integer(Int64.self) == .min)
        #expect(try value.required("flag").bool())
        #expect(try value.required("list").array().count == 4)
        #expect(try value.required("list").array()[0].content == .number("-0.005"))
        var again = JSONWriter(indent: indent)
        again.value(value)
        #expect(again.text == writer.text)
    }

    @Test func escapesAreUnderstood() throws {
        #expect(try JSONValue.parse("\"\\u00e9\\ud83d\\ude00\\/\\b\"").string() == "é😀/\u{8}")
    }

    @Test func mutatedTextsNeverCrash() {
        let base = Array("{\"a\":[1,-2.5e3,\"x\\u0041\",{\"b\":null}],\"c\":true}".utf8)
        for seed in 0..<5_000 {
            var bytes = base
            for turn in 0..<3 {
                let draw = Seeds(UInt64(seed)).chance(UInt64(turn), Purpose(rawValue: 1))
                let place = draw.below(bytes.count)
                switch draw.words[0] % 3 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: draw.words[2])
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8(truncatingIfNeeded: draw.words[2]), at: place)
                }
            }
            do {
                _ = try JSONValue.parse(bytes)
            } catch {
                #expect(error.position.line >= 1 && error.position.column >= 1, "seed \(seed)")
            }
        }
    }
}
