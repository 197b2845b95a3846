import Kernel

extension Shape {
    /// A map with fixed keys.
    ///
    /// - Parameters:
    ///   - make: the value before any key is read; its argument is the name of the entry.
    ///   - check: looks at the value once all required keys are there and none had an error.
    ///   - checksRest: whether `check` also looks at what is left when some parts had errors. Entries of maps that had
    ///     errors are not among it.
    static func record(
        _ name: String, _ summary: String, isAlternative: Bool = false,
        make: @escaping @Sendable (String) -> Value, fields: [Field<Value>], checksRest: Bool = false,
        check: (@Sendable (inout Value, YAMLNode, inout ReadContext) -> Void)? = nil
    ) -> Shape {
        let record = RecordDescription(
            name: name, summary: summary, fields: fields.map(\.description), isAlternative: isAlternative)
        return Shape(.record(record)) { node, context in
            node.checkTag(&context)
            guard case .mapping(let entries) = node.content else {
                context.error("expected a map (\(name)), found \(node.summary)", at: node.position)
                return nil
            }
            var value = make(context.entryName)
            var seen: UInt64 = 0
            let errorsBefore = context.errorCount
            for entry in entries {
                context.within(.key(entry.key)) { context in
                    let place = fields.firstIndex { $0.description.matches(entry.key, context.dialect) }
                    guard let place else { return context.reportUnknown(entry, record) }
                    if seen & (1 << UInt64(place)) != 0 {
                        return context.error("the key stands twice", at: entry.keyPosition)
                    }
                    seen |= 1 << UInt64(place)
                    let field = fields[place]
                    // Where Open Cyber Range asks for nothing, nothing may be written.
                    if !context.isStrict && entry.value.isNull && !field.description.isRequired { return }
                    field.apply(entry.value, &value, &context)
                }
            }
            let missing = fields.indices.filter {
                fields[$0].description.isRequired(in: context.dialect) && seen & (1 << UInt64($0)) == 0
            }
            if !missing.isEmpty {
                let keys = missing.map { "'\(fields[$0].description.key)'" }.joined(separator: ", ")
                context.error("missing \(missing.count == 1 ? "key" : "keys") \(keys)", at: node.position)
                return nil
            }
            // Parts that could not be read have kept their placeholders, of which nothing follows.
            if checksRest || context.errorCount == errorsBefore { check?(&value, node, &context) }
            return value
        }
    }
}

extension ReadContext {
    /// Reports a key that the record does not have: an error in ours, ignored in the other dialect.
    fileprivate mutating func reportUnknown(_ entry: YAMLNode.Entry, _ record: RecordDescription) {
        let keys = record.fields.filter { isStrict || !$0.isOurs }.map(\.key)
        if isStrict {
            error("unknown key \(YAMLNode.quoted(entry.key))", at: entry.keyPosition, near: entry.key, among: keys)
        } else {
            let message = "unknown key \(YAMLNode.quoted(entry.key)) is ignored"
            warning(message, at: entry.keyPosition, near: entry.key, among: keys)
        }
    }
}
