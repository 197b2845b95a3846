import Exercise
import LogSearch
import NetworkWorld
import Scenario
import Telemetry

/// The JSON of a desk, as shapes. The writing is in the views of the exercise.
enum DeskRecords {
    static let exercise = Route.Parameter(
        name: "exercise", summary: LocalizedText(vietnamese: "Mã trong liên kết", english: "What links call it"),
        schema: .string("", 1...40), isRequired: true)
    static let team = Records.number("team")
    static let path = [exercise, team]

    static let time = Schema.integer("Milliseconds of exercise time", Int64.min...Int64.max)
    static let text = Schema.object([.required("vi", .string()), .required("en", .string())])
    static let place = Schema.named(
        "Place", .object([.required("id", .integer("The number that inputs take")), .required("name", .string())]))
    /// Who put something in: one of these members.
    static let author = Schema.named(
        "Author",
        .object([
            .optional("seat", .integer("An account with a seat")), .optional("direction", .integer("An account")),
            .optional("system", .boolean()),
        ]))

    /// What the journal keeps of an input.
    static let entry = Schema.named(
        "Entry",
        .object([.required("number", .integer("Its number in the team's journal")), .required("time", time)]))

    static let overview = Schema.named(
        "Desk",
        .object([
            .required("phase", .choice(["draft", "running", "paused", "closed"])), .required("time", time),
            .required("duration", time), .required("clock", .any()), .required("score", score),
            .required("team", .object([.required("id", .integer()), .required("name", .string())])),
            .required("seat", .boolean("Whether whoever asks has a seat in the team")),
        ]))

    static let score = Schema.named(
        "DeskScore",
        .object([
            .required("answers", number), .required("answers-maximum", number), .required("answers-waiting", number),
            .required("hints", number), .required("marks", .array(of: .any())), .required("total", number),
        ]))
    private static let number = Schema.integer("", Int64.min...Int64.max)

    static let alert = Schema.named(
        "Alert",
        .object([
            .required("number", .integer()), .required("time", time), .required("title", text),
            .required("severity", .choice(Severity.allCases.map(\.rawValue))),
            .required("techniques", .array(of: .string())), .optional("host", place), .optional("account", place),
            .optional("rule", .integer()), .required("triage", .choice(Triage.allCases.map(\.rawValue))),
            .optional("triaged-by", author), .optional("triaged-at", time),
        ]))

    static let work = Schema.named(
        "Work",
        .object([
            .required("number", .integer()), .required("action", .string()), .required("title", text),
            .required("kind", .choice(ActionKind.allCases.map(\.rawValue))), .optional("host", place),
            .optional("account", place), .optional("network", place),
            .required("phase", .choice(["awaiting-approval", "queued", "running", "finished"])),
            .required("author", author), .required("asked", time), .optional("started", time),
            .optional("expected-end", time), .optional("finished", time), .required("staff-minutes", .integer()),
            .required("took-effect", .boolean()),
        ]))

    static let action = Schema.named(
        "Action",
        .object([
            .required("id", .string()), .required("title", text),
            .required("kind", .choice(ActionKind.allCases.map(\.rawValue))),
            .required("target", .choice(ActionTarget.allCases.map(\.rawValue))), .required("duration", span),
            .required("staff-minutes", .integer()),
            .required("approval", .choice(DeskApproval.allCases.map(\.rawValue))), .required("approval-wait", span),
            .required("side-effect", text),
        ]))
    private static let span = Schema.object([
        .required("low", .integer()), .required("likely", .integer()), .required("high", .integer()),
    ])

    static let diagnostic = Schema.object([
        .required("severity", .choice(["error", "warning"])), .required("line", .integer()),
        .required("column", .integer()), .required("message", .string()),
    ])

    static let trial = Schema.named(
        "RuleTrial",
        .object([
            .required("usable", .boolean()), .required("diagnostics", .array(of: diagnostic)),
            .required("hits", .integer("How many records it found")),
            .required("first", .array(of: .any("The first of them: time, host, user, title"))),
            .required("records", .integer("Records that were read")), .required("read-until", time),
        ]))

    static let logs = Schema.named(
        "LogResult",
        .object([
            .required("total", .integer()), .required("from", time), .required("to", time),
            .required("scanned", .integer()), .required("partial", .boolean("Whether time ran out")),
            .required("building", .boolean("Whether the log is still being made")),
            .required("next", .string("Where the next page begins", 0...64).orNull),
            .required("bucket-length", .integer()), .required("histogram", .array(of: .any())),
            .required("statistics", .array(of: .any())),
            .required("records", .array(of: .any("A record: time, id, and its fields as pairs of name and value"))),
        ]))

    static let savedSearch = Schema.named(
        "SavedSearch",
        .object([
            .required("id", .integer()), .required("account", .integer()), .required("name", .string()),
            .required("query", .string()), .required("shared", .boolean()), .required("created", .integer()),
        ]))
}
