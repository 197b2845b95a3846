import Kernel
import Scenario

extension DocumentReader {
    /// Search identifiers of a rule at most, and bytes of their names.
    private static let mostIdentifiers = 1_000
    private static let longestName = 256

    /// The conditions of a detection or filter, over its search identifiers. `others` are keys that are neither.
    static func conditions(
        _ detection: YAMLNode.Entry, besides others: [String], _ context: inout RuleContext
    ) -> [SigmaExpression] {
        guard case .mapping(let entries) = detection.value.content else {
            context.error(
                "expected a map of search identifiers with a 'condition'; found \(detection.value.summary)",
                at: detection.value.position)
            return []
        }
        var identifiers: [SearchIdentifier] = []
        var positions: [TextPosition] = []
        var names: Set<String> = []
        for entry in entries where entry.key != "condition" && !others.contains(entry.key) {
            context.within(entry.key) { context in
                if !names.insert(entry.key).inserted {
                    context.error("the key stands here a second time", at: entry.keyPosition)
                } else if entry.key.utf8.count > longestName {
                    context.error("the name is longer than \(longestName) bytes", at: entry.keyPosition)
                } else if identifiers.count == mostIdentifiers {
                    context.error("there are more than \(mostIdentifiers) search identifiers", at: entry.keyPosition)
                } else {
                    let expression = DetectionReader.expression(of: entry.value, &context)
                    identifiers.append(SearchIdentifier(name: entry.key, expression: expression))
                    positions.append(entry.keyPosition)
                }
            }
        }
        if identifiers.isEmpty {
            context.error("there is no search identifier", at: detection.keyPosition)
        }
        guard let condition = detection.value.entry("condition") else {
            context.error("the 'condition' is missing", at: detection.keyPosition)
            return []
        }
        var parser = ConditionParser(identifiers)
        let conditions = context.within("condition") { parse(condition.value, &parser, &$0) }
        for (index, isUsed) in parser.isUsed.enumerated() where !isUsed && !identifiers[index].name.hasPrefix("_") {
            context.within(identifiers[index].name) { $0.warning("no condition names it", at: positions[index]) }
        }
        return conditions
    }

    private static func parse(
        _ node: YAMLNode, _ parser: inout ConditionParser, _ context: inout RuleContext
    ) -> [SigmaExpression] {
        var nodes = [node]
        if case .sequence(let elements) = node.content {
            nodes = elements
            if elements.isEmpty { context.error("the list of conditions is empty", at: node.position) }
        }
        var conditions: [SigmaExpression] = []
        for node in nodes {
            guard case .scalar(let text, _) = node.content, !node.isNull else {
                context.error("expected a condition such as 'selection'; found \(node.summary)", at: node.position)
                continue
            }
            do throws(ConditionParser.Failure) {
                if let expression = try parser.parse(text) { conditions.append(expression) }
            } catch {
                context.error(
                    error.message, at: error.offset, in: text, from: node.position, near: error.wanted,
                    among: error.words)
            }
        }
        return conditions
    }
}

/// Reads filters.
enum FilterReader {
    /// The filter of a document; nil where there is an error, which is then reported.
    static func filter(
        _ entry: YAMLNode.Entry, in document: YAMLNode, _ header: SigmaHeader, _ context: inout RuleContext
    ) -> SigmaFilter? {
        var filter = SigmaFilter(title: header.title)
        filter.id = header.id
        filter.source = DocumentReader.source(of: document, &context)
        return context.within("filter") { context in
            filter.condition = .anyOf(DocumentReader.conditions(entry, besides: ["rules"], &context))
            guard let rules = entry.value.entry("rules"), !rules.value.isNull else {
                context.error(
                    "the 'rules' are missing; expected ids or names of rules, or 'any'", at: entry.keyPosition)
                return nil
            }
            let references = DocumentReader.references("rules", of: entry.value, &context)
            if case .scalar(let word, _) = rules.value.content, word.lowercased() == "any" { return filter }
            if !references.isEmpty { filter.rules = references }
            return filter
        }
    }
}
