import NetworkWorld
import Telemetry

/// What logs of one program have in common: kinds of record, their fields and values. Made once and shared by all logs.
///
/// The program of several exercises may be the same; its schema then is too.
public final class LogSchema: Sendable {
    let records: RecordSchema
    /// The fields that records of the program may have, by name.
    public let catalogue: FieldCatalogue
    /// Of every field of the records its position in the catalogue.
    let positions: [Int]
    /// Of every expression how the keys of its values are made; nil where they have none.
    let recipes: [KeyRecipe?]

    /// Compiles the kinds of record of a program.
    ///
    /// - Complexity: O(cards + hosts); some tens of milliseconds.
    public init(program: Program) {
        let records = RecordSchema(program: program)
        self.records = records
        let keys = ValueKeys(records)
        recipes = records.expressions.map { keys.recipe(of: $0) }
        var hasWords = [Bool](repeating: false, count: records.fields.count)
        for template in records.templates {
            for value in template.values where !records.expressions[Int(value.expression)].isExact {
                hasWords[Int(value.field)] = true
            }
        }
        let order = records.fields.indices.sorted { records.fields[$0] < records.fields[$1] }
        var positions = [Int](repeating: 0, count: order.count)
        for (position, field) in order.enumerated() { positions[field] = position }
        self.positions = positions
        catalogue = FieldCatalogue(
            order.map { field in
                let name = records.fields[field]
                let kind: FieldKind = !hasWords[field] ? .exact : Self.sentences.contains(name) ? .text : .keyword
                return FieldCatalogue.Field(name: name, kind: kind)
            })
    }

    /// The program whose records these are.
    public var program: Program { records.program }

    /// How values of a field of the records are looked for.
    func kind(ofField field: Int) -> FieldKind { catalogue.fields[positions[field]].kind }

    /// Fields that hold sentences and command lines.
    private static let sentences: Set<String> = [
        "message", "process.command_line", "process.parent.command_line", "powershell.file.script_block_text",
        "email.subject", "user_agent.original", "winlog.event_data.CommandLine",
        "winlog.event_data.ParentCommandLine", "winlog.event_data.ScriptBlockText", "winlog.event_data.Payload",
        "winlog.event_data.ContextInfo", "winlog.event_data.Details",
    ]
}
