// Names of fields in Windows events. Event data keep the names that Windows gives them, which are rules' names; the tables here are
// for what stands around them in each shape, and for events whose names differ from those of a category. Origin: SigmaHQ's taxonomy
// (names of the Sysmon manifest, `Provider_Name` and the like), pySigma's Windows-audit pipeline, Elastic's and NXLog's manuals.
//
// | shape                            | event data                  | the rest                                             |
// |----------------------------------|-----------------------------|------------------------------------------------------|
// | flat, as NXLog writes            | beside the rest             | `Channel`, `EventID`, `Hostname`, `SourceName`, …    |
// | Winlogbeat                       | `winlog.event_data`         | `winlog.*`, `host.name`, `@timestamp`, `message`     |
// | `evtx_dump` and other XML turned to JSON | `Event.EventData`, `Event.UserData.*` | `Event.System.*` with `#attributes`, `#text` |

/// How events of Windows fill fields.
enum WindowsMappings {
    typealias Field = RecordMapping.Field
    typealias Pair = RecordMapping.Pair
    typealias Telling = RecordMapping.Telling

    /// Where event data are in a shape.
    static let flatPrefix = ""
    static let nestedPrefix = "@data."

    /// One level of keys, with names as NXLog gives them.
    static let flat = RecordMapping(
        fields: [
            Field("SourceName", "Provider_Name"), Field("ProviderName", "Provider_Name"),
            Field("Hostname", "Computer"), Field("host.name", "Computer"), Field("RecordNumber", "EventRecordID"),
            Field("ExecutionProcessID", "Execution_ProcessID"), Field("ThreadID", "Execution_ThreadID"),
            Field("ActivityID", "Correlation_ActivityID"),
        ],
        fallbacks: [Field("UserID", "Security_UserID")],
        tellings: [
            Telling(.time, ["@timestamp", "TimeCreated", "EventTime", "UtcTime"]),
            Telling(.host, ["Hostname", "Computer", "host.name", "host"]),
            Telling(.user, ["User", "SubjectUserName", "TargetUserName", "AccountName"]),
            Telling(.identifier, ["RecordNumber", "EventRecordID"]),
        ]
    ).adding(spaced(flatPrefix), parts: hashes(flatPrefix))

    /// As Winlogbeat writes.
    static let winlogbeat = RecordMapping(
        ownNames: .eventData,
        fields: [
            Field("winlog.channel", "Channel"), Field("winlog.event_id", "EventID"),
            Field("winlog.provider_name", "Provider_Name"), Field("winlog.computer_name", "Computer"),
            Field("winlog.record_id", "EventRecordID"), Field("winlog.task", "Task"),
            Field("winlog.opcode", "Opcode"), Field("winlog.keywords", "Keywords"), Field("log.level", "Level"),
            Field("winlog.version", "Version"), Field("winlog.activity_id", "Correlation_ActivityID"),
            Field("winlog.user.identifier", "Security_UserID"),
            Field("winlog.process.pid", "Execution_ProcessID"),
            Field("winlog.process.thread.id", "Execution_ThreadID"), Field("message", "Message"),
        ],
        fallbacks: [Field("event.code", "EventID"), Field("host.name", "Computer")],
        tellings: [
            Telling(.time, ["@timestamp", "event.created"]),
            Telling(.host, ["winlog.computer_name", "host.name", "host.hostname"]),
            Telling(.user, ["@data.User", "@data.SubjectUserName", "@data.TargetUserName", "winlog.user.name"]),
            Telling(.identifier, ["event.id", "winlog.record_id"]),
        ]
    ).adding(spaced(nestedPrefix), parts: hashes(nestedPrefix))

