/// A rule with its tests by index.
indirect enum IndexedExpression {
    case test(Int32)
    case all([IndexedExpression])
    case any([IndexedExpression])
    case not(IndexedExpression)

    /// Takes an expression's tests into a table and its fields into a catalogue.
    init(_ expression: SigmaExpression, tests: inout TestTable, fields: inout FieldCatalogue) {
        switch expression {
        case .field(let name, let test):
            self = .test(tests.insert(TestForm(slot: Int32(fields.insert(name)), test) { Int32(fields.insert($0)) }))
        case .keyword(let test):
            fields.wantsEverything = true
            self = .test(
                tests.insert(TestForm(slot: TestForm.everyValue, test) { Int32(fields.insert($0)) }))
        case .all(let children):
            self = .all(children.map { IndexedExpression($0, tests: &tests, fields: &fields) })
        case .any(let children):
            self = .any(children.map { IndexedExpression($0, tests: &tests, fields: &fields) })
        case .not(let inner): self = .not(IndexedExpression(inner, tests: &tests, fields: &fields))
        }
    }

    /// What all evaluations together cost at most, by ``TestForm/cost``.
    func cost(_ tests: TestTable) -> Int {
        switch self {
        case .test(let index): tests.forms[Int(index)].cost
        case .all(let children), .any(let children): children.reduce(0) { $0 + $1.cost(tests) }
        case .not(let inner): inner.cost(tests)
        }
    }
}

extension SigmaExpression {
    /// Whether any test is about every value of a record. O(expression).
    var hasKeywords: Bool {
        switch self {
        case .keyword: true
        case .field: false
        case .all(let children), .any(let children): children.contains(where: \.hasKeywords)
        case .not(let inner): inner.hasKeywords
        }
    }
}

/// A step of a rule: a test, and where to go on by its result. Negative: the rule ends so.
struct RuleStep: BitwiseCopyable {
    static let isTrue: Int32 = -1
    static let isFalse: Int32 = -2

    var test: Int32
    var onTrue: Int32
    var onFalse: Int32
}

/// Makes steps of expressions, cheap ones first; connectives and negations become jumps.
struct RuleCompiler {
    private(set) var steps: [RuleStep] = []

    /// Adds the steps of a rule and gives the first one's index. O(expression · log).
    mutating func compile(_ expression: IndexedExpression, _ tests: TestTable) -> Int32 {
        compile(expression, tests, onTrue: RuleStep.isTrue, onFalse: RuleStep.isFalse)
    }

    /// Steps are made from the last to the first, so that the targets of each are known.
    private mutating func compile(
        _ expression: IndexedExpression, _ tests: TestTable, onTrue: Int32, onFalse: Int32
    ) -> Int32 {
        switch expression {
        case .test(let index):
            steps.append(RuleStep(test: index, onTrue: onTrue, onFalse: onFalse))
            return Int32(steps.count - 1)
        case .not(let inner): return compile(inner, tests, onTrue: onFalse, onFalse: onTrue)
        case .all(let children):
            return ordered(children, tests).reduce(onTrue) { next, child in
                compile(child, tests, onTrue: next, onFalse: onFalse)
            }
        case .any(let children):
            return ordered(children, tests).reduce(onFalse) { next, child in
                compile(child, tests, onTrue: onTrue, onFalse: next)
            }
        }
    }

    /// Dear ones first, since they are compiled first.
    private func ordered(_ children: [IndexedExpression], _ tests: TestTable) -> [IndexedExpression] {
        children.enumerated().map { (index: $0.offset, cost: $0.element.cost(tests), child: $0.element) }
            .sorted { ($0.cost, $0.index) > ($1.cost, $1.index) }.map(\.child)
    }
}
