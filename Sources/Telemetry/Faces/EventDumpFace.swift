/// Events of Windows as `evtx_dump` makes JSON of their XML: attributes apart, numbers as numbers, one event a line.
///
/// The record's number is ``Record/number``, since the id has more digits than a number may have.
enum EventDumpFace {
    /// The template's source; `nil` where Windows writes no such record.
    static func source(_ shape: RecordShape) -> String? {
        guard let event = WindowsEvent.event(shape) else { return nil }
        let guid = event.provider.guid.isEmpty ? "" : ",\"Guid\":\"\(event.provider.guid)\""
        var text = "{\"Event\":{\"#attributes\":{\"xmlns\":\"http://schemas.microsoft.com/win/2004/08/events/event\"},"
        text += "\"System\":{\"Provider\":{\"#attributes\":{\"Name\":\"\(event.provider.name)\"\(guid)}},"
        if event.provider.guid.isEmpty {
            text += "\"EventID\":{\"#attributes\":{\"Qualifiers\":0},\"#text\":\(event.code)},"
        } else {
            text += "\"EventID\":\(event.code),\"Version\":\(event.version),"
        }
        text += "\"Level\":\(event.level),\"Task\":\(event.task),\"Opcode\":\(event.opcode),"
        text += "\"Keywords\":\"0x\(event.keywords)\","
        text += "\"TimeCreated\":{\"#attributes\":{\"SystemTime\":\"<longTime>\"}},\"EventRecordID\":<uidNumber>,"
        text += "\"Correlation\":null,\"Execution\":{\"#attributes\":{\"ProcessID\":<pid 250>,\"ThreadID\":<pid 251>}},"
        text += "\"Channel\":\"\(event.provider.channel)\",\"Computer\":\"<computer>\",\"Security\":"
        text += event.writer.map { "{\"#attributes\":{\"UserID\":\"\($0)\"}}" } ?? "null"
        return text + "},\(data(event))}}"
    }

    private static func data(_ event: WindowsEvent) -> String {
        if event.isUnnamed {
            let texts = event.data.map { "\"\($0.value.text)\"" }.joined(separator: ",")
            return "\"EventData\":{\"Data\":{\"#text\":[\(texts)]}}"
        }
        let fields = event.data.map { "\"\($0.name)\":\(value($0.value))" }.joined(separator: ",")
        guard let userData = event.userData else { return "\"EventData\":{\(fields)}" }
        return "\"UserData\":{\"\(userData.name)\":{\"#attributes\":{\"xmlns\":\"\(userData.namespace)\"}"
            + (fields.isEmpty ? "" : ",") + "\(fields)}}"
    }

    private static func value(_ value: WindowsValue) -> String {
        switch value {
        case .text: "\"\(value.text)\""
        case .number(let digits): digits
        case .guid(0): "\"00000000-0000-0000-0000-000000000000\""
        case .guid(let part): "\"<upperGuid \(part)>\""
        case .fixedGuid(let digits): "\"\(digits.contains("<") ? digits : digits.uppercased())\""
        }
    }
}
