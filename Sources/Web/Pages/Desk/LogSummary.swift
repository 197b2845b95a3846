import LogSearch

/// What a line of the list says of a record: who was where, and the fields that matter for its kind.
struct LogSummary: Sendable {
    /// The machine that it is about.
    let place: String
    /// What happened.
    let action: String
    /// Fields that tell the rest, in order.
    let fields: [(name: String, value: String)]

    /// The longest value that is shown in a line, in characters.
    private static let longest = 160
    /// Most fields in a line.
    private static let most = 5

    /// The summary of a record.
    init(_ row: LogRow) {
        place = row["host.name"] ?? row["source.address"] ?? row["source.ip"] ?? row["observer.name"] ?? ""
        var action = row["event.action"] ?? row["event.dataset"] ?? ""
        if let code = row["event.code"] { action += " (\(code))" }
        self.action = action
        let category = row["event.category"] ?? ""
        var names = Self.names[category] ?? Self.otherNames
        if row["dns.question.name"] != nil { names = ["dns.question.name"] + names }
        var fields: [(name: String, value: String)] = []
        for name in names where fields.count < Self.most {
            guard let value = row[name], !value.isEmpty, value != place else { continue }
            let shown = value.count > Self.longest ? String(value.prefix(Self.longest)) + "…" : value
            fields.append((name: name, value: shown))
        }
        self.fields = fields
    }

    private static let names: [String: [String]] = [
        "process": [
            "user.name", "process.parent.name", "process.command_line", "process.executable", "process.name",
        ],
        "authentication": [
            "user.name", "source.ip", "event.outcome", "service.name", "winlog.logon.type",
            "winlog.event_data.LogonType",
        ],
        "network": [
            "process.name", "user.name", "destination.address", "destination.ip", "destination.port",
            "network.protocol",
            "source.bytes", "destination.bytes",
        ],
        "web": [
            "user.name", "http.request.method", "url.full", "http.response.status_code", "http.request.bytes",
            "destination.address",
        ],
        "email": ["email.from.address", "email.to.address", "email.subject", "email.attachments.file.name"],
        "file": ["user.name", "file.path", "process.name", "destination.address", "source.address"],
        "registry": ["registry.path", "registry.data.strings", "process.name", "user.name"],
        "iam": ["user.name", "user.target.name", "group.name", "event.outcome"],
    ]

    private static let otherNames = [
        "user.name", "process.name", "process.command_line", "service.name", "file.path", "url.full",
        "destination.address", "destination.port", "message",
    ]
}
