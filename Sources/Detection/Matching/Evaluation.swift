/// One record under the rules of one plan.
///
/// All pointers of matching meet here, for as long as one call of ``run(_:_:_:_:_:)``, which keeps their owners alive.
struct Evaluation {
    let plan: SourcePlan
    let rules: CompiledRules
    let memory: MatcherMemory
    let bytes: UnsafePointer<UInt8>
    let values: UnsafeBufferPointer<RecordFields.Value>
    let first: UnsafePointer<Int32>
    let folded: UnsafeMutablePointer<UInt8>
    let starts: UnsafeMutablePointer<Int32>
    let results: UnsafeMutablePointer<UInt32>
    let tests: UnsafePointer<FieldTest>
    let literals: UnsafePointer<UInt8>
    let generation: UInt32
    var candidateCount = 0

    /// Appends the matching rules in the order in which they were announced. See ``Matcher/match(_:source:into:)``.
    static func run(
        _ record: RecordFields, _ plan: SourcePlan, _ rules: CompiledRules, _ memory: MatcherMemory,
        _ hits: inout [Int32]
    ) {
        record.bytes.withUnsafeBufferPointer { bytes in
            record.values.withUnsafeBufferPointer { values in
                record.first.withUnsafeBufferPointer { first in
                    guard let first = first.baseAddress else { return }
                    var total = 0
                    for value in values { total &+= Int(value.count) }
                    memory.begin(values: values.count, bytes: total, triggers: plan.triggers.count)
                    var evaluation = Evaluation(
                        plan: plan, rules: rules, memory: memory,
                        bytes: bytes.baseAddress ?? UnsafePointer(memory.folded), values: values, first: first,
                        folded: memory.folded, starts: memory.starts, results: memory.results, tests: rules.tests.base,
                        literals: rules.literals.base, generation: memory.generation)
                    evaluation.announce()
                    evaluation.decide(&hits)
                }
            }
        }
    }

    /// Evaluates what was announced, and what needs no announcement.
    private func decide(_ hits: inout [Int32]) {
        for index in 0..<plan.always.count where holds(plan.always[index]) { hits.append(plan.always[index]) }
        for index in 0..<candidateCount where holds(memory.candidates[index]) { hits.append(memory.candidates[index]) }
    }

    private func holds(_ rule: Int32) -> Bool {
        var step = rules.entries[Int(rule)]
        while step >= 0 {
            let taken = rules.steps[Int(step)]
            step = passes(taken.test) ? taken.onTrue : taken.onFalse
        }
        return step == RuleStep.isTrue
    }

    /// The result of a test, found at most once for each record.
    @inline(__always)
    private func passes(_ test: Int32) -> Bool {
        let known = results[Int(test)]
        if known &>> 1 == generation { return known & 1 != 0 }
        let isDecided = plan.decided[Int(test) &>> 6] &>> UInt64(test & 63) & 1 != 0
        let result = !isDecided && evaluate(tests[Int(test)])
        results[Int(test)] = generation &<< 1 | (result ? 1 : 0)
        return result
    }
}

// What is found in values before any rule is looked at.
extension Evaluation {
    /// Puts the wanted values into lower case and looks for what announces rules.
    mutating func announce() {
        let edge = LiteralScanner.edge
        var end = 2
        folded[0] = edge
        folded[1] = edge
        let everywhere = plan.placeOfSlot[Int(TestForm.everyValue)]
        for index in 0..<values.count {
            let value = values[index]
            let place = Int(value.slot) < plan.placeOfSlot.count ? plan.placeOfSlot[Int(value.slot)] : -2
            guard place >= -1 || everywhere >= -1, value.kind != .null else {
                starts[index] = -1
                continue
            }
            let count = Int(value.count)
            let text = folded + end
            TextMatching.fold(bytes + Int(value.offset), count: count, into: text)
            text[count] = edge
            text[count &+ 1] = edge
            starts[index] = Int32(truncatingIfNeeded: end)
            end &+= count &+ 2
            if place >= 0, value.slot != TestForm.everyValue { look(plan.slots[Int(place)], text, count, value) }
            if everywhere >= 0 { look(plan.slots[Int(everywhere)], text, count, value) }
        }
    }

    @inline(__always)
    private mutating func look(
        _ slot: SourcePlan.Slot, _ text: UnsafeMutablePointer<UInt8>, _ count: Int, _ value: RecordFields.Value
    ) {
        if let wide = slot.wide { scan(wide, 0xFFFF_FFFF, 4, text, count) }
        if let narrow = slot.narrow { scan(narrow, 0xFFFF, 2, text, count) }
        if let numbers = slot.numbers,
            let number = NumberReading.number(UnsafeBufferPointer(start: bytes + Int(value.offset), count: count))
        {
            var index = numbers.first(number)
            while index < numbers.entries.count, numbers.entries[index].value == number {
                fire(numbers.entries[index].trigger)
                index += 1
            }
        }
    }

    @inline(__always)
    private mutating func scan(
        _ scanner: LiteralScanner, _ mask: UInt32, _ width: Int, _ text: UnsafeMutablePointer<UInt8>, _ count: Int
    ) {
        let raw = UnsafeRawPointer(text)
        @inline(__always)
        func piece(_ place: Int) -> UInt32 { raw.loadUnaligned(fromByteOffset: place, as: UInt32.self) & mask }
        var place = -2
        let last = count &+ 2 &- width
        let step = LiteralScanner.stride(width: width)
        // Four places with one branch; most of the time none of them has anything.
        while place &+ 3 &* step <= last {
            let first = scanner.mayHold(piece(place)) | scanner.mayHold(piece(place &+ step))
            let second = scanner.mayHold(piece(place &+ 2 &* step)) | scanner.mayHold(piece(place &+ 3 &* step))
            if first | second != 0 {
                for offset in 0..<4 {
                    let place = place &+ step &* offset
                    if scanner.mayHold(piece(place)) != 0 { compare(scanner, piece(place), text, count, place) }
                }
            }
            place &+= 4 &* step
        }
        while place <= last {
            if scanner.mayHold(piece(place)) != 0 { compare(scanner, piece(place), text, count, place) }
            place &+= step
        }
    }

    /// Compares the texts that have a piece with what stands around it.
    @inline(never)
    private mutating func compare(
        _ scanner: LiteralScanner, _ piece: UInt32, _ text: UnsafeMutablePointer<UInt8>, _ count: Int, _ place: Int
    ) {
        let bucket = scanner.bucket(of: piece)
        for index in Int(bucket.first)..<Int(bucket.first + bucket.count) {
            let entry = scanner.entries[index]
            let start = place - Int(entry.lead)
            let length = Int(entry.count)
            guard start >= 0, start + length <= count, !entry.atStart || start == 0,
                !entry.atEnd || start + length == count,
                TextMatching.equal(text + start, plan.literals.base + Int(entry.offset), count: length)
            else { continue }
            fire(entry.trigger)
        }
    }

    /// Makes the rules of a trigger candidates.
    private mutating func fire(_ index: Int32) {
        if memory.triggerStamps[Int(index)] == generation { return }
        memory.triggerStamps[Int(index)] = generation
        let trigger = plan.triggers[Int(index)]
        if trigger.test >= 0 { results[Int(trigger.test)] = generation &<< 1 | 1 }
        for place in Int(trigger.first)..<Int(trigger.end) {
            let rule = plan.rules[place]
            if memory.ruleStamps[Int(rule)] == generation { continue }
            memory.ruleStamps[Int(rule)] = generation
            memory.candidates[candidateCount] = rule
            candidateCount += 1
        }
    }
}
