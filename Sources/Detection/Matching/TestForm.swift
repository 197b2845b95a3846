/// A test of one field in its normal form: two tests that always agree are equal here, so that each is decided once for
/// all rules.
struct TestForm: Hashable {
    /// What is asked.
    enum Question: Hashable {
        /// Any value but null.
        case anything
        /// The value begins with, ends with, is or contains a text that is not empty unless it is the whole value.
        case literal([UInt8], atStart: Bool, atEnd: Bool)
        case glob([SigmaPattern.Part])
        case number(SigmaNumber)
        case null
        case exists(Bool)
        case regex(SigmaRegex)
        case network(SigmaNetwork)
        case compare(SigmaComparison, SigmaNumber)
        case reference(slot: Int32, SigmaRelation)
        case time(SigmaTimePart, Int)
    }

    /// The slot of every value of a record, for keywords.
    static let everyValue: Int32 = 0

    let slot: Int32
    let question: Question
    /// Whether letters differ by case. False where there are none; then texts of the question are in lower case.
    let isCased: Bool

    init(slot: Int32, _ test: SigmaTest, slotOfField: (String) -> Int32) {
        self.slot = slot
        var cased = false
        switch test {
        case .text(let pattern, let isCased):
            cased = isCased && pattern.hasLetters
            question = Self.question(of: pattern.parts, folded: !cased)
        case .number(let number): question = .number(number)
        case .null: question = .null
        case .exists(let wanted): question = .exists(wanted)
        case .regex(let regex): question = .regex(regex)
        case .network(let network): question = .network(network)
        case .compare(let comparison, let number): question = .compare(comparison, number)
        case .reference(let field, let relation, let isCased):
            cased = isCased
            question = .reference(slot: slotOfField(field), relation)
        case .time(let part, let number): question = .time(part, number)
        }
        isCased = cased
    }

    private static func question(of written: [SigmaPattern.Part], folded: Bool) -> Question {
        var parts: [SigmaPattern.Part] = []
        for part in written {
            if case .literal(let bytes) = part {
                parts.append(.literal(folded ? bytes.map(TextMatching.folded) : bytes))
            } else {
                parts.append(part)
            }
        }
        let atStart = parts.first != .many
        let atEnd = parts.last != .many
        let inner = parts.dropFirst(atStart ? 0 : 1)
        let core = inner.dropLast(atEnd || inner.isEmpty ? 0 : 1)
        if core.isEmpty { return parts.isEmpty ? .literal([], atStart: true, atEnd: true) : .anything }
        if core.count == 1, case .literal(let bytes)? = core.first {
            return .literal(bytes, atStart: atStart, atEnd: atEnd)
        }
        return .glob(parts)
    }

    /// About what an evaluation costs, in no unit: what is cheap is asked first.
    var cost: Int {
        switch question {
        case .null, .exists, .anything: 1
        case .number: 2
        case .literal(_, let atStart, let atEnd): atStart || atEnd ? 3 : 12
        case .compare, .network, .reference, .time: 20
        case .glob: 30
        case .regex: 200
        }
    }
}

extension SigmaPattern {
    fileprivate var hasLetters: Bool {
        parts.contains { part in
            guard case .literal(let bytes) = part else { return false }
            return bytes.contains { TextMatching.folded($0) != $0 || (0x61...0x7A).contains($0) }
        }
    }
}
