import Kernel
import Testing

@testable import Detection

/// Two or three rules, correlations over them, and records that match them.
struct CorrelationStage {
    /// A record: when, which rules it matches, its fields.
    struct Record {
        var time: Milliseconds
        var rules: [Int32]
        var fields: [(String, String)]
    }

    private(set) var correlator: Correlator
    private let catalogue: FieldCatalogue
    private(set) var matches: [CorrelationMatch] = []
    private var count = 0

    /// Rules `a`, `b` and `c` (0, 1, 2) and the documents of correlations, each the lines under `correlation:`.
    init(_ documents: [String], limit: Int = Correlator.usualLimit, _ location: SourceLocation = #_sourceLocation)
        throws
    {
        let collection = try Self.collection(documents, location)
        var catalogue = FieldCatalogue()
        correlator = Correlator(collection.correlations, &catalogue, limit: limit)
        self.catalogue = catalogue
    }

    /// The rules and correlations of the stage.
    static func collection(
        _ documents: [String], _ location: SourceLocation = #_sourceLocation
    ) throws -> SigmaCollection {
        var text = ""
        for name in ["a", "b", "c"] {
            text +=
                "title: \(name)\nname: \(name)\nlogsource: {product: x}\ndetection: {s: {F: x}, condition: s}\n---\n"
        }
        for (index, document) in documents.enumerated() {
            let lines = document.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
            text += "title: correlation \(index)\nname: c\(index)\ncorrelation:\n\(lines)\n---\n"
        }
        let reading = SigmaReader.read(Array(text.utf8), file: "rules.yml")
        #expect(reading.diagnostics.isEmpty, sourceLocation: location)
        let collection = SigmaCollection([reading])
        #expect(collection.diagnostics.isEmpty, sourceLocation: location)
        try #require(collection.correlations.count == documents.count, sourceLocation: location)
        return collection
    }

    /// Takes in a record; gives the matches that it made.
    @discardableResult
    mutating func add(_ time: Milliseconds, _ rules: [Int32], _ fields: [(String, String)]) -> [CorrelationMatch] {
        var record = RecordFields(catalogue)
        for (name, text) in fields {
            guard let slot = catalogue.slot(of: name) else { continue }
            record.first[slot] = Int32(record.values.count)
            record.values.append(
                RecordFields.Value(
                    slot: Int32(slot), offset: Int32(record.bytes.count), count: Int32(text.utf8.count), next: -1,
                    kind: text == "null" ? .null : .text))
            record.bytes += Array(text.utf8)
        }
        var found: [CorrelationMatch] = []
        correlator.add(rules, of: count, at: time, record, into: &found)
        count += 1
        matches += found
        return found
    }

    /// Takes in records of rule `a` of one user at those seconds; gives the seconds at which something was found.
    mutating func seconds(_ seconds: [Int], user: String = "u") -> [Milliseconds] {
        seconds.flatMap { add(Milliseconds($0) * 1_000, [0], [("User", user)]).map { $0.end / 1_000 } }
    }
}
