import Kernel

extension Shape where Value == String {
    /// Any text. A plain number is taken as it is written.
    static let text = Shape(.text) { node, context in
        guard let text = node.scalar(expecting: "a text", &context) else { return nil }
        if context.isStrict && node.bool != nil {
            context.error("expected a text, found \(text); put it in quotation marks", at: node.position)
            return nil
        }
        return text
    }

    /// A text of a written form.
    static func form(
        _ name: String, example: String, pattern: String, isValid: @escaping @Sendable (String) -> Bool
    ) -> Shape {
        let expectation = "\(name) such as \(example)"
        return Shape(.form(name, example: example, pattern: pattern)) { node, context in
            guard let text = node.scalar(expecting: expectation, &context) else { return nil }
            guard isValid(text) else {
                context.error("expected \(expectation), found \(node.summary)", at: node.position)
                return nil
            }
            return text
        }
    }

    /// The name of something that one of `sections` declares, or one of `words`.
    static func reference(_ sections: [Section], words: [String] = []) -> Shape {
        let nouns = sections.map(\.nounWithArticle).joined(separator: " or ")
        return Shape(.reference(sections, words: words)) { node, context in
            guard let name = node.scalar(expecting: "the name of \(nouns)", &context) else { return nil }
            context.refer(to: name, in: sections, words: words, at: node.position)
            return name
        }
    }
}

extension Shape where Value == LocalizedText {
    /// A text for people: one string for both languages, or `vi` and `en`.
    static let localized = Shape(.localized) { node, context in
        guard case .mapping(let entries) = node.content, context.isStrict else {
            return Shape<String>.text.read(node, &context).map { LocalizedText(vietnamese: $0, english: $0) }
        }
        node.checkTag(&context)
        var text = LocalizedText()
        var seen: [String] = []
        for entry in entries {
            context.within(.key(entry.key)) { context in
                guard entry.key == "vi" || entry.key == "en" else {
                    let message = "unknown language \(YAMLNode.quoted(entry.key)); expected vi and en"
                    return context.error(message, at: entry.keyPosition)
                }
                if seen.contains(entry.key) { context.error("the key stands twice", at: entry.keyPosition) }
                seen.append(entry.key)
                guard let value = Shape<String>.text.read(entry.value, &context) else { return }
                if entry.key == "vi" { text.vietnamese = value } else { text.english = value }
            }
        }
        for language in ["vi", "en"] where !seen.contains(language) {
            context.error("the text in language '\(language)' is missing", at: node.position)
        }
        return text
    }
}

extension Shape where Value == Bool {
    /// `true` or `false`.
    static let boolean = Shape(.boolean) { node, context in
        guard let flag = node.bool else {
            context.error("expected true or false, found \(node.summary)", at: node.position)
            return nil
        }
        node.checkTag(&context)
        return flag
    }
}

extension Shape where Value == Int64 {
    /// A whole number in a range; `_` may separate digits.
    static func integer(_ range: ClosedRange<Int64>) -> Shape {
        let expectation = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return Shape(.integer(range)) { node, context in
            guard let text = node.plainScalar(expecting: expectation, &context) else { return nil }
            let isNegative = text.first == "-"
            let digits = isNegative || text.first == "+" ? text.dropFirst() : text[...]
            let magnitude = ExactDecimal(digits)?.exactly(scaledBy: 1)
            guard let magnitude, digits.utf8.allSatisfy({ $0 != 0x2E }) else {
                context.error("expected \(expectation), found \(node.summary)", at: node.position)
                return nil
            }
            let number = isNegative ? -magnitude : magnitude
            guard range.contains(number) else {
                context.error("\(number) is out of range; expected \(expectation)", at: node.position)
                return nil
            }
            return number
        }
    }

    /// A number of a kind, without uncertainty.
    static func quantity(_ quantity: Quantity) -> Shape {
        Shape(.quantity(quantity)) { node, context in quantity.read(node, &context) }
    }
}

extension Shape where Value == Int {
    /// A whole number in a range.
    static func count(_ range: ClosedRange<Int64>) -> Shape {
        Shape<Int64>.integer(range).map { Int($0) }
    }
}

extension Shape where Value: CaseIterable & RawRepresentable<String> & Sendable {
    /// One of the words of an enumeration.
    static func choice(_ type: Value.Type = Value.self) -> Shape {
        let words = Value.allCases.map(\.rawValue)
        let expectation = words.count <= 12 ? "one of \(words.joined(separator: ", "))" : "one of \(words.count) words"
        return Shape(.choice(words)) { node, context in
            guard let text = node.scalar(expecting: expectation, &context) else { return nil }
            if let value = Value(rawValue: text) { return value }
            context.error(
                "expected \(expectation), found \(node.summary)", at: node.position, near: text, among: words)
            return nil
        }
    }
}

extension YAMLNode {
    /// The text of a scalar without quotation marks (numbers), or an error.
    func plainScalar(expecting expectation: @autoclosure () -> String, _ context: inout ReadContext) -> String? {
        if case .scalar(let text, isPlain: false) = content {
            let message = "expected \(expectation()), found the text \(Self.quoted(text)) in quotation marks"
            context.error(message, at: position)
            return nil
        }
        return scalar(expecting: expectation(), &context)
    }
}

extension Quantity {
    /// The stored value of a node.
    func read(_ node: YAMLNode, _ context: inout ReadContext) -> Int64? {
        guard let text = node.scalar(expecting: expectation, &context) else { return nil }
        switch parse(text, bareSeconds: !context.isStrict) {
        case .success(let value): return value
        case .failure(let error):
            context.error(error.message, at: node.position, near: error.wanted, among: error.candidates)
            return nil
        }
    }
}
