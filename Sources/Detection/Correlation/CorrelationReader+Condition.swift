import Kernel
import Scenario

extension CorrelationReader {
    private static let conditionKeys = CorrelationComparison.allCases.map(\.rawValue) + ["field", "percentile"]

    /// Reads what the figure must keep to.
    static func readCondition(
        of entry: YAMLNode.Entry, into correlation: inout SigmaCorrelation, _ context: inout RuleContext
    ) {
        guard let condition = entry.value["condition"], !condition.isNull else {
            if correlation.kind.isTemporal {
                let count = Int64(Set(correlation.references.map(\.text)).count)
                correlation.bounds = [CorrelationBound(comparison: .greaterOrEqual, millionths: count * 1_000_000)]
            } else {
                context.error("the 'condition' is missing; expected for instance 'gte: 10'", at: entry.keyPosition)
            }
            return
        }
        context.within("condition") { context in
            guard case .mapping(let entries) = condition.content else {
                context.error("expected a map such as 'gte: 10'; found \(condition.summary)", at: condition.position)
                return
            }
            let errors = context.errorCount
            if entries.count > mostNames {
                context.error("there are more than \(mostNames) criteria", at: condition.position)
                return
            }
            for entry in entries { readCriterion(entry, into: &correlation, &context) }
            correlation.fields = DocumentReader.texts("field", of: condition, &context)
            if correlation.bounds.isEmpty && context.errorCount == errors {
                let words = CorrelationComparison.allCases.map(\.rawValue)
                context.error("expected \(DocumentReader.list(words)) with a number", at: condition.position)
            }
            checkFields(correlation, at: condition.position, &context)
        }
    }

    private static func readCriterion(
        _ entry: YAMLNode.Entry, into correlation: inout SigmaCorrelation, _ context: inout RuleContext
    ) {
        if entry.key == "field" { return }
        guard case .scalar(let text, _) = entry.value.content, conditionKeys.contains(entry.key) else {
            let isKnown = conditionKeys.contains(entry.key)
            context.error(
                isKnown
                    ? "expected a number; found \(entry.value.summary)"
                    : "expected \(DocumentReader.list(conditionKeys)); found \(YAMLNode.quoted(entry.key))",
                at: isKnown ? entry.value.position : entry.keyPosition, near: isKnown ? "" : entry.key,
                among: conditionKeys)
            return
        }
        if let comparison = CorrelationComparison(rawValue: entry.key) {
            if let number = Array(text.utf8).withUnsafeBufferPointer({ Millionths($0) }) {
                correlation.bounds.append(CorrelationBound(comparison: comparison, millionths: number.value))
            } else {
                context.within(entry.key) {
                    $0.error(
                        "expected a decimal number below 10¹²; found \(entry.value.summary)", at: entry.value.position)
                }
            }
        } else if let percentile = Int(text), (0...100).contains(percentile) {
            correlation.percentile = percentile
        } else {
            context.within(entry.key) {
                $0.error(
                    "expected a whole number from 0 to 100; found \(entry.value.summary)", at: entry.value.position)
            }
        }
    }

    private static func checkFields(
        _ correlation: SigmaCorrelation, at position: TextPosition, _ context: inout RuleContext
    ) {
        let kind = correlation.kind
        switch kind {
        case .eventCount, .temporal, .temporalOrdered:
            if !correlation.fields.isEmpty {
                context.error("'\(kind.rawValue)' takes no 'field'", at: position)
            }
        case .valueCount, .valueSum, .valueAverage, .valuePercentile:
            if correlation.fields.isEmpty {
                context.error("'\(kind.rawValue)' needs a 'field'", at: position)
            }
            if correlation.fields.count > mostNames {
                context.error("there are more than \(mostNames) names in 'field'", at: position)
            }
            if correlation.fields.count > 1 && kind != .valueCount {
                context.error("'\(kind.rawValue)' takes one 'field'", at: position)
            }
        }
        if correlation.percentile != nil && kind != .valuePercentile {
            context.error("'\(kind.rawValue)' takes no 'percentile'", at: position)
        }
    }
}
