import Markup
import Scenario

extension Markup {
    /// Appends a moment of the real world, in milliseconds since 1970. Without scripts it is in UTC; with them it becomes the
    /// reader's own time.
    mutating func moment(_ milliseconds: Int64) {
        let text = LogLine.timestamp(milliseconds)
        element("time", ["datetime": text, "data-local": ""], text.prefix(16).replacing("T", with: " ") + " UTC")
    }
}

extension TableCell {
    /// A moment of the real world, or a text where there is none.
    static func moment(_ milliseconds: Int64?, or text: LocalizedText = Texts.none) -> TableCell {
        .drawn { page in
            if let milliseconds { page.moment(milliseconds) } else { page.text(text) }
        }
    }

    /// A link.
    static func link(_ title: LocalizedText, _ path: String) -> TableCell {
        .drawn { $0.element("a", ["href": path], title) }
    }

    /// A word in a coloured frame.
    static func chip(_ title: LocalizedText, _ tone: Tone) -> TableCell { .drawn { $0.chip(title, tone) } }
}
