/// What is done with the records of one ``RecordSource``: which rules are about them, and what announces each.
///
/// Sendable since nothing changes after the initialiser.
final class SourcePlan: Sendable {
    /// A set of texts and numbers that announce the same test.
    struct Trigger: BitwiseCopyable {
        /// The test that is true where it fires; −1: it must be evaluated still.
        var test: Int32
        /// Its rules, in ``SourcePlan/rules``.
        var first: Int32
        var end: Int32
    }

    /// What is looked for in the values of one field.
    struct Slot: BitwiseCopyable {
        var wide: LiteralScanner?
        var narrow: LiteralScanner?
        var numbers: NumberIndex?
    }

    private let memory = FlatMemory()
    /// Rules that are evaluated for each record.
    let always: FlatTable<Int32>
    let triggers: FlatTable<Trigger>
    let rules: FlatTable<Int32>
    let literals: FlatTable<UInt8>
    let slots: FlatTable<Slot>
    /// By the catalogue's slot: the place in ``slots``; −1: nothing is looked for, −2: nothing is asked at all.
    let placeOfSlot: FlatTable<Int32>
    /// By test, 64 to a word: whether it is false where its trigger did not fire.
    let decided: FlatTable<UInt64>
    /// Whether any rule is about these records.
    let isEmpty: Bool

    /// Finds the rules about a source and makes their plan. O(number of rules + text of those that fit).
    init(_ source: RecordSource, _ set: RuleSet) {
        let compiled = set.compiled
        let fitting = set.rules.indices.filter { source.fits(set.rules[$0].source) }
        isEmpty = fitting.isEmpty
        var places = [Int32](repeating: -2, count: set.catalogue.names.count)
        var always: [Int32] = []
        var rulesOfTest: [Int32: [Int32]] = [:]
        for rule in fitting {
            for step in (rule == 0 ? 0 : Int(compiled.ends[rule - 1]))..<Int(compiled.ends[rule]) {
                let test = compiled.tests[Int(compiled.steps[step].test)]
                places[Int(test.slot)] = -1
                if test.kind == .reference { places[Int(test.count)] = -1 }
            }
            if let tests = compiled.triggers[rule] {
                for test in Set(tests).sorted() { rulesOfTest[test, default: []].append(Int32(rule)) }
            } else {
                always.append(Int32(rule))
            }
        }
        var triggers: [Trigger] = []
        var rules: [Int32] = []
        var decided = [UInt64](repeating: 0, count: compiled.tests.count / 64 + 1)
        var sought: [Int32: SoughtInSlot] = [:]
        for test in rulesOfTest.keys.sorted() {
            let form = compiled.forms[Int(test)]
            let sources = TriggerSource.sources(of: form)
            let isDecisive = sources.allSatisfy(\.isDecisive)
            if isDecisive { decided[Int(test) / 64] |= 1 << UInt64(test % 64) }
            let own = rulesOfTest[test] ?? []
            for source in sources { sought[form.slot, default: SoughtInSlot()].add(source, Int32(triggers.count)) }
            triggers.append(
                Trigger(
                    test: isDecisive ? test : -1, first: Int32(rules.count), end: Int32(rules.count + own.count)))
            rules += own
        }
        var literals: [UInt8] = []
        var slots: [Slot] = []
        for slot in sought.keys.sorted() {
            places[Int(slot)] = Int32(slots.count)
            if let found = sought[slot] { slots.append(found.slot(&literals, memory)) }
        }
        self.always = memory.table(always)
        self.triggers = memory.table(triggers)
        self.rules = memory.table(rules)
        self.literals = memory.table(literals)
        self.slots = memory.table(slots)
        placeOfSlot = memory.table(places)
        self.decided = memory.table(decided)
    }
}

/// What is looked for in a slot, while it is collected.
private struct SoughtInSlot {
    private var wide: [(text: PlacedText, trigger: Int32)] = []
    private var narrow: [(text: PlacedText, trigger: Int32)] = []
    private var numbers: [NumberIndex.Entry] = []

    mutating func add(_ source: TriggerSource, _ trigger: Int32) {
        switch source {
        case .literal(let text, _) where text.withEdges.count > 4: wide.append((text, trigger))
        case .literal(let text, _): narrow.append((text, trigger))
        case .number(let value): numbers.append(NumberIndex.Entry(value: value, trigger: trigger))
        }
    }

    func slot(_ literals: inout [UInt8], _ memory: FlatMemory) -> SourcePlan.Slot {
        let sorted = numbers.sorted { ($0.value, $0.trigger) < ($1.value, $1.trigger) }
        return SourcePlan.Slot(
            wide: LiteralScanner(wide, width: 4, literals: &literals, memory: memory),
            narrow: LiteralScanner(narrow, width: 2, literals: &literals, memory: memory),
            numbers: sorted.isEmpty ? nil : NumberIndex(entries: memory.table(sorted)))
    }
}
