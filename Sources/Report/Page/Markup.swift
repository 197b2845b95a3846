import Scenario

/// HTML as it grows. Texts pass ``text(_:)`` or an attribute, which escape; only literals of this program go in as they are.
struct Markup {
    private(set) var html = ""
    /// The language that is shown where a place holds only one.
    let language: ReportLanguage

    init(language: ReportLanguage) { self.language = language }

    /// Appends a literal of this program.
    mutating func literal(_ markup: StaticString) { html += markup.description }

    /// Appends a text, escaped.
    mutating func text(_ text: String) { Self.escape(text, into: &html) }

    /// Appends an integer.
    mutating func number(_ number: Int) { html += String(number) }

    /// Appends a text in both languages, each marked with its own; one plain text where they are alike.
    mutating func text(_ text: LocalizedText) {
        let text = text.filled
        if text.vietnamese == text.english {
            self.text(text.english)
        } else {
            element("span", ["lang": "vi"]) { $0.text(text.vietnamese) }
            element("span", ["lang": "en"]) { $0.text(text.english) }
        }
    }

    /// Appends an element around what `body` writes.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
        _ body: (inout Markup) -> Void = { _ in }
    ) {
        open(name, attributes)
        body(&self)
        html += "</\(name)>"
    }

    /// Appends an element with a text in both languages.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: LocalizedText
    ) {
        element(name, attributes) { $0.text(text) }
    }

    /// Appends an element with a text.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String
    ) {
        element(name, attributes) { $0.text(text) }
    }

    /// Appends an element with a text in both languages.
    mutating func element(_ name: StaticString, _ text: LocalizedText) { element(name, [:], text) }

    /// Appends an element with a text.
    mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

    /// Appends an element that has no content, such as `<meta>`.
    mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        open(name, attributes)
    }

    private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        html += "<\(name)"
        for (key, value) in attributes {
            html += " \(key)=\""
            Self.escape(value, into: &html)
            html += "\""
        }
        html += ">"
    }

    /// The one function through which texts enter a page. Control characters, which HTML does not allow, become spaces.
    static func escape(_ text: String, into html: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            case "\n", "\t": html.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": html += " "
            default: html.unicodeScalars.append(scalar)
            }
        }
    }
}

extension LocalizedText {
    /// The text with each empty language filled from the other.
    var filled: LocalizedText {
        LocalizedText(
            vietnamese: vietnamese.isEmpty ? english : vietnamese, english: english.isEmpty ? vietnamese : english)
    }

    /// The text, or another where there is none.
    func or(_ other: String) -> LocalizedText { isEmpty ? LocalizedText(other) : filled }

    /// The same text in both languages.
    init(_ both: String) { self.init(vietnamese: both, english: both) }

    /// Vietnamese and English.
    init(_ vietnamese: String, _ english: String) { self.init(vietnamese: vietnamese, english: english) }

    /// The text in one language.
    subscript(language: ReportLanguage) -> String {
        let text = filled
        return language == .vietnamese ? text.vietnamese : text.english
    }

    /// One text after the other, language by language.
    static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
        let left = left.filled
        let right = right.filled
        return LocalizedText(left.vietnamese + right.vietnamese, left.english + right.english)
    }

    /// A text with another that is alike in both languages after it.
    static func + (left: LocalizedText, right: String) -> LocalizedText { left + LocalizedText(right) }
}

extension [LocalizedText] {
    /// All texts, language by language, with a separator between.
    func joined(separator: String) -> LocalizedText {
        LocalizedText(
            map(\.filled.vietnamese).joined(separator: separator), map(\.filled.english).joined(separator: separator))
    }
}
