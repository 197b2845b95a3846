import NetworkWorld
import Synchronization

/// What records of a program hold, field by field, in the Elastic Common Schema: shared by all who keep records of it.
///
/// A template is a kind of record; its number is the same in every format. Field names are flattened, with dots.
package final class RecordSchema: Sendable {
    /// The fields of a kind of record.
    package struct Template: Sendable {
        /// Names and values in the order of the line, as positions in ``RecordSchema/fields`` and ``RecordSchema/expressions``.
        package var values: [(field: Int32, expression: Int32)]
        /// See ``TemplateInfo``.
        package var usesNetwork: Bool
        /// See ``TemplateInfo``.
        package var needsEndpoint: Bool
    }

    /// The program.
    package let program: Program
    /// Names of fields, in the order in which templates bring them.
    package let fields: [String]
    /// All values, each once however many templates have it.
    package let expressions: [FieldExpression]
    /// Texts that values are made of, see ``FieldPiece/oneOf(set:orAddress:)``; nil where there are too many.
    package let textSets: [[[UInt8]]?]
    /// All kinds of record.
    package let templates: [Template]
    let library: TemplateLibrary
    let tables: WriterTables
    private let spare: Mutex<[RecordText]> = Mutex([])
    private let otherFormats: Mutex<[TelemetryFormat: WriterTables]> = Mutex([:])

    /// Compiles all kinds of record of a program.
    ///
    /// - Complexity: O(cards + hosts).
    package init(program: Program) {
        self.program = program
        library = TemplateLibrary(catalogue: program.catalogue, formats: [.ecs])
        var collector = FieldCollector(table: library.table)
        var templates: [Template] = []
        for (index, info) in library.table.infos.enumerated() {
            templates.append(
                Template(
                    values: collector.values(of: library.table.lines[index].steps), usesNetwork: info.usesNetwork,
                    needsEndpoint: info.needsEndpoint))
        }
        self.templates = templates
        fields = collector.fields
        let probes = FieldSets.Known.allCases.map { $0.field.map { collector.probe($0) } }
        tables = WriterTables(program: program, table: collector.table, fragments: GroupFragments(program: program))
        var expressions = collector.expressions
        let text = RecordText(tables: tables)
        for index in expressions.indices { expressions[index].complete(text) }
        self.expressions = expressions
        let sites = library.table.texts(ofList: "sites").map { FieldSets.small($0.utf8) }
        collector.sets.fill(program, text, probes: probes, sites: sites)
        textSets = collector.sets.texts
        spare.withLock { $0 = [text] }
    }

    /// Lends something to write records with, and takes it back after `body`.
    package func withText<Result>(_ body: (RecordText) throws -> Result) rethrows -> Result {
        // Few threads write at once; what they leave is kept for the next.
        let text = spare.withLock { $0.popLast() } ?? RecordText(tables: tables)
        defer { spare.withLock { if $0.count < 4 { $0.append(text) } } }
        return try body(text)
    }

    /// The tables of one format alone, compiled on first use.
    func tables(of format: TelemetryFormat) -> WriterTables {
        if format == .ecs { return tables }
        return otherFormats.withLock { known in
            if let found = known[format] { return found }
            let library = TemplateLibrary(catalogue: program.catalogue, formats: [format])
            let made = WriterTables(
                program: program, table: library.table, fragments: GroupFragments(program: program))
            known[format] = made
            return made
        }
    }

    /// Outside addresses that a place may stand for, see ``Record``.
    package var outsideCount: UInt32 { tables.pointers.outsideCount }
    /// Sites that a record may name.
    package var siteCount: Int { library.siteCount }
}

/// Collects the fields and values of templates, each once.
private struct FieldCollector {
    private(set) var table: TemplateTable
    private(set) var fields: [String] = []
    private(set) var expressions: [FieldExpression] = []
    var sets = FieldSets()
    private var knownFields: [String: Int32] = [:]
    private var knownExpressions: [[UInt8]: Int32] = [:]

