import Scenario

/// HTML as it grows. Texts pass ``text(_:)`` or an attribute, which escape; only literals of this program go in as they are.
package struct Markup: Sendable {
    /// Which languages a page holds.
    package enum Languages: Sendable, Equatable {
        /// Every text in both, each marked with its own, so that a script can switch: for pages that stand alone.
        case both
        /// Every text in the language of the page only: for pages that a server makes for whoever asks.
        case one
    }

    /// What has been written.
    package private(set) var html = ""
    /// The language of the page: the one shown first, or the only one.
    package let language: PageLanguage
    /// Which languages the page holds.
    package let languages: Languages

    /// An empty page.
    package init(language: PageLanguage, languages: Languages = .both) {
        self.language = language
        self.languages = languages
    }

    /// Appends a literal of this program.
    package mutating func literal(_ markup: StaticString) { html += markup.description }

    /// Appends what another builder has written, which is escaped already.
    package mutating func append(_ other: Markup) { html += other.html }

    /// Appends a text, escaped.
    package mutating func text(_ text: String) { Self.escape(text, into: &html) }

    /// Appends an integer.
    package mutating func number(_ number: Int) { html += String(number) }

    /// Appends a text: on a page of both languages each marked with its own, one plain text where they are alike; on a
    /// page of one language that one, or the other, marked, where there is nothing else.
    package mutating func text(_ text: LocalizedText) {
        switch languages {
        case .one:
            let (own, other) = text.parts(language)
            if !own.isEmpty || other.isEmpty {
                self.text(own)
            } else {
                element("span", ["lang": language.other.rawValue]) { $0.text(other) }
            }
        case .both:
            let text = text.filled
            if text.vietnamese == text.english {
                self.text(text.english)
            } else {
                element("span", ["lang": "vi"]) { $0.text(text.vietnamese) }
                element("span", ["lang": "en"]) { $0.text(text.english) }
            }
        }
    }

    /// A text in the language of the page, for attributes, which hold only one.
    package func words(_ text: LocalizedText) -> String { text[language] }

    /// Appends an element around what `body` writes.
    package mutating func element(
        _ name: StaticString, _ attributes: Attributes = [:], _ body: (inout Markup) -> Void = { _ in }
    ) {
        open(name, attributes)
        body(&self)
        html += "</\(name)>"
    }

    /// Appends an element with a text.
    package mutating func element(_ name: StaticString, _ attributes: Attributes, _ text: LocalizedText) {
        element(name, attributes) { $0.text(text) }
    }

    /// Appends an element with a text that is the same in every language.
    package mutating func element(_ name: StaticString, _ attributes: Attributes, _ text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Appends an element with a text.
    package mutating func element(_ name: StaticString, _ text: LocalizedText) { element(name, [:], text) }

    /// Appends an element with a text that is the same in every language.
    package mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

    /// Appends an element that has no content, such as `<meta>`.
    package mutating func empty(_ name: StaticString, _ attributes: Attributes) {
        open(name, attributes)
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        html += "<\(name)"
        for (key, value) in attributes.pairs {
            guard let value else { continue }
            html += " \(key)=\""
            Self.escape(value, into: &html)
            html += "\""
        }
        html += ">"
    }

    /// The one function through which texts enter a page. Control characters, which HTML does not allow, become spaces.
    package static func escape(_ text: String, into html: inout String) {
        // Most texts need nothing. 0xC2 leads the bytes of U+0080 to U+00BF, among which are control characters.
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F, 0xC2: false
            case 0..<0x20: byte == 0x0A || byte == 0x09
            default: true
            }
        }
        if isPlain {
            html += text
            return
        }
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
