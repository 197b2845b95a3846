import Kernel

/// What a part of a file looks like and how it becomes a value.
///
/// The one source for validation, decoding, the JSON Schema and the reference page.
struct Shape<Value>: Sendable {
    /// The same as data.
    let description: ShapeDescription
    /// The value of a node; nil where an error was reported.
    let read: @Sendable (YAMLNode, inout ReadContext) -> Value?

    init(_ description: ShapeDescription, read: @escaping @Sendable (YAMLNode, inout ReadContext) -> Value?) {
        self.description = description
        self.read = read
    }

    /// The shape with each value turned into another.
    func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
        let read = self.read
        return Shape<Other>(description) { node, context in read(node, &context).map(transform) }
    }
}

extension YAMLNode {
    /// The text of a scalar, or an error that says what was expected.
    func scalar(expecting expectation: @autoclosure () -> String, _ context: inout ReadContext) -> String? {
        checkTag(&context)
        guard case .scalar(let text, let isPlain) = content, !(isPlain && isNull && context.isStrict) else {
            context.error("expected \(expectation()), found \(summary)", at: position)
            return nil
        }
        return text
    }

    /// Tags say how to read a value; here the place says it.
    func checkTag(_ context: inout ReadContext) {
        if hasTag && context.isStrict { context.error("tags such as !!str are not used here", at: position) }
    }
}
