/// Records as documents of the Elastic Common Schema, version 8.11: every record.
struct ECSFace {
    let shape: RecordShape

    /// The template's source.
    static func source(_ shape: RecordShape) -> String {
        let face = ECSFace(shape: shape)
        return face.document(face.content)
    }

    /// What a document says beside the members that all have.
    struct Content {
        /// `event.category`, `event.type`, `event.action`, `event.outcome`.
        var category: String
        var type: String
        var action: String
        var outcome = ""
        /// `event.dataset`; its first part is the module.
        var dataset: String
        /// Further members of the document, without a comma at either end.
        var members: String
    }

    /// A text of the shape, escaped.
    func text(_ name: RecordShape.TextName) -> String { FieldText.source(shape[name], .json) }

    /// A member with a text; empty where there is no text.
    func member(_ name: String, _ text: String) -> String {
        text.isEmpty ? "" : "\"\(name)\":\"\(FieldText.source(text, .json))\""
    }

    /// Members with commas between them, empty ones left out.
    func joined(_ members: String...) -> String { members.filter { !$0.isEmpty }.joined(separator: ",") }

    /// An object of members; empty where they all are.
    func object(_ name: String, _ members: String...) -> String {
        let present = members.filter { !$0.isEmpty }
        return present.isEmpty ? "" : "\"\(name)\":{\(present.joined(separator: ","))}"
    }

    private var content: Content {
        ofHost ?? ofIdentity ?? ofNetwork
            ?? Content(
                category: "host", type: "info", action: "record", dataset: dataset(""),
                members: user)
    }

    /// The dataset of a record of a host: by the log that it is from.
    func dataset(_ unix: String) -> String {
        guard shape.family == .windows, let event = WindowsEvent.event(shape) else {
            return unix.isEmpty ? "system.syslog" : unix
        }
        switch event.provider.channel {
        case WindowsProvider.sysmon.channel: return "windows.sysmon_operational"
        case "Security": return "system.security"
        case "System": return "system.system"
        case WindowsProvider.powerShell.channel: return "windows.powershell_operational"
        case WindowsProvider.classicPowerShell.channel: return "windows.powershell"
        default: return "windows.forwarded"
        }
    }

    private func document(_ content: Content) -> String {
        let event = WindowsEvent.event(shape)
        let module = content.dataset.split(separator: ".").first ?? ""
        var text = "{\"@timestamp\":\"<isoTime>\",\"ecs\":{\"version\":\"8.11.0\"},\"event\":{\"id\":\"<uid>\","
        text += "\"kind\":\"event\",\"category\":[\"\(content.category)\"],\"type\":[\"\(content.type)\"],"
        text += "\"action\":\"\(content.action)\",\"module\":\"\(module)\",\"dataset\":\"\(content.dataset)\","
        if !content.outcome.isEmpty { text += "\"outcome\":\"\(content.outcome)\"," }
        if let event { text += "\"code\":\"\(event.code)\",\"provider\":\"\(event.provider.name)\"," }
        text += "\"created\":\"<isoLogged>\"},"
        if isOnHost {
            let system = shape.family == .windows ? "windows" : "linux"
            text += "\"host\":{\"name\":\"<hostName>\",\"hostname\":\"<hostName>\",\"ip\":[\"<hostAddress>\"],"
            text += "\"domain\":\"<dnsDomain>\",\"os\":{\"type\":\"\(system)\",\"platform\":\"\(system)\"}},"
            text += "\"agent\":{\"type\":\"\(event == nil ? "auditbeat" : "winlogbeat")\",\"name\":\"<sensorName>\"}"
        } else {
            text += "\"observer\":{\"name\":\"<sensorName>\",\"type\":\"\(observer)\"}"
        }
        if !content.members.isEmpty { text += "," + content.members }
        if let event {
            text += ",\"log\":{\"level\":\"\(event.levelName)\"},\"winlog\":{\(WinlogbeatFace.winlog(event))}"
        }
        return text + "}"
    }

    /// Whether a program on the host writes it rather than somebody who watches the network.
    private var isOnHost: Bool {
        if shape.needsEndpoint || shape.code > 0 { return true }
        switch shape.kind {
        case .logon, .logoff, .directory, .account, .membership, .file, .service, .unit, .job: return true
        default: return false
        }
    }

    private var observer: String {
        switch shape.kind {
        case .firewall: "firewall"
        case .web(_, let byProxy, _, _): byProxy ? "proxy" : "ids"
        case .mail: "mail-gateway"
        default: "ids"
        }
    }
}
