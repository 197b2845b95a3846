import Kernel
import Testing

@testable import Detection

/// Streams cut anywhere, and streams of anything.
struct RecordsStreamTests {
    private static let names = ["EventID", "Image", "CommandLine", "Data", "query", "answer", "message", "a0", "b"]

    private static let samples: [String] = [
        """
        {"Channel":"Security","EventID":4688,"NewProcessName":"C:\\\\x\\\\a.exe","Hostname":"pc-1"}
        {"Event":{"System":{"EventID":{"#text":400},"Channel":"Windows PowerShell"},"EventData":{"Data":["a","b"]}}}
        {"broken": "line
        {"b":"\\ud83d\\ude00 \\u00e9"}
        """,
        "[\n  {\"b\": 1},\n  {\"b\" 2},\n  {\n    \"b\": [3, 4]\n  }\n]\n",
        "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tdns\n"
            + "#fields\tts\tuid\tquery\tanswers\n#types\ttime\tstring\tstring\tvector[string]\n"
            + "1772411400.5\tC1\tportal.example\t192.0.2.1,192.0.2.2\n1772411401.5\tC2\t-\t(empty)\n#close\tx\n",
        "<34>1 2026-03-02T00:30:00.1Z pc-1 sshd 12 - [x@1 b=\"q\\\"r\"] Failed password\r\n"
            + "Mar  2 07:28:08 pc-2 sudo[7]: root : TTY=pts/0\n"
            + "type=EXECVE msg=audit(1772411400.123:45): argc=2 a0=\"ls\" a1='x'\n\n{\"b\":\"x\"}\n"
            + "<134>1 - f firewall - - - action=deny a0=1 b=2\n<134>1 - p squid - - - 1 2 3 T/200 5 GET http://a/b?c d H/1 e \"f\"\n"
            + "tail",
    ]

    @Test(arguments: samples.indices)
    func cutsMakeNoDifference(index: Int) {
        let bytes = Array(Self.samples[index].utf8)
        let reader = Seeing.reader(Self.names, keywords: true)
        let whole = Seeing(bytes, Self.names, by: reader)
        #expect(!whole.records.isEmpty)
        for cut in 0...bytes.count {
            let parts = Seeing(bytes, Self.names, by: reader, cuts: [cut])
            #expect(parts.records == whole.records, "cut at \(cut)")
            #expect(parts.problems == whole.problems, "cut at \(cut)")
        }
        let single = Seeing(bytes, Self.names, by: reader, cuts: Array(0...bytes.count))
        #expect(single.records == whole.records)
        #expect(single.problems == whole.problems)
    }

    /// Changed bytes, bytes left out and doubled: nothing traps, and a cut still makes no difference.
    @Test func anythingCanBeRead() {
        let readers = RecordFormat.allCases.map { Seeing.reader(Self.names, keywords: true, format: $0) }
        for round in 0..<3000 {
            var draws = Mutations(round: round)
            var bytes = Array(Self.samples[draws.below(Self.samples.count)].utf8)
            for _ in 0...draws.below(6) where !bytes.isEmpty {
                let place = draws.below(bytes.count)
                switch draws.below(4) {
                case 0: bytes[place] = UInt8(draws.below(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + draws.below(20)))
                case 2: bytes.insert(contentsOf: bytes[..<min(place, 40)], at: place)
                default: bytes.insert(Array("{}[]\",:\\\n\t#<".utf8)[draws.below(12)], at: place)
                }
            }
            let reader = readers[draws.below(readers.count)]
            let whole = Seeing(bytes, Self.names, by: reader)
            let cut = draws.below(bytes.count + 1)
            let parts = Seeing(bytes, Self.names, by: reader, cuts: [cut])
            #expect(parts.records == whole.records, "round \(round), cut at \(cut)")
            #expect(parts.problems == whole.problems, "round \(round), cut at \(cut)")
        }
    }

    @Test func aReaderTakesOneStreamAfterTheOther() {
        var catalogue = FieldCatalogue()
        let slot = catalogue.insert("b")
        var reader = RecordReader(catalogue: catalogue)
        var places: [[Int]] = []
        let body: RecordReader.Body = { record, _ in
            places.append([record.line, record.ordinal, record.first[slot] < 0 ? 0 : 1])
        }
        reader.read(Array("#separator \\x09\n#fields\tb\n1\n".utf8), body)
        reader.finish(body)
        reader.read(Array("{\"b\":1}\n{\"b\"".utf8), body)
        reader.finish(body)
        reader.read(Array("plain\n".utf8), body)
        reader.finish(body)
        #expect(places == [[3, 0, 1], [1, 0, 1], [1, 0, 0]])
        #expect(reader.unreadable == 1)
    }
}

/// Random numbers for one round.
private struct Mutations {
    let round: Int
    var count = 0

    init(round: Int) { self.round = round }

    mutating func below(_ bound: Int) -> Int {
        count += 1
        let hash = StableHash.combine(UInt64(round), UInt64(count))
        return Int(hash % UInt64(max(1, bound)))
    }
}
