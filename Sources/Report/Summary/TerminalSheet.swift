/// Lines for a terminal of 80 columns.
struct TerminalSheet {
    /// How a line stands out.
    enum Style {
        case plain, bold, faint, red, green
    }

    private static let width = 80

    private(set) var text = ""
    private let colour: Bool

    init(colour: Bool) { self.colour = colour }

    /// Appends a line, cut where it is too long.
    mutating func line(_ content: String, _ style: Style = .plain) {
        let clean = Self.clean(content)
        let shown = clean.count <= Self.width ? clean : String(clean.prefix(Self.width - 1)) + "…"
        guard colour, let code = Self.code(style), !shown.isEmpty else {
            text += shown + "\n"
            return
        }
        text += "\u{1B}[\(code)m\(shown)\u{1B}[0m\n"
    }

    /// Appends a text over as many lines as it takes.
    mutating func wrap(_ content: String, _ style: Style = .plain) {
        var current = ""
        for word in Self.clean(content).split(separator: " ") {
            if !current.isEmpty && current.count + 1 + word.count > Self.width {
                line(current, style)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        if !current.isEmpty { line(current, style) }
    }

    /// Fills a text with spaces.
    static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return right ? space + text : text + space
    }

    /// A scenario's text must not move the cursor or colour the terminal: control characters become spaces. So do
    /// spaces that do not break, which terminals and searches treat in different ways.
    private static func clean(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{0}"..<" ", "\u{7F}"..."\u{A0}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func code(_ style: Style) -> Int? {
        switch style {
        case .plain: nil
        case .bold: 1
        case .faint: 2
        case .red: 31
        case .green: 32
        }
    }
}