    /// XML turned into JSON, as `evtx_dump` does.
    static let evtx = RecordMapping(
        ownNames: .eventData,
        fields: [
            Field("Event.System.Channel", "Channel"), Field("Event.System.EventID", "EventID"),
            Field("Event.System.Provider.#attributes.Name", "Provider_Name"),
            Field("Event.System.Provider.@Name", "Provider_Name"), Field("Event.System.Provider.Name", "Provider_Name"),
            Field("Event.System.Provider_attributes.Name", "Provider_Name"),
            Field("Event.System.Computer", "Computer"), Field("Event.System.EventRecordID", "EventRecordID"),
            Field("Event.System.Level", "Level"), Field("Event.System.Task", "Task"),
            Field("Event.System.Opcode", "Opcode"), Field("Event.System.Keywords", "Keywords"),
            Field("Event.System.Version", "Version"),
            Field("Event.System.Security.#attributes.UserID", "Security_UserID"),
            Field("Event.System.Security_attributes.UserID", "Security_UserID"),
            Field("Event.System.Correlation.#attributes.ActivityID", "Correlation_ActivityID"),
            Field("Event.System.Execution.#attributes.ProcessID", "Execution_ProcessID"),
            Field("Event.System.Execution.#attributes.ThreadID", "Execution_ThreadID"),
        ],
        tellings: [
            Telling(
                .time,
                [
                    "Event.System.TimeCreated.#attributes.SystemTime", "Event.System.TimeCreated.@SystemTime",
                    "Event.System.TimeCreated.SystemTime", "Event.System.TimeCreated_attributes.SystemTime",
                ]),
            Telling(.host, ["Event.System.Computer"]),
            Telling(.user, ["@data.User", "@data.SubjectUserName", "@data.TargetUserName"]),
            Telling(.identifier, ["Event.System.EventRecordID"]),
        ]
    ).adding(spaced(nestedPrefix), parts: hashes(nestedPrefix))

    /// The name of data that a shape has under `prefix`, for 4688 read as the creation of a process.
    static func processAudit(_ prefix: String) -> (fields: [Field], pairs: [Pair]) {
        (
            [
                Field(prefix + "NewProcessName", "Image"), Field(prefix + "ParentProcessName", "ParentImage"),
                Field(prefix + "SubjectLogonId", "LogonId"),
                Field(prefix + "MandatoryLabel", "IntegrityLevel"),
            ],
            [Pair(prefix + "SubjectDomainName", prefix + "SubjectUserName", "User")]
        )
    }

    /// The same for 4657 read as a change of the registry.
    static func registryAudit(_ prefix: String) -> (fields: [Field], pairs: [Pair]) {
        (
            [Field(prefix + "ProcessName", "Image"), Field(prefix + "NewValue", "Details")],
            [
                Pair(prefix + "ObjectName", prefix + "ObjectValueName", "TargetObject"),
                Pair(prefix + "SubjectDomainName", prefix + "SubjectUserName", "User"),
            ]
        )
    }

    /// The same for Defender's findings read as those of any antivirus.
    static func antivirus(_ prefix: String) -> (fields: [Field], pairs: [Pair]) {
        (
            [
                Field(prefix + "ThreatName", "Signature"), Field(prefix + "Threat Name", "Signature"),
                Field(prefix + "Path", "Filename"),
            ], []
        )
    }

    /// The same for Windows PowerShell's own log, whose texts have no names.
    static func unnamedData(_ prefix: String) -> (fields: [Field], pairs: [Pair]) {
        (["param1", "param2", "param3"].map { Field(prefix + $0, "Data") }, [])
    }

    /// Sysmon's hashes, which several events call by the one name or the other.
    private static func hashes(_ prefix: String) -> [RecordMapping.Part] {
        NetworkMappings.parts(ofHashes: prefix + "Hashes") + NetworkMappings.parts(ofHashes: prefix + "Hash")
    }

    /// Names that Windows writes with blanks and rules do not.
    static func spaced(_ prefix: String) -> [Field] {
        [
            "Threat Name", "Process Name", "Feature Name", "Old Value", "New Value", "Source Name", "Detection User",
            "Product Name", "Severity Name", "Category Name", "Action Name",
        ].flatMap { name in
            let words = name.split(separator: " ")
            return [Field(prefix + name, words.joined()), Field(prefix + name, words.joined(separator: "_"))]
        }
    }
}
