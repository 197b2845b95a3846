/// The title of a Sigma rule, as far as it can be seen without reading YAML: the text was checked before it came here, and
/// only a name for lists is wanted.
enum RuleTitle {
    /// The longest title, in characters.
    private static let limit = 120

    static func of(_ text: String) -> String {
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("title:") {
            var title = trimmed(line.dropFirst("title:".count))
            for quote in ["\"", "'"] where title.count >= 2 && title.hasPrefix(quote) && title.hasSuffix(quote) {
                title = title.dropFirst().dropLast()
            }
            if !title.isEmpty { return String(title.prefix(limit)) }
        }
        return "Sigma"
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }
}
