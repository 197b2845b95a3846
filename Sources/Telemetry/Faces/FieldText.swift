/// How fixed text is escaped in a face's source, where fields stand in angle brackets.
enum TextStyle: Int, CaseIterable, Sendable {
    /// Inside a JSON string.
    case json
    /// A column of Zeek's tab-separated logs.
    case tabbed
    /// A value of RFC 5424's structured data.
    case parameter
    /// RFC 5424's message: one line of UTF-8.
    case message
}

/// Turns texts of shapes into sources of templates.
///
/// A source holds fixed bytes, escaped for its format, and fields in angle brackets. Brackets that are text stand in it as
/// the control characters 1 and 2, which no escaped text holds.
enum FieldText {
    /// Control characters that stand for angle brackets in sources.
    static let open: Unicode.Scalar = "\u{1}"
    static let close: Unicode.Scalar = "\u{2}"

    /// The source for a text with its own marks: what is between `%` and `&` becomes a field where its name is one.
    static func source(_ text: String, _ style: TextStyle) -> String {
        var result = ""
        var rest = Substring(text)
        while let mark = rest.firstIndex(of: "%") {
            result += escaped(rest[..<mark], style)
            let after = rest[rest.index(after: mark)...]
            if let field = field(after) {
                result += "<\(field)>"
                rest = after.dropFirst(field.count + 1)
            } else {
                result += escaped("%", style)
                rest = after
            }
        }
        return result + escaped(rest, style)
    }

    /// The field that a text begins with, up to its `&`.
    private static func field(_ text: Substring) -> Substring? {
        guard let end = text.firstIndex(of: "&") else { return nil }
        let field = text[..<end]
        guard
            field.utf8.allSatisfy({
                $0 == 0x20 || $0 == 0x2D || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A
                    || $0 >= 0x61 && $0 <= 0x7A
            }),
            TemplateField.isWellFormed(field)
        else { return nil }
        return field
    }

    /// Escapes a text; the fields in it would be escaped too.
    static func escaped(_ text: some StringProtocol, _ style: TextStyle) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch style {
            case .json: appendJSON(scalar, &result)
            case .tabbed: appendTabbed(scalar, &result)
            case .parameter:
                if scalar == "\"" || scalar == "\\" || scalar == "]" { result += "\\" }
                appendPlain(scalar, &result)
            case .message: appendPlain(scalar, &result)
            }
        }
        return result
    }

    private static func appendJSON(_ scalar: Unicode.Scalar, _ result: inout String) {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default:
            if scalar.value < 32 {
                result += "\\u" + hexadecimal(scalar.value, 4)
            } else {
                appendPlain(scalar, &result)
            }
        }
    }

    /// Zeek writes what would break a line as `\x` and two digits.
    private static func appendTabbed(_ scalar: Unicode.Scalar, _ result: inout String) {
        if scalar.value < 32 || scalar == "\\" {
            result += "\\x" + hexadecimal(scalar.value, 2)
        } else {
            appendPlain(scalar, &result)
        }
    }

    /// A scalar as it is; brackets as their stand-ins, line ends as blanks.
    private static func appendPlain(_ scalar: Unicode.Scalar, _ result: inout String) {
        switch scalar {
        case "<": result.unicodeScalars.append(open)
        case ">": result.unicodeScalars.append(close)
        default: result.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
        }
    }

    private static func hexadecimal(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Turns a card's placeholders into marks.
    static func filled(_ text: String, service: String) -> String {
        let placeholders = [
            ("{source}", "%sourceName&"), ("{target}", "%targetName&"), ("{account}", "%userName&"),
            ("{network}", "%network&"), ("{service}", service),
        ]
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let after = rest[open...]
            if let (name, field) = placeholders.first(where: { after.hasPrefix($0.0) }) {
                result += field
                rest = after.dropFirst(name.count)
            } else {
                result += "{"
                rest = after.dropFirst()
            }
        }
        return result + rest
    }
}
