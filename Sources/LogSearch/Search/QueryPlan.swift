import Telemetry

/// A query held against the kinds of record: most are decided without looking at a record.
final class QueryPlan {
    /// What is left to decide for records of a template.
    enum Verdict {
        case never
        case always
        /// Position of a node of what remains.
        case depends(Int)
    }

    /// What remains of a query for the records of some template.
    private enum Remainder {
        /// Any of some tests on values.
        case values([ValueMatcher])
        case not(Int)
        case all([Int])
        case any([Int])
    }

    private let schema: LogSchema
    private let query: LogQuery
    private let text: RecordText
    private let budget: KeyMemory.Budget
    /// Of every term, whether it looks into each field of the records.
    private var places: [[Bool]?] = []
    private var verdicts: [Verdict?]
    private var remainders: [Remainder] = []
    /// Of every term two, for the whole of a value and for a part; nil where there is none.
    private var automata: [PatternAutomaton?]
    private var matchers: [[MatcherKey: ValueDecision]]

    /// A value's test: the expression, and whether a part of the value suffices.
    private struct MatcherKey: Hashable {
        var expression: Int32
        var within: Bool
    }

    private enum ValueDecision {
        case fixed(Bool)
        case matcher(ValueMatcher)
    }

    init(_ query: LogQuery, schema: LogSchema, text: RecordText, budget: KeyMemory.Budget) {
        self.budget = budget
        self.query = query
        self.schema = schema
        self.text = text
        verdicts = Array(repeating: nil, count: schema.records.templates.count)
        matchers = Array(repeating: [:], count: query.terms.count)
        automata = query.terms.flatMap { term -> [PatternAutomaton?] in
            guard case .pattern(let pattern) = term.test else { return [nil, nil] }
            return [PatternAutomaton(pattern, within: false), PatternAutomaton(pattern, within: true)]
        }
        places = query.terms.map { term in
            guard case .field(let name) = term.place else { return nil }
            let wanted = Set(schema.catalogue.positions(of: name))
            return schema.positions.map { wanted.contains($0) }
        }
    }

    /// What is known of records of a template.
    func verdict(ofTemplate template: UInt16) -> Verdict {
        if let known = verdicts[Int(template)] { return known }
        let verdict = decide(query.root, Int(template))
        verdicts[Int(template)] = verdict
        return verdict
    }

    /// Whether a record passes what its template left open.
    func matches(_ node: Int, _ row: RowReference) -> Bool {
        switch remainders[node] {
        case .values(let matchers): matchers.contains { $0.matches(row, text) }
        case .not(let inner): !matches(inner, row)
        case .all(let nodes): nodes.allSatisfy { matches($0, row) }
        case .any(let nodes): nodes.contains { matches($0, row) }
        }
    }

    /// Takes rows out of a set that do not pass what their template left open: one test after the other, each on the rows
    /// that are still in question.
    ///
    /// - Parameter first: the row that the set's number 0 stands for.
    func filter(_ rows: inout RowSet, _ node: Int, first: Int, _ segment: LogSegment, _ template: UInt16) {
        switch remainders[node] {
        case .values(let matchers):
            filterAny(&rows, matchers) { $1.filter(&$0, first: first, segment, template, text) }
        case .not(let inner):
            var passing = rows
            filter(&passing, inner, first: first, segment, template)
            rows.subtract(passing)
        case .all(let nodes):
            for node in nodes where !rows.isEmpty { filter(&rows, node, first: first, segment, template) }
        case .any(let nodes): filterAny(&rows, nodes) { filter(&$0, $1, first: first, segment, template) }
        }
    }

    /// Keeps the rows that any of some filters lets through.
    private func filterAny<Filter>(
        _ rows: inout RowSet, _ filters: [Filter], _ filter: (inout RowSet, Filter) -> Void
    ) {
        if filters.count == 1 { return filter(&rows, filters[0]) }
        var open = rows
        var passing = RowSet(none: rows)
        for next in filters where !open.isEmpty {
            var trial = open
            filter(&trial, next)
            passing.formUnion(trial)
            open.subtract(trial)
        }
        rows = passing
    }

