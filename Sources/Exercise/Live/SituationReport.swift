import Kernel

/// What a team tells command: claims that can be held against the truth of that moment, and words that people mark.
public struct SituationReport: Sendable, Equatable {
    /// Hosts held to be or to have been in the adversary's hands.
    public var hosts: [Int32] = []
    /// Accounts held to be or to have been in its hands.
    public var accounts: [Int32] = []
    /// ATT&CK ids of techniques held to have been used.
    public var techniques: [String] = []
    /// Exercise minute in which the attack got in; nil where the team does not know.
    public var startMinute: Int64?
    /// Records held to be gathered or taken; nil where the team does not know.
    public var recordsAtRisk: Int64?
    /// What happened.
    public var whatHappened = ""
    /// What is not known.
    public var unknown = ""
    /// What command must decide.
    public var decisions = ""

    /// A report that claims nothing.
    public init() {}

    /// Writes the report as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("hosts", hosts)
            json.member("accounts", accounts)
            json.member("techniques", techniques)
            json.member(ifAny: "start-minute", startMinute)
            json.member(ifAny: "records-at-risk", recordsAtRisk)
            json.member("what-happened", whatHappened)
            json.member("unknown", unknown)
            json.member("decisions", decisions)
        }
    }

    /// Reads what ``write(to:)`` wrote; keys that are left out claim nothing.
    public init(json: JSONValue) throws(JSONError) {
        self.init()
        for member in try json.object() {
            let value = member.value
            switch member.name {
            case "hosts": hosts = try value.integers()
            case "accounts": accounts = try value.integers()
            case "techniques": techniques = try value.strings()
            case "start-minute": startMinute = try value.integer()
            case "records-at-risk": recordsAtRisk = try value.integer()
            case "what-happened": whatHappened = try value.string()
            case "unknown": unknown = try value.string()
            case "decisions": decisions = try value.string()
            default: throw JSONError("unknown key \"\(member.name)\" of a report", at: value.position)
            }
        }
    }
}
