import Scenario

extension LocalizedText {
    /// The text with each empty language filled from the other.
    package var filled: LocalizedText {
        LocalizedText(
            vietnamese: vietnamese.isEmpty ? english : vietnamese, english: english.isEmpty ? vietnamese : english)
    }

    /// The text in a language, and in the other.
    package func parts(_ language: PageLanguage) -> (own: String, other: String) {
        language == .vietnamese ? (vietnamese, english) : (english, vietnamese)
    }

    /// The text, or another where there is none.
    package func or(_ other: String) -> LocalizedText { isEmpty ? LocalizedText(other) : filled }

    /// The same text in both languages.
    package init(_ both: String) { self.init(vietnamese: both, english: both) }

    /// Vietnamese and English.
    package init(_ vietnamese: String, _ english: String) { self.init(vietnamese: vietnamese, english: english) }

    /// The text in one language; in the other where it has none in that one.
    package subscript(language: PageLanguage) -> String {
        let (own, other) = parts(language)
        return own.isEmpty ? other : own
    }

    /// One text after the other, language by language.
    package static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
        let left = left.filled
        let right = right.filled
        return LocalizedText(left.vietnamese + right.vietnamese, left.english + right.english)
    }

    /// A text with another that is alike in both languages after it.
    package static func + (left: LocalizedText, right: String) -> LocalizedText { left + LocalizedText(right) }
}

extension [LocalizedText] {
    /// All texts, language by language, with a separator between.
    package func joined(separator: String) -> LocalizedText {
        LocalizedText(
            map(\.filled.vietnamese).joined(separator: separator), map(\.filled.english).joined(separator: separator))
    }
}
