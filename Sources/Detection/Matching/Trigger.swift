/// A test that must be true, with others of its set, for some rule to be true.
///
/// Each rule gets the set that is expected to be true most seldom, and is evaluated only where one of the set may be.
struct TriggerSet {
    /// Indices of tests, without order.
    var tests: [Int32]
    /// How likely one of them is true, in parts of 2³² and at most a few times that.
    var chance: UInt64

    /// Above this a set is no better than none: the rule is evaluated for each record.
    static let useless: UInt64 = 1 << 34

    /// The best set for one form of a rule, or nil where there is none, as where everything is negated. O(expression).
    static func best(_ expression: IndexedExpression, in table: TestTable) -> TriggerSet? {
        best(expression, isNegated: false, table)
    }

    private static func best(_ expression: IndexedExpression, isNegated: Bool, _ table: TestTable) -> TriggerSet? {
        switch expression {
        case .test(let index):
            guard !isNegated, let chance = TriggerSource.chance(of: table.forms[Int(index)]) else { return nil }
            return TriggerSet(tests: [index], chance: chance)
        case .not(let inner): return best(inner, isNegated: !isNegated, table)
        case .all(let children), .any(let children):
            var needsAll = false
            if case .all = expression { needsAll = true }
            let sets = children.map { best($0, isNegated: isNegated, table) }
            return needsAll != isNegated ? rarest(sets) : union(sets)
        }
    }

    /// Where all must hold, any one of the sets will do.
    private static func rarest(_ sets: [TriggerSet?]) -> TriggerSet? {
        sets.compactMap(\.self).min { $0.chance < $1.chance }
    }

    /// Where one must hold, it takes all sets; with none to hold, nothing ever fires.
    private static func union(_ sets: [TriggerSet?]) -> TriggerSet? {
        var result = TriggerSet(tests: [], chance: 0)
        for set in sets {
            guard let set else { return nil }
            result.tests += set.tests
            result.chance = min(result.chance + set.chance, useless)
        }
        return result.chance < useless ? result : nil
    }
}

/// What to look for in values so that no true test is missed.
enum TriggerSource {
    /// A text at its place. `isDecisive` where finding it is the test itself.
    case literal(PlacedText, isDecisive: Bool)
    case number(Double)

    /// Whether finding it is the test itself.
    var isDecisive: Bool {
        if case .literal(_, let isDecisive) = self { isDecisive } else { true }
    }

    /// What announces a test; empty where nothing does. Each of several announces it alone.
    static func sources(of form: TestForm) -> [TriggerSource] {
        switch form.question {
        case .literal(let bytes, let atStart, let atEnd):
            let text = PlacedText(folding: bytes, atStart: atStart, atEnd: atEnd)
            return text.isSearchable ? [.literal(text, isDecisive: !form.isCased)] : []
        case .glob(let parts): return rarest(texts(of: parts))
        case .regex(let regex):
            return rarest(
                RegexLiteral.required(by: regex).map { PlacedText(folding: $0, atStart: false, atEnd: false) })
        case .number(let number):
            // What is not decimal, such as 0x1F, is also found by its spelling.
            let isDecimal = Array(number.text.utf8).withUnsafeBufferPointer(NumberReading.number) != nil
            let spelling = PlacedText(folding: Array(number.text.utf8), atStart: true, atEnd: true)
            return [.number(number.value)] + (isDecimal ? [] : [.literal(spelling, isDecisive: true)])
        default: return []
        }
    }

    /// How likely a test is true, in parts of 2³²; nil where nothing announces it.
    static func chance(of form: TestForm) -> UInt64? {
        let sources = sources(of: form)
        if sources.isEmpty { return nil }
        return sources.reduce(0) { sum, source in
            switch source {
            case .literal(let text, _): sum + LiteralRarity.chance(of: text.withEdges)
            case .number: sum + 1 << 27
            }
        }
    }

    private static func texts(of parts: [SigmaPattern.Part]) -> [PlacedText] {
        parts.enumerated().compactMap { index, part in
            guard case .literal(let bytes) = part else { return nil }
            return PlacedText(folding: bytes, atStart: index == 0, atEnd: index == parts.count - 1)
        }
    }

    private static func rarest(_ texts: [PlacedText]) -> [TriggerSource] {
        let usable = texts.filter(\.isSearchable).map { (text: $0, chance: LiteralRarity.chance(of: $0.withEdges)) }
        guard let best = usable.min(by: { $0.chance < $1.chance }) else { return [] }
        return [.literal(best.text, isDecisive: false)]
    }
}

/// A text in lower case, and whether it must stand at the start or the end of a value.
struct PlacedText: Hashable {
    var bytes: [UInt8]
    var atStart: Bool
    var atEnd: Bool

    init(folding bytes: [UInt8], atStart: Bool, atEnd: Bool) {
        self.bytes = bytes.map(TextMatching.folded)
        self.atStart = atStart
        self.atEnd = atEnd
    }

    /// The text as it looks in values with edges around them.
    var withEdges: [UInt8] { (atStart ? LiteralRarity.edge : []) + bytes + (atEnd ? LiteralRarity.edge : []) }

    /// Whether it is long enough to be looked for: single bytes are everywhere.
    var isSearchable: Bool { bytes.count + (atStart ? 2 : 0) + (atEnd ? 2 : 0) >= 2 }
}
