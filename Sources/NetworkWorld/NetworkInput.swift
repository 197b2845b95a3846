import Kernel

/// What can enter a run of the network world from outside.
public enum NetworkInput: JournalInput {
    /// A seat asks for an action. Targets that do not apply are −1.
    case action(seat: Int16, action: String, host: Int32, account: Int32, network: Int32)
    /// The directors give red a foothold.
    case grantFoothold(host: Int32)
    /// A detector outside the run raised an alert.
    case externalAlert(host: Int32, account: Int32, severity: UInt8)

    /// Writes the input as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .action(let seat, let action, let host, let account, let network):
                json.member("kind", "action")
                json.member("seat", seat)
                json.member("action", action)
                json.member("host", host)
                json.member("account", account)
                json.member("network", network)
            case .grantFoothold(let host):
                json.member("kind", "grant-foothold")
                json.member("host", host)
            case .externalAlert(let host, let account, let severity):
                json.member("kind", "external-alert")
                json.member("host", host)
                json.member("account", account)
                json.member("severity", severity)
            }
        }
    }

    /// Reads what ``write(to:)`` wrote; anything else is an error with its position.
    public init(json: JSONValue) throws(JSONError) {
        let kind = try json.required("kind")
        switch try kind.string() {
        case "action":
            self = .action(
                seat: try json.required("seat").integer(), action: try json.required("action").string(),
                host: try json.required("host").integer(), account: try json.required("account").integer(),
                network: try json.required("network").integer())
        case "grant-foothold": self = .grantFoothold(host: try json.required("host").integer())
        case "external-alert":
            self = .externalAlert(
                host: try json.required("host").integer(), account: try json.required("account").integer(),
                severity: try json.required("severity").integer())
        default: throw JSONError("expected the kind action, grant-foothold or external-alert", at: kind.position)
        }
    }
}
