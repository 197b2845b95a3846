import Telemetry

/// One test on one value that differs from record to record.
final class ValueMatcher {
    private let test: ValueTest
    private let within: Bool
    private let expression: FieldExpression
    private let isKeyed: Bool
    private var memory: KeyMemory

    /// A matcher; `width` is that of the value's key, see ``ValueKeys/width(of:)``.
    init(_ test: ValueTest, within: Bool, expression: FieldExpression, width: Int?) {
        self.test = test
        self.within = within
        self.expression = expression
        isKeyed = width != nil
        memory = KeyMemory(width: width ?? 64)
    }

    /// Whether a record's value passes.
    @inline(__always)
    func matches(_ record: Record, _ keys: ValueKeys, _ text: RecordText) -> Bool {
        if !isKeyed {
            return expression.isCounted ? test.passes(text.number(of: expression, record)) : decide(record, text)
        }
        let key = keys.key(of: expression, record)
        if let known = memory.value(of: key) { return known != 0 }
        let result = decide(record, text)
        memory.insert(key, result ? 1 : 0)
        return result
    }

    private func decide(_ record: Record, _ text: RecordText) -> Bool {
        Self.passes(test, text.value(of: expression, record), within: within)
    }

    /// Whether a value passes; it is made small in place.
    static func passes(_ test: ValueTest, _ value: UnsafeMutableBufferPointer<UInt8>, within: Bool) -> Bool {
        if LetterCase.fold(value) != nil { return test.passes(UnsafeBufferPointer(value), within: within) }
        return LetterCase.folded(Array(value)).withUnsafeBufferPointer { test.passes($0, within: within) }
    }
}
