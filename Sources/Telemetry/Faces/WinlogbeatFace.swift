/// Events of Windows as Winlogbeat ships them: one document a line, all fields of the event as texts.
enum WinlogbeatFace {
    /// The template's source; `nil` where Windows writes no such record.
    static func source(_ shape: RecordShape) -> String? {
        guard let event = WindowsEvent.event(shape) else { return nil }
        return
            "{\"@timestamp\":\"<isoTime>\",\"event\":{\"id\":\"<uid>\",\"kind\":\"event\",\"code\":\"\(event.code)\","
            + "\"provider\":\"\(event.provider.name)\",\"created\":\"<isoLogged>\"},"
            + "\"host\":{\"name\":\"<computer>\"},\"log\":{\"level\":\"\(event.levelName)\"},"
            + "\"winlog\":{\(winlog(event))},"
            + "\"agent\":{\"type\":\"winlogbeat\",\"name\":\"<hostName>\"},\"ecs\":{\"version\":\"8.11.0\"}}"
    }

    /// The members of `winlog`.
    static func winlog(_ event: WindowsEvent) -> String {
        var text = "\"channel\":\"\(event.provider.channel)\",\"provider_name\":\"\(event.provider.name)\","
        if !event.provider.guid.isEmpty { text += "\"provider_guid\":\"{\(event.provider.guid.lowercased())}\"," }
        text += "\"event_id\":\"\(event.code)\",\"record_id\":\"<uidNumber>\",\"computer_name\":\"<computer>\","
        if event.level == 0 {
            text += "\"keywords\":[\"Audit \(event.keywords == "8010000000000000" ? "Failure" : "Success")\"],"
        }
        text += "\"version\":\(event.version),\"task\":\"\(event.task)\",\"opcode\":\"\(event.opcode)\","
        text += "\"process\":{\"pid\":<pid 250>,\"thread\":{\"id\":<pid 251>}},"
        if let writer = event.writer { text += "\"user\":{\"identifier\":\"\(writer)\"}," }
        return text + (event.userData == nil ? "\"event_data\":{" : "\"user_data\":{") + fields(event) + "}"
    }

    private static func fields(_ event: WindowsEvent) -> String {
        var members: [String] = []
        if let userData = event.userData { members.append("\"xml_name\":\"\(userData.name)\"") }
        for (index, field) in event.data.enumerated() {
            let name = event.isUnnamed ? "param\(index + 1)" : field.name
            members.append("\"\(name)\":\"\(field.value.text)\"")
        }
        return members.joined(separator: ",")
    }
}

extension WindowsEvent {
    /// The level's name.
    var levelName: String {
        switch level {
        case 2: "error"
        case 3: "warning"
        case 5: "verbose"
        default: "information"
        }
    }

    /// The security identifier of the account that writes the event; `nil` where the event has none, as all of the
    /// Security log and of classic sources.
    var writer: String? {
        switch provider.channel {
        case "Security", WindowsProvider.classicPowerShell.channel: nil
        case "System": [104, 7036].contains(code) ? nil : code == 7045 ? "<userSID>" : "S-1-5-18"
        case WindowsProvider.powerShell.channel, WindowsProvider.directory.channel: "<userSID>"
        case WindowsProvider.remoteConnections.channel: "S-1-5-20"
        case WindowsProvider.hostFirewall.channel: "S-1-5-19"
        default: "S-1-5-18"
        }
    }
}

extension WindowsValue {
    /// The source of the value as a text, escaped for JSON.
    var text: String {
        switch self {
        case .text(let text): FieldText.source(text, .json)
        case .number(let digits): digits
        case .guid(0): "{00000000-0000-0000-0000-000000000000}"
        case .guid(let part): "{<guid \(part)>}"
        case .fixedGuid(let digits): "{\(digits)}"
        }
    }
}
