import Kernel
import Scenario

/// What a file of rules says, and what is wrong with it.
public struct SigmaReading: Sendable {
    /// The rules without errors, in the order of the file.
    public var rules: [SigmaRule] = []
    /// The correlations without errors. Whether what they refer to exists is not known yet.
    public var correlations: [SigmaCorrelation] = []
    /// The filters without errors.
    public var filters: [SigmaFilter] = []
    /// Errors and warnings by position. A document with an error is in none of the lists.
    public var diagnostics: [Diagnostic] = []

    /// Nothing.
    public init() {}
}

/// Reads files in Sigma's language, version 2: rules, correlations and filters, several documents to a file or one.
public enum SigmaReader {
    private static let mostErrors = 1_000

    /// What the bytes say. Never traps, whatever they are; a mistake in one document leaves the others alone.
    ///
    /// - Parameters:
    ///   - file: the name that diagnostics and rules give.
    ///   - placeholders: the values that `|expand` puts for `%name%`; patterns. A rule that needs others is an error.
    /// - Complexity: O(bytes · log bytes) for ordinary rules, some 100 µs each.
    public static func read(
        _ bytes: [UInt8], file: String, placeholders: [String: [String]] = [:]
    ) -> SigmaReading {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        var context = RuleContext(text, file: file, placeholders: placeholders)
        var reading = SigmaReading()
        let documents = documents(of: text, &context)
        if documents.isEmpty && context.errorCount == 0 {
            context.error("the file is empty", at: TextPosition(line: 1, column: 1))
        }
        // A file with that many mistakes is no file of rules.
        for document in documents where context.errorCount < mostErrors {
            DocumentReader.read(document, into: &reading, &context)
        }
        reading.diagnostics = context.finished(text: text)
        return reading
    }

    /// The documents of a text that are not empty. Behind a mistake reading goes on with the next document.
    private static func documents(of text: [UInt8], _ context: inout RuleContext) -> [YAMLNode] {
        var documents: [YAMLNode] = []
        var rest = text
        var start = 0
        var last: TextPosition?
        while true {
            let (found, error) = YAMLComposer.composeAll(rest)
            documents += found.filter { !$0.isNull }
            guard let error else { return documents }
            if error.position != last { context.error(error.message, at: error.position) }
            last = error.position
            // What begins a document may be where the one before was found to be broken.
            guard context.errorCount < DiagnosticList.shown,
                let next = nextDocument(in: rest, line: error.position.line, behind: start)
            else { return documents }
            // What stands before is emptied rather than cut off, so that positions stay as they are.
            for index in 0..<next where rest[index] != 0x0A && rest[index] != 0x0D { rest[index] = 0x20 }
            start = next
        }
    }

    /// Where a line that begins a document stands first: not before `line`, and behind `start`.
    private static func nextDocument(in text: [UInt8], line: Int, behind start: Int) -> Int? {
        var current = 1
        var isStart = true
        for (index, byte) in text.enumerated() {
            if isStart && current >= line && index > start && text[index...].starts(with: "---".utf8) { return index }
            isStart = byte == 0x0A
            if isStart { current += 1 }
        }
        return nil
    }
}
