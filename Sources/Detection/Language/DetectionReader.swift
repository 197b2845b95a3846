import Kernel
import Scenario

/// Reads the maps, lists and values of a search identifier.
///
/// A map holds where all its entries do, a list of maps where one of them does. Values of a list are alternatives
/// unless `all` says otherwise. Values without a field are keywords.
enum DetectionReader {
    /// Tests of a rule at most.
    static let mostTests = 20_000

    /// What a search identifier asks for; nil where there is an error, which is then reported.
    static func expression(of node: YAMLNode, _ context: inout RuleContext) -> SigmaExpression? {
        guard context.spend(1, at: node.position) else { return nil }
        switch node.content {
        case .mapping(let entries):
            if entries.isEmpty {
                context.error("nothing is asked for; expected fields with values", at: node.position)
                return nil
            }
            var parts: [SigmaExpression] = []
            var keys: Set<String> = []
            for entry in entries {
                let part = context.within(entry.key) { context -> SigmaExpression? in
                    if !keys.insert(entry.key).inserted {
                        context.error("the key stands here a second time", at: entry.keyPosition)
                        return nil
                    }
                    return item(entry, &context)
                }
                if let part { parts.append(part) }
            }
            return parts.count == entries.count ? .allOf(parts) : nil
        case .sequence(let elements):
            if elements.isEmpty {
                context.error("the list is empty; expected maps or keywords", at: node.position)
                return nil
            }
            let parts = elements.compactMap { expression(of: $0, &context) }
            return parts.count == elements.count ? .anyOf(parts) : nil
        case .scalar:
            return values([node], field: "", modifiers: [], &context)
        }
    }

    /// One field, or none, with its modifiers and values.
    private static func item(_ entry: YAMLNode.Entry, _ context: inout RuleContext) -> SigmaExpression? {
        guard let (field, modifiers) = key(entry, &context) else { return nil }
        switch entry.value.content {
        case .scalar:
            return values([entry.value], field: field, modifiers: modifiers, &context)
        case .sequence(let elements):
            if elements.isEmpty {
                context.error("the list of values is empty", at: entry.value.position)
                return nil
            }
            return values(elements, field: field, modifiers: modifiers, &context)
        case .mapping:
            context.error("expected a value or a list of values; found a map", at: entry.value.position)
            return nil
        }
    }

    private static func key(
        _ entry: YAMLNode.Entry, _ context: inout RuleContext
    ) -> (field: String, modifiers: [SigmaModifier])? {
        let words = entry.key.split(separator: "|", omittingEmptySubsequences: false)
        var offset = words[0].unicodeScalars.count + 1
        var modifiers: [SigmaModifier] = []
        for word in words.dropFirst() {
            if let modifier = SigmaModifier(word: String(word)) {
                modifiers.append(modifier)
            } else {
                context.error(
                    "there is no modifier \(YAMLNode.quoted(String(word)))", at: offset, in: entry.key,
                    from: entry.keyPosition,
                    near: String(word), among: SigmaModifier.words)
            }
            offset += word.unicodeScalars.count + 1
        }
        if modifiers.count != words.count - 1 { return nil }
        if words[0].isEmpty && modifiers.isEmpty {
            context.error("expected the name of a field, or '|' and a modifier for keywords", at: entry.keyPosition)
            return nil
        }
        return (String(words[0]), modifiers)
    }

    private static func values(
        _ nodes: [YAMLNode], field: String, modifiers: [SigmaModifier], _ context: inout RuleContext
    ) -> SigmaExpression? {
        var parts: [SigmaExpression] = []
        var isSound = true
        for node in nodes {
            guard context.spend(1, at: node.position) else { return nil }
            guard let part = value(node, field: field, modifiers: modifiers, &context) else {
                isSound = false
                continue
            }
            guard context.spend(part.weight - 1, at: node.position) else { return nil }
            parts.append(part)
        }
        if !isSound { return nil }
        let linked: SigmaExpression = modifiers.contains(.all) ? .allOf(parts) : .anyOf(parts)
        return modifiers.contains(.neq) ? .not(linked) : linked
    }

    private static func value(
        _ node: YAMLNode, field: String, modifiers: [SigmaModifier], _ context: inout RuleContext
    ) -> SigmaExpression? {
        guard case .scalar(let text, _) = node.content, let value = SigmaValue(node, isRaw: modifiers.contains(.re))
        else {
            context.error("expected a text, number, truth value or null; found \(node.summary)", at: node.position)
            return nil
        }
        if node.hasTag {
            context.error("tags such as !!str are not read; put texts into quotation marks", at: node.position)
            return nil
        }
        do throws(ModifierError) {
            let values = try values(of: value, modifiers, context.placeholders)
            for case .regex(let regex) in values { try check(regex, in: text) }
            let parts = try values.map { value throws(ModifierError) -> SigmaExpression in
                try field.isEmpty ? keyword(value, modifiers) : value.expression(of: field)
            }
            return .anyOf(parts)
        } catch {
            if let offset = error.offset {
                context.error(error.message, at: offset, in: text, from: node.position)
            } else {
                context.error(error.message, at: node.position, near: error.wanted, among: error.words)
            }
            return nil
        }
    }

    private static func values(
        of value: SigmaValue, _ modifiers: [SigmaModifier], _ placeholders: [String: [String]]
    ) throws(ModifierError) -> [SigmaValue] {
        var values = [value]
        var isFirst = true
        for modifier in modifiers {
            var results: [SigmaValue] = []
            for value in values {
                results += try value.applying(modifier, isFirst: isFirst, placeholders: placeholders)
                if results.count > SigmaValue.mostExpansions {
                    throw ModifierError("the modifiers make more than \(SigmaValue.mostExpansions) values of one")
                }
            }
            values = results
            // Placeholders stand for what could have been written instead.
            if !modifier.isAboutLinking && modifier != .expand { isFirst = false }
        }
        return values
    }

    private static func keyword(
        _ value: SigmaValue, _ modifiers: [SigmaModifier]
    ) throws(ModifierError) -> SigmaExpression {
        let isPlaced = modifiers.contains { $0 == .startswith || $0 == .endswith || $0 == .contains }
        guard let expression = value.keyword(isPlaced: isPlaced) else {
            throw ModifierError("\(value.noun) needs a field; found a keyword")
        }
        if case .keyword(.text(let pattern, _)) = expression, pattern.parts.isEmpty || pattern.parts == [.many] {
            throw ModifierError("the keyword is empty and would be found everywhere")
        }
        return expression
    }

    private static func check(_ regex: SigmaRegex, in text: String) throws(ModifierError) {
        do throws(RegularExpression.CompileError) {
            _ = try RegularExpression(regex, isForMatching: false)
        } catch {
            // Other modifiers may have put something around the text that was written.
            let isAsWritten = regex.pattern == text
            let before = regex.pattern.utf8.prefix(error.offset)
            let offset = String(decoding: before, as: UTF8.self).unicodeScalars.count
            throw ModifierError("no regular expression: \(error.message)", offset: isAsWritten ? offset : nil)
        }
    }
}
