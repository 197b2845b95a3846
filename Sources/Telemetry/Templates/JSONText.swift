/// Texts as they stand inside JSON strings and templates.
enum JSONText {
    /// Escapes a text for a JSON string; angle brackets too, which mark fields in templates.
    static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "<": result += "\\u003c"
            case ">": result += "\\u003e"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 32 {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// Escapes a card's text and turns its placeholders into fields.
    static func filled(_ text: String, service: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            result += escaped(rest[..<open])
            let after = rest[open...]
            var matched = false
            for (name, field) in placeholders(service: service) where after.hasPrefix(name) {
                result += field
                rest = after.dropFirst(name.count)
                matched = true
                break
            }
            if !matched {
                result += "{"
                rest = after.dropFirst()
            }
        }
        return result + escaped(rest)
    }

    private static func placeholders(service: String) -> [(String, String)] {
        [
            ("{source}", "<sourceName>"), ("{target}", "<targetName>"), ("{account}", "<userName>"),
            ("{network}", "<network>"), ("{service}", escaped(service)),
        ]
    }
}
