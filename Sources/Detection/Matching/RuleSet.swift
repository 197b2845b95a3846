/// Rules compiled together: the fields that they ask for, each distinct test once, and for each rule what must be found
/// before it is worth a look. Immutable; any number of ``Matcher``s use it at once.
public struct RuleSet: Sendable {
    /// The rules, by the indices that a ``Matcher`` reports.
    public let rules: [SigmaRule]
    /// The fields that a record must bring. A caller may add fields of its own to a copy: slots stay as they are.
    public let catalogue: FieldCatalogue

    let compiled: CompiledRules
    /// What rules with keywords are about, each once.
    private let keywordSources: [LogSource]

    /// Why rules do not compile.
    public struct CompileError: Error, Sendable, CustomStringConvertible {
        /// By its index in the rules given.
        public let rule: Int
        /// What is wrong with it.
        public let message: String
        /// The message with the rule's title.
        public let description: String
    }

    /// Compiles rules.
    ///
    /// - Parameters:
    ///   - rules: The rules, by whose positions matches are reported.
    ///   - catalogue: Fields that somebody else asks for; theirs keep their slots.
    /// - Throws: ``CompileError`` for the first rule with a regular expression that PCRE does not take; a rule from
    ///   ``SigmaReader`` has none.
    /// - Complexity: O(text of all rules), about 0.1 ms a rule with machine code for its regular expressions.
    public init(_ rules: [SigmaRule], catalogue: FieldCatalogue = FieldCatalogue()) throws(CompileError) {
        self.rules = rules
        var fields = catalogue
        var tests = TestTable()
        var compiler = RuleCompiler()
        var entries: [Int32] = []
        var ends: [Int32] = []
        var triggers: [[Int32]?] = []
        var keywordSources: [LogSource] = []
        for (index, rule) in rules.enumerated() {
            tests.rule = index
            if rule.conditions.contains(where: \.hasKeywords), !keywordSources.contains(rule.source) {
                keywordSources.append(rule.source)
            }
            let conditions = rule.conditions.map { IndexedExpression($0, tests: &tests, fields: &fields) }
            let whole = conditions.count == 1 ? conditions[0] : .any(conditions)
            entries.append(compiler.compile(whole, tests))
            ends.append(Int32(compiler.steps.count))
            triggers.append(TriggerSet.best(whole, in: tests)?.tests)
        }
        var regexes: [RegularExpression] = []
        for (regex, rule) in tests.regexes {
            do throws(RegularExpression.CompileError) {
                regexes.append(try RegularExpression(regex))
            } catch {
                throw CompileError(
                    rule: rule, message: error.message, description: "\(rules[rule].title): \(error.message)")
            }
        }
        self.catalogue = fields
        self.keywordSources = keywordSources
        compiled = CompiledRules(
            tests: tests, regexes: regexes, steps: compiler.steps, entries: entries, ends: ends, triggers: triggers)
    }
}

extension RuleSet {
    /// Whether a rule about such records looks at every value, so that slot 0 of the catalogue is wanted of them.
    ///
    /// - Complexity: O(distinct log sources of rules with keywords).
    public func wantsEverything(of source: RecordSource) -> Bool { keywordSources.contains(where: source.fits) }
}

/// What a ``RuleSet`` keeps for its ``Matcher``s.
final class CompiledRules: Sendable {
    let memory: FlatMemory
    let forms: [TestForm]
    let tests: FlatTable<FieldTest>
    let literals: FlatTable<UInt8>
    let parts: FlatTable<GlobPart>
    let numbers: FlatTable<NumberOperand>
    let networks: [SigmaNetwork]
    let regexes: [RegularExpression]
    /// By regular expression: a text in ``literals`` that each match has; empty where none is known.
    let needles: FlatTable<LiteralRange>
    let steps: FlatTable<RuleStep>
    /// By rule: its first step, or its result where it has none.
    let entries: FlatTable<Int32>
    /// By rule: the end of its steps, which begin where those of the rule before end.
    let ends: FlatTable<Int32>
    /// By rule: tests of which one must be true; nil where there are none such.
    let triggers: [[Int32]?]

    init(
        tests: TestTable, regexes: [RegularExpression], steps: [RuleStep], entries: [Int32], ends: [Int32],
        triggers: [[Int32]?]
    ) {
        let memory = FlatMemory()
        self.memory = memory
        forms = tests.forms
        self.tests = memory.table(tests.tests)
        literals = memory.table(tests.bytes)
        parts = memory.table(tests.parts)
        numbers = memory.table(tests.numbers)
        networks = tests.networks
        self.regexes = regexes
        needles = memory.table(tests.needles)
        self.steps = memory.table(steps)
        self.entries = memory.table(entries)
        self.ends = memory.table(ends)
        self.triggers = triggers
    }
}
