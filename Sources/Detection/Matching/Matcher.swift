/// Finds the rules of a ``RuleSet`` that match records, one record after the other.
///
/// A value: copies go their own ways, and each thread takes one. Equal records give equal results, whatever was seen
/// before.
///
/// - Complexity: A record costs O(bytes of the values that its rules ask for) to find what announces a rule, about 0.5 ns
///   a byte, and the evaluation of the rules that are announced. Memory: 4 bytes a test, 8 a rule, twice the largest
///   record, and a plan for each distinct source (10 to 500 KB).
public struct Matcher: Sendable {
    /// The rules.
    public let rules: RuleSet
    private var plans: [SourcePlan] = []
    private var indices: [RecordSource: Int32] = [:]
    private var memory: MatcherMemory

    /// A matcher that has seen nothing yet.
    public init(_ rules: RuleSet) {
        self.rules = rules
        memory = MatcherMemory(tests: rules.compiled.tests.count, rules: rules.rules.count)
    }

    /// The number by which ``match(_:source:into:)`` knows a source: 0, 1, … in the order in which they are first asked
    /// for.
    ///
    /// - Complexity: O(1) for a source that is known, else O(rules + text of those that are about it), some milliseconds
    ///   for a thousand.
    public mutating func index(of source: RecordSource) -> Int32 {
        if let index = indices[source] { return index }
        let index = Int32(plans.count)
        plans.append(SourcePlan(source, rules))
        indices[source] = index
        return index
    }

    /// How often a regular expression was given up because it took too many steps; it counts as not found then. A copy
    /// begins at 0.
    public var exhaustedExpressions: Int { memory.regexScratch.exhausted }

    /// Appends the indices of the rules that match a record, in ascending order.
    ///
    /// - Parameters:
    ///   - record: The values of the fields of ``RuleSet/catalogue``, or of a catalogue that begins with them.
    ///   - source: What the record is, by ``index(of:)``.
    ///   - hits: What the indices are appended to.
    public mutating func match(_ record: RecordFields, source: Int32, into hits: inout [Int32]) {
        let plan = plans[Int(source)]
        if plan.isEmpty { return }
        precondition(record.first.count >= rules.catalogue.names.count, "the record has the fields of another rule set")
        if !isKnownUniquelyReferenced(&memory) {
            memory = MatcherMemory(tests: rules.compiled.tests.count, rules: rules.rules.count)
        }
        let old = hits.count
        Evaluation.run(record, plan, rules.compiled, memory, &hits)
        sort(&hits, from: old)
    }

    /// Puts the few new ones in order.
    private func sort(_ hits: inout [Int32], from start: Int) {
        guard hits.count > start + 1 else { return }
        for index in start + 1..<hits.count {
            let hit = hits[index]
            var place = index
            while place > start, hits[place - 1] > hit {
                hits[place] = hits[place - 1]
                place -= 1
            }
            hits[place] = hit
        }
    }
}
