import Kernel
import Telemetry

/// A record where it is kept.
struct RowReference {
    var stored: UnsafePointer<StoredRecord>
    var time: Milliseconds
    var template: UInt16

    /// The record as telemetry has it.
    var record: Record { stored.pointee.record(time: time, template: template) }
}

/// One test on one value that differs from record to record.
final class ValueMatcher {
    private let test: ValueTest
    private let within: Bool
    private let expression: FieldExpression
    private let recipe: KeyRecipe?
    private let isCounted: Bool
    /// At a fixed place: it is asked by the million.
    private let memory: UnsafeMutablePointer<KeyMemory>

    /// A matcher; `recipe` is that of the value's key, see ``ValueKeys/recipe(of:)``.
    init(
        _ test: ValueTest, within: Bool, expression: FieldExpression, recipe: KeyRecipe?, budget: KeyMemory.Budget
    ) {
        self.test = test
        self.within = within
        self.expression = expression
        self.recipe = recipe
        isCounted = expression.isCounted
        memory = .allocate(capacity: 1)
        memory.initialize(to: KeyMemory(width: recipe?.width ?? 64, budget: budget))
    }

    deinit {
        memory.deinitialize(count: 1)
        memory.deallocate()
    }

    /// Takes rows out of a set whose values do not pass.
    ///
    /// - Parameter first: the row that the set's number 0 stands for.
    func filter(_ rows: inout RowSet, first: Int, _ segment: LogSegment, _ template: UInt16, _ text: RecordText) {
        rows.filter { row in
            let row = first + row
            return matches(
                RowReference(stored: segment.records + row, time: segment.time(row), template: template), text)
        }
    }

    /// Whether a record's value passes.
    @inline(__always)
    func matches(_ row: RowReference, _ text: RecordText) -> Bool {
        guard let recipe else {
            return isCounted ? test.passes(text.number(of: expression, row.record)) : decide(row, text)
        }
        let key = recipe.key(row.stored)
        if let known = memory.pointee.value(of: key) { return known != 0 }
        let result = decide(row, text)
        memory.pointee.insert(key, result ? 1 : 0)
        return result
    }

    private func decide(_ row: RowReference, _ text: RecordText) -> Bool {
        Self.passes(test, text.value(of: expression, row.record), within: within)
    }

    /// Whether a value passes; it is made small in place.
    static func passes(_ test: ValueTest, _ value: UnsafeMutableBufferPointer<UInt8>, within: Bool) -> Bool {
        if LetterCase.fold(value) != nil { return test.passes(UnsafeBufferPointer(value), within: within) }
        return LetterCase.folded(Array(value)).withUnsafeBufferPointer { test.passes($0, within: within) }
    }
}
