import Kernel

/// What a name may look like, and how long it may be.
enum NameRule {
    static let pattern = "^[a-z0-9][a-z0-9-]{0,34}$"
    static let expectation = "a name of a-z, 0-9 and '-' of at most 35 characters"

    static func allows(_ name: String) -> Bool {
        guard let first = name.utf8.first, first != 0x2D, name.utf8.count <= 35 else { return false }
        return name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

extension Shape {
    /// A list of at least so many elements.
    static func list<Element>(_ element: Shape<Element>, atLeast: Int = 0) -> Shape where Value == [Element] {
        Shape(.list(element.description, atLeast: atLeast)) { node, context in
            node.checkTag(&context)
            guard case .sequence(let nodes) = node.content else {
                context.error("expected a list, found \(node.summary)", at: node.position)
                return nil
            }
            var result: [Element] = []
            result.reserveCapacity(nodes.count)
            for (index, child) in nodes.enumerated() {
                if let value = context.within(.index(index), { element.read(child, &$0) }) { result.append(value) }
            }
            if nodes.count < atLeast {
                context.error("the list is empty; expected at least \(atLeast)", at: node.position)
            }
            return result
        }
    }

    /// A map whose keys the file chooses; each key is the entry's name and, with `section`, declared there.
    static func map<Element>(
        _ element: Shape<Element>, declares section: Section? = nil, atLeast: Int = 0,
        keyPattern: String = NameRule.pattern, isKey: @escaping @Sendable (String) -> Bool = NameRule.allows,
        keyExpectation: String = NameRule.expectation
    ) -> Shape where Value == [Element] {
        let description = ShapeDescription.map(keyPattern: keyPattern, element.description, atLeast: atLeast)
        return Shape(description) { node, context in
            node.checkTag(&context)
            guard case .mapping(let entries) = node.content else {
                context.error("expected a map of names, found \(node.summary)", at: node.position)
                return nil
            }
            if let section { context.names.open(section) }
            var result: [Element] = []
            var places: [String: Int] = [:]
            for entry in entries {
                context.within(.key(entry.key)) { context in
                    if context.isStrict && !isKey(entry.key) {
                        let message = "\(YAMLNode.quoted(entry.key)) is no valid key; expected \(keyExpectation)"
                        context.error(message, at: entry.keyPosition)
                    }
                    if let section { context.names.declare(entry.key, in: section) }
                    if places[entry.key] != nil { context.reportSecond(entry) }
                    let errorsBefore = context.errorCount
                    guard let value = element.read(entry.value, &context), context.errorCount == errorsBefore else {
                        return
                    }
                    // Of equal keys the last one counts, at the place of the first.
                    if let place = places[entry.key] {
                        result[place] = value
                    } else {
                        places[entry.key] = result.count
                        result.append(value)
                    }
                }
            }
            if entries.count < atLeast {
                context.error("the map is empty; expected at least \(atLeast)", at: node.position)
            }
            return result
        }
    }

    /// A map from references to values.
    static func keyed<Element>(
        by sections: [Section], _ element: Shape<Element>, atLeast: Int = 0
    ) -> Shape where Value == [KeyedValue<Element>] {
        let entry = Shape<KeyedValue<Element>>(element.description) { node, context in
            let key = context.entryName
            return element.read(node, &context).map { KeyedValue(key: key, value: $0) }
        }
        let inner = Shape.map(entry, atLeast: atLeast, isKey: { _ in true })
        let description = ShapeDescription.map(keyPattern: "", element.description, atLeast: atLeast)
        return Shape(description) { node, context in
            for entry in node.entries {
                context.within(.key(entry.key)) { context in
                    context.refer(to: entry.key, in: sections, at: entry.keyPosition)
                }
            }
            return inner.read(node, &context)
        }
    }

    /// Either a scalar for short, or the long form.
    static func shorthand(_ short: Shape, or long: Shape) -> Shape {
        Shape(.oneOf([short.description, long.description])) { node, context in
            if case .mapping = node.content { return long.read(node, &context) }
            return short.read(node, &context)
        }
    }

    /// A shape that contains itself: `make` is asked only when something is read.
    static func recursive(_ name: String, _ make: @escaping @Sendable () -> Shape) -> Shape {
        Shape(.recursive(name)) { node, context in make().read(node, &context) }
    }
}

/// A value with its key.
struct KeyedValue<Value> {
    var key: String
    var value: Value
}

extension ReadContext {
    /// Reports a key that was written before: a mistake in ours, the last one counts in the other dialect.
    mutating func reportSecond(_ entry: YAMLNode.Entry) {
        if isStrict {
            error("the key stands twice", at: entry.keyPosition)
        } else {
            warning("the key stands twice; the last one counts", at: entry.keyPosition)
        }
    }
}
