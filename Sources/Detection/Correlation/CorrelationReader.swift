import Kernel
import Scenario

/// Reads correlations.
enum CorrelationReader {
    private static let keys = ["type", "rules", "group-by", "timespan", "condition", "aliases", "generate"]
    /// Rules of a correlation at most; sequences are kept for every pair of ordered ones.
    private static let mostRules = 1_000
    private static let mostOrderedRules = 32
    /// Names of fields in a list at most.
    static let mostNames = 100
    /// The longest span of time: a hundred years.
    private static let longestTimespan: Milliseconds = 3_153_600_000_000

    /// The correlation of a document; nil where there is an error, which is then reported.
    static func correlation(
        _ entry: YAMLNode.Entry, _ header: SigmaHeader, _ context: inout RuleContext
    ) -> SigmaCorrelation? {
        context.within("correlation") { context in
            guard case .mapping(let entries) = entry.value.content else {
                context.error(
                    "expected a map with \(keys[0]) and \(keys[1]); found \(entry.value.summary)",
                    at: entry.value.position)
                return nil
            }
            for entry in entries where !keys.contains(entry.key) {
                context.error(
                    "there is no key \(YAMLNode.quoted(entry.key)) in a correlation", at: entry.keyPosition,
                    near: entry.key,
                    among: keys)
            }
            guard let kind = kind(of: entry, &context) else { return nil }
            var correlation = SigmaCorrelation(title: header.title, kind: kind)
            (correlation.id, correlation.name, correlation.status) = (header.id, header.name, header.status)
            (correlation.level, correlation.tags) = (header.level, header.tags)
            correlation.references = DocumentReader.references("rules", of: entry.value, &context)
            if correlation.references.isEmpty {
                context.error("the 'rules' are missing; expected ids or names of rules", at: entry.keyPosition)
            }
            let most = kind == .temporalOrdered ? mostOrderedRules : mostRules
            if correlation.references.count > most {
                context.error("there are more than \(most) 'rules'", at: correlation.references[most].position)
                return nil
            }
            correlation.groupBy = DocumentReader.texts("group-by", of: entry.value, &context)
            if correlation.groupBy.count > mostNames {
                context.error("there are more than \(mostNames) names in 'group-by'", at: entry.keyPosition)
            }
            correlation.timespan = timespan(of: entry, &context)
            correlation.aliases = aliases(of: entry.value, correlation.references, &context)
            if let generate = entry.value["generate"], !generate.isNull {
                if let value = generate.bool {
                    correlation.generate = value
                } else {
                    context.within("generate") {
                        $0.error("expected true or false; found \(generate.summary)", at: generate.position)
                    }
                }
            }
            readCondition(of: entry, into: &correlation, &context)
            return correlation
        }
    }

    private static func kind(of entry: YAMLNode.Entry, _ context: inout RuleContext) -> CorrelationKind? {
        let words = CorrelationKind.allCases.map(\.rawValue)
        guard let word = DocumentReader.text("type", of: entry.value, &context), let type = entry.value["type"] else {
            context.error("the 'type' is missing; expected \(DocumentReader.list(words))", at: entry.keyPosition)
            return nil
        }
        guard let kind = CorrelationKind(rawValue: word) else {
            context.within("type") {
                $0.error(
                    "expected \(DocumentReader.list(words)); found \(YAMLNode.quoted(word))", at: type.position,
                    near: word,
                    among: words)
            }
            return nil
        }
        return kind
    }

    private static func timespan(of entry: YAMLNode.Entry, _ context: inout RuleContext) -> Milliseconds {
        guard let text = DocumentReader.text("timespan", of: entry.value, &context), let node = entry.value["timespan"]
        else {
            context.error("the 'timespan' is missing; expected a number with s, m, h or d", at: entry.keyPosition)
            return 0
        }
        let units: [Character: Milliseconds] = [
            "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000, "M": 2_629_746_000,
            "y": 31_556_952_000,
        ]
        let digits = text.dropLast()
        guard let unit = text.last.flatMap({ units[$0] }), digits.utf8.count <= 12,
            digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let count = Milliseconds(digits), count > 0,
            count <= longestTimespan / unit
        else {
            context.within("timespan") {
                $0.error(
                    "expected a number with s, m, h or d, for instance 90m; found \(node.summary)", at: node.position)
            }
            return 0
        }
        return count * unit
    }

    private static func aliases(
        of node: YAMLNode, _ references: [SigmaReference], _ context: inout RuleContext
    ) -> [CorrelationAlias] {
        guard let aliases = node["aliases"], !aliases.isNull else { return [] }
        return context.within("aliases") { context in
            guard case .mapping(let entries) = aliases.content else {
                context.error("expected a map of names; found \(aliases.summary)", at: aliases.position)
                return []
            }
            if entries.count > mostNames {
                context.error("there are more than \(mostNames) aliases", at: aliases.position)
                return []
            }
            return entries.map { entry in
                context.within(entry.key) { context in
                    guard case .mapping(let fields) = entry.value.content else {
                        context.error(
                            "expected a map of rules with their fields; found \(entry.value.summary)",
                            at: entry.value.position)
                        return CorrelationAlias(name: entry.key, fields: [])
                    }
                    return CorrelationAlias(name: entry.key, fields: aliasFields(fields, references, &context))
                }
            }
        }
    }

    private static func aliasFields(
        _ entries: [YAMLNode.Entry], _ references: [SigmaReference], _ context: inout RuleContext
    ) -> [CorrelationAliasField] {
        let names = references.map(\.text)
        var result: [CorrelationAliasField] = []
        for entry in entries {
            guard names.contains(entry.key) else {
                context.error(
                    "the correlation's 'rules' do not name \(YAMLNode.quoted(entry.key))", at: entry.keyPosition,
                    near: entry.key, among: names)
                continue
            }
            guard case .scalar(let field, _) = entry.value.content, !entry.value.isNull else {
                context.error("expected the name of a field; found \(entry.value.summary)", at: entry.value.position)
                continue
            }
            result.append(
                CorrelationAliasField(rule: SigmaReference(text: entry.key, position: entry.keyPosition), field: field))
        }
        return result
    }
}
