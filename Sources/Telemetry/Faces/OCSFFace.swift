/// Records as OCSF JSON lines, by the classes of version 1.3.0.
struct OCSFFace {
    let shape: RecordShape
    /// The event of Windows that the record stands for, if it stands for one.
    let event: WindowsEvent?

    init(shape: RecordShape) {
        self.shape = shape
        event = WindowsEvent.event(shape)
    }

    /// The template's source, without the line feed. Every kind of record has a class.
    static func source(_ shape: RecordShape) -> String {
        let face = OCSFFace(shape: shape)
        guard let line = face.onHost ?? face.ofIdentity ?? face.onNetwork else { return face.base }
        return face.event.map { line.dropLast() + ",\"unmapped\":{\(face.eventData($0))}}" } ?? line
    }

    /// A text of the shape, escaped.
    func text(_ name: RecordShape.TextName) -> String { FieldText.source(shape[name], .json) }

    /// The members that every record begins with.
    ///
    /// - Parameters:
    ///   - type: class uid and activity, as `type_uid` has them.
    ///   - name: the class's caption, and the activity's.
    ///   - profiles: OCSF profiles whose attributes the record has.
    func head(
        _ type: (classUID: Int, activity: Int), _ name: (String, String), profiles: [String] = []
    ) -> String {
        let category = type.classUID % 100_000 / 1000
        var text = "{\"time\":<time>,\"class_uid\":\(type.classUID),\"class_name\":\"\(name.0)\","
        text += "\"category_uid\":\(category),\"activity_id\":\(type.activity),\"activity_name\":\"\(name.1)\","
        text += "\"type_uid\":\(type.classUID * 100 + type.activity),\"severity_id\":1,"
        text += "\"metadata\":{\"uid\":\"<uid>\",\"version\":\"1.3.0\",\"logged_time\":<logged>,<sensor>"
        if shape.code > 0 { text += ",\"event_code\":\"\(shape.code)\"" }
        if let event { text += ",\"log_provider\":\"\(event.provider.name)\"" }
        if !profiles.isEmpty {
            text += ",\"profiles\":[" + profiles.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        }
        return text + "}"
    }

    /// A file object's members.
    func file(_ path: String, type: Int = 1) -> String {
        "\"name\":\"\(FieldText.source(RecordShape.baseName(path), .json))\","
            + "\"path\":\"\(FieldText.source(path, .json))\",\"type_id\":\(type)"
    }

    /// A process object with its image file.
    func process(_ image: String, part: Int, command: String = "") -> String {
        let line = command.isEmpty ? "" : "\"cmd_line\":\"\(FieldText.source(command, .json))\","
        return "{\"pid\":<pid \(part)>,\"name\":\"\(FieldText.source(RecordShape.baseName(image), .json))\",\(line)"
            + "\"file\":{\(file(image))}}"
    }

    /// The device, and who acts on it through which program.
    func device(actor image: String, command: String = "") -> String {
        let process = image.isEmpty ? "" : ",\"process\":\(process(image, part: 1, command: command))"
        return ",\"device\":<device>,\"actor\":{\"user\":<user>\(process)}"
    }

    /// Members that OCSF has no attribute for; those without a text are left out. Events of Windows have their own names
    /// for them, see ``eventData(_:)``.
    func unmapped(_ members: [(String, RecordShape.TextName)]) -> String {
        let present = members.filter { !shape[$0.1].isEmpty }
        if present.isEmpty || event != nil { return "" }
        return ",\"unmapped\":{" + present.map { "\"\($0.0)\":\"\(text($0.1))\"" }.joined(separator: ",") + "}"
    }

    /// What has no class of its own is a base event, which has no device either: all of it is beside the attributes.
    private var base: String {
        let place =
            head((0, 99), ("Base Event", "Other")) + ",\"unmapped\":{\(device(actor: shape[.image]).dropFirst())"
        if let event { return place + ",\(eventData(event))}}" }
        let names = RecordShape.TextName.allCases.filter { $0 != .image && $0 != .label && !shape[$0].isEmpty }
        return place + names.map { ",\"\($0.rawValue)\":\"\(text($0))\"" }.joined() + "}}"
    }
}
