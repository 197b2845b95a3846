/// A test in the form that is evaluated: plain integers, whatever has no fixed size in tables of the ``RuleSet``.
struct FieldTest: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable {
        case anything, exact, prefix, suffix, contains, glob, number, null, present, absent, regex, network, compare
        case reference, time
    }

    var kind: Kind
    var isCased = false
    var slot: Int32
    /// Where the literal, the parts or the operand are in their table.
    var offset: Int32 = 0
    /// How many bytes or parts there are; for a reference the other slot, for a part of time its number.
    var count: Int32 = 0
    /// The raw position of a comparison, relation or part of time in its list.
    var relation: UInt8 = 0
}

/// A number that values are compared with, and how the rule spells it.
struct NumberOperand: BitwiseCopyable {
    var value: Double
    var offset: Int32
    var count: Int32
}

/// A text in the table of bytes.
struct LiteralRange: BitwiseCopyable {
    var offset: Int32
    var count: Int32
}

/// The tests of a rule set while it is built: each distinct one once.
struct TestTable {
    private(set) var forms: [TestForm] = []
    private(set) var tests: [FieldTest] = []
    private(set) var bytes: [UInt8] = []
    private(set) var parts: [GlobPart] = []
    private(set) var numbers: [NumberOperand] = []
    private(set) var networks: [SigmaNetwork] = []
    /// Each with the rule that was the first to ask for it.
    private(set) var regexes: [(regex: SigmaRegex, rule: Int)] = []
    private(set) var needles: [LiteralRange] = []
    /// The rule whose tests come in.
    var rule = 0
    private var indices: [TestForm: Int32] = [:]

    /// The index of a test, new where it is new. O(its text).
    mutating func insert(_ form: TestForm) -> Int32 {
        if let index = indices[form] { return index }
        let index = Int32(tests.count)
        indices[form] = index
        forms.append(form)
        tests.append(flat(form))
        return index
    }

    private mutating func flat(_ form: TestForm) -> FieldTest {
        var test = FieldTest(kind: .anything, isCased: form.isCased, slot: form.slot)
        switch form.question {
        case .anything: break
        case .literal(let literal, let atStart, let atEnd):
            test.kind = atStart ? (atEnd ? .exact : .prefix) : (atEnd ? .suffix : .contains)
            test.offset = insert(literal)
            test.count = Int32(literal.count)
        case .glob(let written):
            test.kind = .glob
            let flat = written.map { part in
                switch part {
                case .one: GlobPart(kind: .one)
                case .many: GlobPart(kind: .many)
                case .literal(let literal):
                    GlobPart(kind: .literal, offset: UInt32(insert(literal)), count: UInt32(literal.count))
                }
            }
            test.offset = Int32(parts.count)
            test.count = Int32(flat.count)
            parts += flat
        case .number(let number):
            test.kind = .number
            test.offset = insert(number)
        case .null: test.kind = .null
        case .exists(let wanted): test.kind = wanted ? .present : .absent
        case .regex(let regex):
            test.kind = .regex
            test.offset = Int32(regexes.count)
            regexes.append((regex, rule))
            let needle = RegexLiteral.required(by: regex).max { $0.count < $1.count } ?? []
            needles.append(LiteralRange(offset: insert(needle), count: Int32(needle.count)))
        case .network(let network):
            test.kind = .network
            test.offset = Int32(networks.count)
            networks.append(network)
        case .compare(let comparison, let number):
            test.kind = .compare
            test.offset = insert(number)
            test.relation = comparison.flat
        case .reference(let slot, let relation):
            test.kind = .reference
            test.count = slot
            test.relation = relation.flat
        case .time(let part, let number):
            test.kind = .time
            test.count = Int32(clamping: number)
            test.relation = part.flat
        }
        return test
    }

    private mutating func insert(_ literal: [UInt8]) -> Int32 {
        bytes += literal
        return Int32(bytes.count - literal.count)
    }

    private mutating func insert(_ number: SigmaNumber) -> Int32 {
        let spelling = Array(number.text.utf8).map(TextMatching.folded)
        numbers.append(
            NumberOperand(value: number.value, offset: insert(spelling), count: Int32(spelling.count)))
        return Int32(numbers.count - 1)
    }
}

extension SigmaComparison {
    fileprivate var flat: UInt8 {
        switch self {
        case .less: 0
        case .lessOrEqual: 1
        case .greater: 2
        case .greaterOrEqual: 3
        }
    }

    /// Whether two numbers are in the relation with this flat value.
    static func holds(_ flat: UInt8, _ left: Double, _ right: Double) -> Bool {
        switch flat {
        case 0: left < right
        case 1: left <= right
        case 2: left > right
        default: left >= right
        }
    }
}

extension SigmaRelation {
    fileprivate var flat: UInt8 {
        switch self {
        case .equal: 0
        case .startsWith: 1
        case .endsWith: 2
        case .contains: 3
        }
    }

    /// Whether two texts are in the relation with this flat value.
    static func holds(_ flat: UInt8, _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard right.count <= left.count, flat != 0 || left.count == right.count else { return false }
        guard right.count > 0, let text = left.baseAddress, let other = right.baseAddress else { return true }
        switch flat {
        case 0, 1: return TextMatching.equal(text, other, count: right.count)
        case 2: return TextMatching.equal(text + (left.count - right.count), other, count: right.count)
        default: return TextMatching.find(right, in: left) != nil
        }
    }
}

extension SigmaTimePart {
    fileprivate var flat: UInt8 { UInt8(SigmaTimePart.allCases.firstIndex(of: self) ?? 0) }
}
