// What a test asks of the values of a record.
extension Evaluation {
    /// The result of a test, from the values.
    @inline(never)
    func evaluate(_ test: FieldTest) -> Bool {
        let isEvery = test.slot == TestForm.everyValue
        let start = isEvery ? (values.isEmpty ? -1 : 0) : first[Int(test.slot)]
        switch test.kind {
        case .present: return start >= 0
        case .absent: return start < 0
        case .null: return start < 0 || anyValue(from: start, isEvery) { values[Int($0)].kind == .null }
        default: return anyValue(from: start, isEvery) { values[Int($0)].kind != .null && passes(test, $0) }
        }
    }

    @inline(__always)
    private func anyValue(from start: Int32, _ isEvery: Bool, _ passes: (Int32) -> Bool) -> Bool {
        var index = start
        while index >= 0 {
            if passes(index) { return true }
            index = isEvery ? (Int(index) + 1 < values.count ? index + 1 : -1) : values[Int(index)].next
        }
        return false
    }

    private func text(_ index: Int32, isCased: Bool) -> UnsafeBufferPointer<UInt8> {
        let value = values[Int(index)]
        let base = isCased ? bytes + Int(value.offset) : UnsafePointer(folded) + Int(starts[Int(index)])
        return UnsafeBufferPointer(start: base, count: Int(value.count))
    }

    /// Whether one value that is not null passes a test.
    private func passes(_ test: FieldTest, _ index: Int32) -> Bool {
        let value = text(index, isCased: test.isCased)
        switch test.kind {
        case .exact, .prefix, .suffix, .contains: return hasLiteral(test, value)
        case .glob:
            let parts = UnsafeBufferPointer(start: rules.parts.base + Int(test.offset), count: Int(test.count))
            return TextMatching.matches(value, parts, literals: literals)
        case .number: return isNumber(rules.numbers[Int(test.offset)], value)
        case .compare:
            guard let number = NumberReading.number(value) else { return false }
            return SigmaComparison.holds(test.relation, number, rules.numbers[Int(test.offset)].value)
        case .network:
            guard let address = NetworkAddress(value) else { return false }
            return rules.networks[Int(test.offset)].contains(address)
        case .time: return TimeReading.part(test.relation, of: value).map { $0 == Int(test.count) } ?? false
        case .regex: return isFound(Int(test.offset), index)
        case .reference:
            return anyValue(from: first[Int(test.count)], false) { other in
                values[Int(other)].kind != .null
                    && SigmaRelation.holds(test.relation, value, text(other, isCased: test.isCased))
            }
        case .anything: return true
        case .null, .present, .absent: return false
        }
    }

    /// Looks for a regular expression, where a text is there that it cannot do without.
    private func isFound(_ regex: Int, _ index: Int32) -> Bool {
        let needle = rules.needles[regex]
        if needle.count > 0 {
            let text = UnsafeBufferPointer(start: literals + Int(needle.offset), count: Int(needle.count))
            if TextMatching.find(text, in: self.text(index, isCased: false)) == nil { return false }
        }
        return rules.regexes[regex].matches(text(index, isCased: true), memory.regexScratch)
    }

    private func hasLiteral(_ test: FieldTest, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = Int(test.count)
        guard count <= value.count, let text = value.baseAddress else { return false }
        let literal = literals + Int(test.offset)
        switch test.kind {
        case .exact: return count == value.count && TextMatching.equal(text, literal, count: count)
        case .prefix: return TextMatching.equal(text, literal, count: count)
        case .suffix: return TextMatching.equal(text + (value.count - count), literal, count: count)
        default: return TextMatching.find(UnsafeBufferPointer(start: literal, count: count), in: value) != nil
        }
    }

    private func isNumber(_ number: NumberOperand, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        if NumberReading.number(value) == number.value { return true }
        guard Int(number.count) == value.count, let text = value.baseAddress else { return false }
        return TextMatching.equal(text, literals + Int(number.offset), count: value.count)
    }
}
