import Scenario

/// The text of a record as a template's source: one function per kind of record, used by attacks, administrators and
/// chatter alike, so that nothing in the form of a record tells where it is from.
///
/// The classes are those of OCSF 1.3.0. Arguments called `image`, `path`, `name` … are already escaped and may hold fields.
struct RecordShape: Sendable {
    /// The template's source.
    var source: String
    /// See ``TemplateInfo/usesNetwork``.
    var usesNetwork = false
    /// See ``TemplateInfo/needsEndpoint``.
    var needsEndpoint = true

    /// The members that every record begins with.
    ///
    /// - Parameters:
    ///   - type: class uid and activity, as `type_uid` has them.
    ///   - name: the class's caption, and the activity's.
    ///   - code: Windows event id; 0: none.
    ///   - profiles: OCSF profiles whose attributes the record has.
    static func head(
        _ type: (classUID: Int, activity: Int), _ name: (String, String), code: Int = 0, profiles: [String] = []
    ) -> String {
        let category = type.classUID % 100_000 / 1000
        var text = "{\"time\":<time>,\"class_uid\":\(type.classUID),\"class_name\":\"\(name.0)\","
        text += "\"category_uid\":\(category),\"activity_id\":\(type.activity),\"activity_name\":\"\(name.1)\","
        text += "\"type_uid\":\(type.classUID * 100 + type.activity),\"severity_id\":1,"
        text += "\"metadata\":{\"uid\":\"<uid>\",\"version\":\"1.3.0\",\"logged_time\":<logged>,<sensor>"
        if code > 0 { text += ",\"event_code\":\"\(code)\"" }
        if !profiles.isEmpty {
            text += ",\"profiles\":[" + profiles.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        }
        return text + "}"
    }

    /// The last component of a path of either system.
    static func baseName(_ path: String) -> String {
        var name = Substring(path)
        while let slash = name.lastIndex(where: { $0 == "\\" || $0 == "/" }) {
            name = name[name.index(after: slash)...]
        }
        return name.isEmpty ? path : String(name)
    }

    /// A file object's members from a path that is escaped already.
    static func file(_ path: String) -> String {
        "\"name\":\"\(baseName(path))\",\"path\":\"\(path)\",\"type_id\":1"
    }

    /// A process object with its image file; no more is known of a parent or an actor.
    static func process(_ image: String, part: Int) -> String {
        "{\"pid\":<pid \(part)>,\"name\":\"\(baseName(image))\",\"file\":{\(file(image))}}"
    }

    static func actor(_ image: String) -> String {
        ",\"actor\":{\"user\":<user>,\"process\":\(process(image, part: 1))}"
    }

    static func onHost(_ image: String) -> String { ",\"device\":<device>" + actor(image) }
}
