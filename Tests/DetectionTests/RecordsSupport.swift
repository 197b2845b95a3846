import Kernel

@testable import Detection

/// A record as a reader gave it.
struct Seen: Equatable {
    /// Values by name, `*` for those that only keywords look at; kinds other than text stand before: `number:11`, `null:`.
    var values: [String: [String]] = [:]
    var source = RecordSource()
    var time: Milliseconds?
    var host = ""
    var user = ""
    var identifier = ""
    var line = 0
    var ordinal = 0
}

/// What a reader makes of a text.
struct Seeing {
    var records: [Seen] = []
    var problems: [RecordProblem] = []
    var unreadable = 0

    /// A reader of some fields.
    static func reader(
        _ names: [String], keywords: Bool = false, format: RecordFormat = .automatic, recordLimit: Int = 1 << 16
    ) -> RecordReader {
        var catalogue = FieldCatalogue()
        for name in names { _ = catalogue.insert(name) }
        catalogue.wantsEverything = keywords
        return RecordReader(catalogue: catalogue, format: format, recordLimit: recordLimit)
    }

    /// Reads bytes in pieces that end at the places given.
    init(_ bytes: [UInt8], _ names: [String], by reader: RecordReader, cuts: [Int] = []) {
        var reader = reader
        var records: [Seen] = []
        let body: RecordReader.Body = { record, sources in
            var seen = Seen(
                source: sources[Int(record.source)], time: record.time, host: record.text(record.host),
                user: record.text(record.user), identifier: record.text(record.identifier), line: record.line,
                ordinal: record.ordinal)
            for value in record.values {
                let name = value.slot == 0 ? "*" : names[Int(value.slot) - 1]
                let text = record.text(Int(value.offset)..<Int(value.offset + value.count))
                seen.values[name, default: []].append(value.kind == .text ? text : "\(value.kind):\(text)")
            }
            records.append(seen)
        }
        var start = 0
        for cut in cuts + [bytes.count] {
            reader.read(Array(bytes[start..<cut]), body)
            start = cut
        }
        reader.finish(body)
        self.records = records
        problems = reader.problems
        unreadable = reader.unreadable
    }

    /// Reads a text.
    init(_ text: String, _ names: [String], keywords: Bool = false, format: RecordFormat = .automatic) {
        self.init(Array(text.utf8), names, by: Self.reader(names, keywords: keywords, format: format))
    }
}
