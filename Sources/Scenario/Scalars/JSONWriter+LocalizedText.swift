import Kernel

extension JSONWriter {
    /// Writes a member with a text in both languages.
    package mutating func member(_ name: String, _ text: LocalizedText) {
        key(name)
        value(text)
    }

    /// Writes a text in both languages.
    package mutating func value(_ text: LocalizedText) {
        object { json in
            json.member("vi", text.vietnamese)
            json.member("en", text.english)
        }
    }
}
