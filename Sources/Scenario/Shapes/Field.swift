import Kernel

/// One key of a record: how it looks and where its value goes.
struct Field<Root>: Sendable {
    let description: FieldDescription
    let apply: @Sendable (YAMLNode, inout Root, inout ReadContext) -> Void

    /// A key that must be there.
    static func required<Value>(
        _ key: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ shape: Shape<Value>, _ summary: String
    ) -> Field {
        make(key, summary, isRequired: true, shape) { $0[keyPath: path] = $1 }
    }

    /// A key that may be there.
    static func optional<Value>(
        _ key: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ shape: Shape<Value>, _ summary: String
    ) -> Field {
        make(key, summary, isRequired: false, shape) { $0[keyPath: path] = $1 }
    }

    /// A key that may be there, for a value that is nil without it.
    static func optional<Value>(
        _ key: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ shape: Shape<Value>, _ summary: String
    ) -> Field {
        make(key, summary, isRequired: false, shape) { $0[keyPath: path] = $1 }
    }

    /// A key whose value `store` takes apart.
    static func custom<Value>(
        _ key: String, _ shape: Shape<Value>, _ summary: String, isRequired: Bool = false,
        store: @escaping @Sendable (inout Root, Value) -> Void
    ) -> Field {
        make(key, summary, isRequired: isRequired, shape, store: store)
    }

    /// A key that is checked and not kept.
    static func checked<Value>(
        _ key: String, _ shape: Shape<Value>, _ summary: String, isRequired: Bool = false
    ) -> Field {
        make(key, summary, isRequired: isRequired, shape) { _, _ in }
    }

    /// The same key as one that Open Cyber Range does not know: there it is ignored like any other unknown key.
    var ours: Field {
        var changed = description
        changed.isOurs = true
        return Field(description: changed, apply: apply)
    }

    /// The same key with other spellings that only Open Cyber Range's dialect takes.
    func alsoSpelled(_ spellings: String...) -> Field {
        var changed = description
        changed.otherSpellings = spellings
        return Field(description: changed, apply: apply)
    }

    private static func make<Value>(
        _ key: String, _ summary: String, isRequired: Bool, _ shape: Shape<Value>,
        store: @escaping @Sendable (inout Root, Value) -> Void
    ) -> Field {
        let description = FieldDescription(
            key: key, summary: summary, isRequired: isRequired, isOurs: false, shape: shape.description)
        return Field(description: description) { node, root, context in
            if let value = shape.read(node, &context) { store(&root, value) }
        }
    }
}

extension FieldDescription {
    /// Whether a written key means this field. Open Cyber Range also takes `Key` and `KEY`.
    func matches(_ written: String, _ dialect: Dialect) -> Bool {
        switch dialect {
        case .thaotruong: return written == key
        case .ocr:
            if isOurs { return false }
            if written == key || otherSpellings.contains(written) { return true }
            // Most keys differ in length already, and making other spellings takes time.
            if written.utf8.count != key.utf8.count { return false }
            return written == key.uppercased() || written == key.prefix(1).uppercased() + key.dropFirst()
        }
    }

    /// Whether it must be written in that dialect.
    func isRequired(in dialect: Dialect) -> Bool { isRequired && (dialect == .thaotruong || !isOurs) }
}