    private func add(_ remainder: Remainder) -> Verdict {
        remainders.append(remainder)
        return .depends(remainders.count - 1)
    }

    private func decide(_ node: LogQuery.Node, _ template: Int) -> Verdict {
        switch node {
        case .everything: return .always
        case .term(let index): return decide(term: index, template)
        case .not(let inner):
            switch decide(inner, template) {
            case .never: return .always
            case .always: return .never
            case .depends(let node): return add(.not(node))
            }
        case .all(let nodes):
            var open: [Int] = []
            for node in nodes {
                switch decide(node, template) {
                case .never: return .never
                case .always: break
                case .depends(let node): open.append(node)
                }
            }
            return open.isEmpty ? .always : open.count == 1 ? .depends(open[0]) : add(.all(open))
        case .any(let nodes):
            var open: [Int] = []
            for node in nodes {
                switch decide(node, template) {
                case .never: break
                case .always: return .always
                case .depends(let node): open.append(node)
                }
            }
            return open.isEmpty ? .never : open.count == 1 ? .depends(open[0]) : add(.any(open))
        }
    }

    private func decide(term index: Int, _ template: Int) -> Verdict {
        let term = query.terms[index]
        let fields = places[index]
        var open: [ValueMatcher] = []
        var seen: Set<MatcherKey> = []
        for value in schema.records.templates[template].values {
            let kind = schema.kind(ofField: Int(value.field))
            if let fields {
                if !fields[Int(value.field)] { continue }
            } else if kind == .exact, case .pattern(let pattern) = term.test, pattern.literal == nil {
                // Wildcards in a bare word are for words; numbers and ids would match by accident.
                continue
            }
            let key = MatcherKey(
                expression: value.expression, within: Self.looksWithin(term.test, kind, isBare: fields == nil))
            if !seen.insert(key).inserted { continue }
            switch decision(key, term: index) {
            case .fixed(true): return .always
            case .fixed(false): break
            case .matcher(let matcher): open.append(matcher)
            }
        }
        return open.isEmpty ? .never : add(.values(open))
    }

    /// Whether a part of a value suffices for a term.
    private static func looksWithin(_ test: ValueTest, _ kind: FieldKind, isBare: Bool) -> Bool {
        guard case .pattern(let pattern) = test else { return false }
        switch kind {
        case .exact: return false
        case .keyword: return isBare
        case .text: return isBare || pattern.literal != nil
        }
    }

    private func decision(_ key: MatcherKey, term: Int) -> ValueDecision {
        if let known = matchers[term][key] { return known }
        let decision = decide(key, term: term)
        matchers[term][key] = decision
        return decision
    }

    private func decide(_ key: MatcherKey, term: Int) -> ValueDecision {
        let test = query.terms[term].test
        if test == .exists { return .fixed(true) }
        let expression = schema.records.expressions[Int(key.expression)]
        if !canPass(key, term, expression) { return .fixed(false) }
        if let constant = expression.constant {
            var copy = constant
            return .fixed(copy.withUnsafeMutableBufferPointer { ValueMatcher.passes(test, $0, within: key.within) })
        }
        return .matcher(
            ValueMatcher(
                test, within: key.within, expression: expression, recipe: schema.recipes[Int(key.expression)],
                budget: budget))
    }

    /// Whether any value of an expression can pass a term's test.
    private func canPass(_ key: MatcherKey, _ term: Int, _ expression: FieldExpression) -> Bool {
        switch query.terms[term].test {
        case .exists, .range: return true
        case .block: return expression.kind == .text
        case .pattern:
            let index = term * 2 + (key.within ? 1 : 0)
            return automata[index]?.canMatch(expression.pieces, sets: schema.records.textSets) ?? true
        }
    }
}
