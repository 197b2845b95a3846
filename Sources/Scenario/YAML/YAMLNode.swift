import Kernel

/// A value of a YAML text that remembers where it stood. Aliases are shared, not copied.
package struct YAMLNode: Sendable {
    /// A key with its value. Keys are texts: other keys are refused when the tree is composed.
    package struct Entry: Sendable {
        package var key: String
        package var keyPosition: TextPosition
        package var value: YAMLNode
    }

    /// What kind of value. A scalar is *plain* where it was written without quotation marks.
    package enum Content: Sendable {
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    package var content: Content
    package var position: TextPosition
    /// Whether a tag such as `!!int` was written.
    package var hasTag = false
    /// How many nodes this one stands for when aliases are written out.
    var weight = 1
    /// How many levels there are below and including this one.
    var height = 1

    /// Whether nothing was written, or one of YAML's words for it.
    package var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
    }

    /// The truth value, by YAML's core schema.
    package var bool: Bool? {
        guard case .scalar(let text, isPlain: true) = content else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// The entries of a map, or nothing.
    package var entries: [Entry] {
        if case .mapping(let entries) = content { return entries }
        return []
    }

    /// The elements of a list, or nothing.
    package var elements: [YAMLNode] {
        if case .sequence(let elements) = content { return elements }
        return []
    }

    /// The last value written for a key.
    package subscript(key: String) -> YAMLNode? { entry(key)?.value }

    /// The last entry written for a key.
    package func entry(_ key: String) -> Entry? { entries.last { $0.key == key } }

    /// The entries by key, for looking up many. Of equal keys the last one counts.
    func index() -> [String: Entry] {
        Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// What was found, for messages.
    package var summary: String {
        switch content {
        case .scalar(let text, _): isNull ? "nothing" : Self.quoted(text)
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }

    /// A text in quotation marks, as ``shortened(_:)`` gives it.
    package static func quoted(_ text: String) -> String { "'\(shortened(text))'" }

    /// A text for messages: at most 48 characters, on one line.
    package static func shortened(_ text: String) -> String {
        var shown = ""
        for (count, scalar) in text.unicodeScalars.prefix(49).enumerated() {
            if count == 48 { return shown + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: shown += " "
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
