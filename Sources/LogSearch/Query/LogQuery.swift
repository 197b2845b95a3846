/// A search text, read: which records are wanted.
///
/// The language is the one people know from search bars of log tools: `host.name:ws-0* AND event.code:(4688 OR 1) AND
/// NOT user.name:svc-*`. See `docs/log-search.md`.
public struct LogQuery: Sendable, Equatable {
    /// Longest text, in bytes of UTF-8.
    public static let longestText = 4096
    /// Most words, phrases and ranges.
    public static let mostTerms = 100
    /// Deepest parentheses and negations.
    public static let deepestNesting = 32

    /// Where a term looks.
    enum Place: Sendable, Equatable {
        /// In all fields.
        case anywhere
        /// In fields of this name, which may have `*`.
        case field(String)
    }

    /// One word, phrase or range.
    struct Term: Sendable, Equatable {
        var place: Place
        var test: ValueTest
    }

    /// What a record must pass.
    indirect enum Node: Sendable, Equatable {
        case everything
        case term(Int)
        case not(Node)
        case all([Node])
        case any([Node])
    }

    /// The text as it was given.
    public let text: String
    let terms: [Term]
    let root: Node

    /// Reads a search text; an empty one wants every record.
    ///
    /// - Parameter fields: where given, names of fields that are not in it are errors.
    /// - Throws: ``LogQueryError`` with the place of the mistake, which lies within the text.
    /// - Complexity: O(bytes), with `*` in names O(fields · terms).
    public init(parsing text: String, fields: FieldCatalogue? = nil) throws(LogQueryError) {
        var parser = try LogQueryParser(text, fields: fields)
        root = try parser.parse()
        terms = parser.terms
        self.text = text
    }

    /// A query for every record.
    public init() {
        text = ""
        terms = []
        root = .everything
    }
}
