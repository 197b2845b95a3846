import Kernel
import Scenario

extension SigmaCollection {
    /// Says that an id or name is taken.
    static func repeated(_ word: String, _ file: String, _ position: TextPosition) -> Diagnostic {
        Diagnostic(
            severity: .warning, file: file, position: position, path: "",
            message: "another rule has the id or name \(YAMLNode.quoted(word)) already; references mean that one")
    }

    private static func unknown(
        _ reference: SigmaReference, _ file: String, _ path: String, _ severity: Diagnostic.Severity, _ names: NameIndex
    ) -> Diagnostic {
        Diagnostic(
            severity: severity, file: file, position: reference.position, path: path,
            message: "no rule has the id or name \(YAMLNode.quoted(reference.text))",
            suggestion: Suggestion.nearest(to: reference.text, among: names.words))
    }

    /// Adds the conditions of filters to the rules that they are for.
    mutating func apply(_ filters: [SigmaFilter], _ names: NameIndex) {
        var added = [[SigmaExpression]](repeating: [], count: rules.count)
        var weights = [Int](repeating: 0, count: rules.count)
        for filter in filters {
            let weight = filter.condition.weight
            for index in targets(of: filter, names) where filter.source.contains(rules[index].source) {
                weights[index] += weight
                if weights[index] > DetectionReader.mostTests {
                    diagnostics.append(
                        Diagnostic(
                            severity: .error, file: filter.file, position: filter.position, path: "filter",
                            message:
                                "with this filter a rule has more than \(DetectionReader.mostTests) tests of filters"))
                    return
                }
                added[index].append(filter.condition)
            }
        }
        for index in rules.indices where !added[index].isEmpty {
            rules[index].conditions = rules[index].conditions.map { .all([$0] + added[index]) }
        }
    }

    /// The rules that a filter names, each once.
    private mutating func targets(of filter: SigmaFilter, _ names: NameIndex) -> [Int] {
        guard let references = filter.rules else { return Array(rules.indices) }
        var indices: [Int] = []
        var seen: Set<Int> = []
        for reference in references {
            if case .rule(let index)? = names[reference.text] {
                if seen.insert(index).inserted { indices.append(index) }
            } else {
                diagnostics.append(Self.unknown(reference, filter.file, "filter.rules", .warning, names))
            }
        }
        return indices
    }

    /// Finds what correlations refer to, puts them into an order in which those come first that others gather, and
    /// silences what is gathered.
    mutating func resolve(_ given: [SigmaCorrelation], _ names: inout NameIndex) {
        for (index, correlation) in given.enumerated() {
            if let other = names.add(.correlation(index), id: correlation.id, name: correlation.name) {
                diagnostics.append(Self.repeated(other, correlation.file, correlation.position))
            }
        }
        // By correlation: how many of those that it gathers are not in yet, and who gathers it.
        var missing = [Int](repeating: 0, count: given.count)
        var gatherers = [[Int]](repeating: [], count: given.count)
        var ready: [Int] = []
        for (index, correlation) in given.enumerated() {
            if refersToUnknown(correlation, names) {
                missing[index] = -1
                continue
            }
            for case .correlation(let member)? in correlation.references.map({ names[$0.text] }) {
                missing[index] += 1
                gatherers[member].append(index)
            }
            if missing[index] == 0 { ready.append(index) }
        }
        var places = [Int?](repeating: nil, count: given.count)
        var next = 0
        while next < ready.count {
            let index = ready[next]
            next += 1
            var correlation = given[index]
            correlation.members = correlation.references.compactMap { Self.place(names[$0.text], places) }
            places[index] = correlations.count
            correlations.append(correlation)
            for gatherer in gatherers[index] where missing[gatherer] > 0 {
                missing[gatherer] -= 1
                if missing[gatherer] == 0 { ready.append(gatherer) }
            }
        }
        for (index, correlation) in given.enumerated() where missing[index] > 0 {
            diagnostics.append(
                Diagnostic(
                    severity: .error, file: correlation.file, position: correlation.position, path: "correlation.rules",
                    message: "the correlation gathers itself, or one that cannot be used"))
        }
        silence()
    }

    private static func place(_ member: CorrelationMember?, _ places: [Int?]) -> CorrelationMember? {
        switch member {
        case .rule(let index): .rule(index)
        case .correlation(let index): places[index].map { .correlation($0) }
        case nil: nil
        }
    }

    private mutating func refersToUnknown(_ correlation: SigmaCorrelation, _ names: NameIndex) -> Bool {
        let unknown = correlation.references.filter { names[$0.text] == nil }
        for reference in unknown {
            diagnostics.append(Self.unknown(reference, correlation.file, "correlation.rules", .error, names))
        }
        return !unknown.isEmpty
    }

    private mutating func silence() {
        for correlation in correlations where !correlation.generate {
            for member in correlation.members {
                switch member {
                case .rule(let index): rules[index].isSilent = true
                case .correlation(let index): correlations[index].isSilent = true
                }
            }
        }
    }
}
