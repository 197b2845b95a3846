/// What may stand after a field's name, as in `CommandLine|contains`.
enum SigmaModifier: String, CaseIterable {
    case contains, startswith, endswith, all, cased, exists, neq
    case re, ignoreCase = "i", multiLine = "m", dotMatchesAll = "s"
    case base64, base64offset, wide, utf16le, utf16be, utf16, windash
    case cidr, lt, lte, gt, gte
    case fieldref, expand
    case minute, hour, day, week, month, year

    /// Longer words for the same, understood besides those of the specification.
    private static let synonyms: [String: SigmaModifier] = [
        "ignorecase": .ignoreCase, "multiline": .multiLine, "dotall": .dotMatchesAll,
    ]

    /// The modifier of a word; nil where there is none.
    init?(word: String) {
        guard let modifier = Self(rawValue: word) ?? Self.synonyms[word] else { return nil }
        self = modifier
    }

    /// All words, for suggestions.
    static let words = allCases.map(\.rawValue)

    /// Whether it changes how values are linked rather than the values.
    var isAboutLinking: Bool { self == .all || self == .neq }
}