    init(table: TemplateTable) { self.table = table }

    mutating func values(of line: Range<Int>) -> [(field: Int32, expression: Int32)] {
        let reader = FieldReader(steps: table.steps[line], bytes: table.bytes)
        return reader.values.map { value in (field(value.path), expression(value)) }
    }

    /// A value of one field alone.
    mutating func probe(_ field: TemplateField) -> FieldExpression {
        let step = TemplateStep(field: field, part: 0, first: 0, second: 0)
        return expressions[Int(expression(FieldReader.Value(path: "", kind: .text, pieces: [step])))]
    }

    private mutating func field(_ name: String) -> Int32 {
        if let known = knownFields[name] { return known }
        knownFields[name] = Int32(fields.count)
        fields.append(name)
        return Int32(fields.count - 1)
    }

    private mutating func expression(_ value: FieldReader.Value) -> Int32 {
        var key: [UInt8] = [value.kind.rawValue]
        for piece in value.pieces {
            if piece.field == .literal {
                key += table.bytes[Int(piece.first)..<Int(piece.first + piece.second)]
            } else {
                // No text holds a nought.
                key += [0, piece.field.rawValue, piece.part]
                for number in [piece.first, piece.second] {
                    key += (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
                }
            }
        }
        if let known = knownExpressions[key] { return known }
        let first = table.steps.count
        table.steps += value.pieces
        expressions.append(FieldExpression(value, steps: first..<table.steps.count, table: table, sets: &sets))
        knownExpressions[key] = Int32(expressions.count - 1)
        return Int32(expressions.count - 1)
    }
}

extension FieldExpression {
    fileprivate init(
        _ value: FieldReader.Value, steps: Range<Int>, table: TemplateTable, sets: inout FieldSets
    ) {
        self.steps = steps
        kind = value.kind
        var inputs: Inputs = []
        var choices: [Choice] = []
        var pieces: [FieldPiece] = []
        var isExact = false
        var hasWords = false
        for piece in value.pieces {
            guard let own = piece.field.inputs else {
                preconditionFailure("a field of an object stands where a value is written")
            }
            inputs.formUnion(own)
            pieces += sets.pieces(of: piece, table)
            if piece.field == .literal {
                // `0x` before digits makes no word of them, and braces around an id none of it.
                let text = table.bytes[Int(piece.first)..<Int(piece.first + piece.second)]
                hasWords = hasWords || text.contains { ($0 | 0x20) >= 0x61 && ![0x78, 0x7B, 0x7D].contains($0) }
            } else if piece.field == .pick {
                choices.append(Choice(part: piece.part, count: piece.second))
                hasWords = true
            } else if piece.field.isExact {
                isExact = true
            } else {
                hasWords = true
            }
        }
        self.inputs = inputs
        self.choices = choices
        self.pieces = pieces
        self.isExact = kind != .text || isExact && !hasWords
        isCounted = value.pieces.count == 1 && value.pieces[0].field.isCounted
        constant = nil
    }

    /// Makes the value that depends on nothing.
    fileprivate mutating func complete(_ text: RecordText) {
        guard inputs.isEmpty else { return }
        let value = Array(text.value(of: self, .probe(0, -1, 0)))
        constant = value
        pieces = [.text(Array(String(decoding: value, as: UTF8.self).lowercased().utf8))]
        isExact = kind != .text || Self.isNumber(value)
    }

    /// Whether a text is a number, an id in braces, or the sign that there is none.
    private static func isNumber(_ text: [UInt8]) -> Bool {
        if text == [0x2D] { return true }
        let isHexadecimal = text.starts(with: [0x30, 0x78]) || text.first == 0x7B
        let digits = isHexadecimal ? text.dropFirst(text.first == 0x7B ? 1 : 2) : text[...]
        return !digits.isEmpty
            && digits.allSatisfy { byte in
                byte >= 0x30 && byte <= 0x39
                    || isHexadecimal
                        && ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 || byte == 0x2D || byte == 0x7D)
            }
    }
}
