import Kernel

/// A name or id by which one document refers to another.
public struct SigmaReference: Sendable, Hashable {
    /// The id or name, as written.
    public var text: String
    /// Where it was written.
    public var position: TextPosition

    /// A reference.
    public init(text: String, position: TextPosition) {
        self.text = text
        self.position = position
    }
}

/// A condition that an organisation adds to rules which it does not want to change, mostly to except what is usual
/// there.
public struct SigmaFilter: Sendable {
    /// What it is for, in a few words.
    public var title: String
    /// The filter's `id`, as written; empty where there is none.
    public var id = ""
    /// Rules about other logs are left alone.
    public var source = LogSource()
    /// The rules that it applies to; nil: to all about these logs.
    public var rules: [SigmaReference]?
    /// What must hold of a record besides the rule's own condition, for instance `not selection`.
    public var condition = SigmaExpression.all([])
    /// The file, as the caller named it.
    public var file = ""
    /// Where the filter begins in its file.
    public var position = TextPosition(line: 1, column: 1)

    /// A filter that lets everything pass.
    public init(title: String) { self.title = title }
}
