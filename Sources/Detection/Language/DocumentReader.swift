import Kernel
import Scenario

/// What rules, correlations and filters have in common.
struct SigmaHeader {
    var title = ""
    var id = ""
    var name = ""
    var status = ""
    var level: SigmaLevel?
    var tags: [String] = []
}

/// Reads one document of a file of rules.
enum DocumentReader {
    private static let statuses = ["stable", "test", "experimental", "deprecated", "unsupported"]

    /// Puts what the document says into `reading`, or reports what is wrong with it.
    static func read(_ document: YAMLNode, into reading: inout SigmaReading, _ context: inout RuleContext) {
        guard case .mapping(let entries) = document.content else {
            context.error("expected a map with the keys of a rule; found \(document.summary)", at: document.position)
            return
        }
        let errors = context.errorCount
        context.beginDocument()
        reportRepeatedKeys(entries, &context)
        let header = header(document, &context)
        if let entry = document.entry("correlation") {
            let correlation = CorrelationReader.correlation(entry, header, &context)
            if var correlation, context.errorCount == errors {
                (correlation.file, correlation.position) = (context.file, document.position)
                reading.correlations.append(correlation)
            }
        } else if let entry = document.entry("filter") {
            let filter = FilterReader.filter(entry, in: document, header, &context)
            if var filter, context.errorCount == errors {
                (filter.file, filter.position) = (context.file, document.position)
                reading.filters.append(filter)
            }
        } else if let entry = document.entry("detection") {
            var rule = SigmaRule(title: header.title)
            (rule.id, rule.name, rule.status) = (header.id, header.name, header.status)
            (rule.level, rule.tags) = (header.level, header.tags)
            rule.source = source(of: document, &context)
            rule.conditions = context.within("detection") { conditions(entry, besides: [], &$0) }
            (rule.file, rule.position) = (context.file, document.position)
            if context.errorCount == errors { reading.rules.append(rule) }
        } else {
            let hint = document["action"] == nil ? "" : "; 'action' belongs to an older language, write the rules out"
            context.error(
                "expected 'detection', 'correlation' or 'filter'\(hint)", at: document.position)
        }
    }

    private static func reportRepeatedKeys(_ entries: [YAMLNode.Entry], _ context: inout RuleContext) {
        var keys: Set<String> = []
        for entry in entries where !keys.insert(entry.key).inserted {
            context.error("the key \(YAMLNode.quoted(entry.key)) stands here a second time", at: entry.keyPosition)
        }
    }

    private static func header(_ document: YAMLNode, _ context: inout RuleContext) -> SigmaHeader {
        var header = SigmaHeader()
        if let title = text("title", of: document, &context) {
            header.title = title
            if title.isEmpty {
                context.error("the title is empty", at: document.entry("title")?.value.position ?? document.position)
            }
        } else if document["title"] == nil {
            context.error("the title is missing", at: document.position)
        }
        header.id = text("id", of: document, &context) ?? ""
        header.name = text("name", of: document, &context) ?? ""
        if let status = text("status", of: document, &context), let entry = document.entry("status") {
            header.status = status
            if !statuses.contains(status) {
                context.within("status") {
                    $0.warning(
                        "expected \(list(statuses)); found \(YAMLNode.quoted(status))", at: entry.value.position,
                        near: status,
                        among: statuses)
                }
            }
        }
        if let level = text("level", of: document, &context), let entry = document.entry("level") {
            header.level = SigmaLevel(word: level)
            if header.level == nil {
                let words = SigmaLevel.allCases.map(\.word)
                context.within("level") {
                    $0.error(
                        "expected \(list(words)); found \(YAMLNode.quoted(level))", at: entry.value.position,
                        near: level,
                        among: words)
                }
            }
        }
        header.tags = texts("tags", of: document, &context)
        return header
    }

    /// The text of a key; nil where the key is missing, is null, or has something else, which is then reported.
    static func text(_ key: String, of node: YAMLNode, _ context: inout RuleContext) -> String? {
        guard let entry = node.entry(key), !entry.value.isNull else { return nil }
        guard case .scalar(let text, _) = entry.value.content else {
            context.within(key) { $0.error("expected a text; found \(entry.value.summary)", at: entry.value.position) }
            return nil
        }
        return text
    }

    /// The texts of a key: a list of them or one.
    static func texts(_ key: String, of node: YAMLNode, _ context: inout RuleContext) -> [String] {
        references(key, of: node, &context).map(\.text)
    }

    /// The texts of a key with their places: a list of them or one.
    static func references(_ key: String, of node: YAMLNode, _ context: inout RuleContext) -> [SigmaReference] {
        guard let entry = node.entry(key), !entry.value.isNull else { return [] }
        let nodes: [YAMLNode]
        switch entry.value.content {
        case .scalar: nodes = [entry.value]
        case .sequence(let elements): nodes = elements
        case .mapping:
            context.within(key) { $0.error("expected a list of texts; found a map", at: entry.value.position) }
            return []
        }
        var result: [SigmaReference] = []
        for node in nodes {
            if case .scalar(let text, _) = node.content, !node.isNull {
                result.append(SigmaReference(text: text, position: node.position))
            } else {
                context.within(key) { $0.error("expected a text; found \(node.summary)", at: node.position) }
            }
        }
        return result
    }

    /// The log source of a rule or filter.
    static func source(of document: YAMLNode, _ context: inout RuleContext) -> LogSource {
        guard let entry = document.entry("logsource") else {
            context.error("the 'logsource' is missing", at: document.position)
            return LogSource()
        }
        return context.within("logsource") { context in
            guard case .mapping = entry.value.content else {
                context.error(
                    "expected a map with 'category', 'product' or 'service'; found \(entry.value.summary)",
                    at: entry.value.position)
                return LogSource()
            }
            let errors = context.errorCount
            let source = LogSource(
                category: text("category", of: entry.value, &context),
                product: text("product", of: entry.value, &context),
                service: text("service", of: entry.value, &context))
            if source == LogSource() && context.errorCount == errors {
                context.error("expected 'category', 'product' or 'service'", at: entry.value.position)
            }
            return source
        }
    }

    static func list(_ words: [String]) -> String { "one of " + words.joined(separator: ", ") }
}
