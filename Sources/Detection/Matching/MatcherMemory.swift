/// What a ``Matcher`` writes to while it looks at a record. Nothing in it outlives the record save the generation, by
/// which what is left from earlier records is told apart without clearing.
///
/// Unchecked: a matcher uses it only while it is the sole owner, and makes itself a new one otherwise.
final class MatcherMemory: @unchecked Sendable {
    /// By test: generation · 2 + result.
    let results: UnsafeMutablePointer<UInt32>
    /// By rule: the generation in which it became a candidate.
    let ruleStamps: UnsafeMutablePointer<UInt32>
    let candidates: UnsafeMutablePointer<Int32>
    /// By trigger of the plan: the generation in which it fired. Grows with the plans.
    private(set) var triggerStamps: UnsafeMutablePointer<UInt32>
    private var triggerCapacity = 0
    /// Texts in lower case, two bytes of edge around each, and room to read beyond.
    private(set) var folded: UnsafeMutablePointer<UInt8>
    private var foldedCapacity = 0
    /// By value: where its text begins in `folded`; −1: it is not there.
    private(set) var starts: UnsafeMutablePointer<Int32>
    private var startCapacity = 0
    let regexScratch = RegularExpressionScratch()
    private(set) var generation: UInt32
    private let testCount: Int
    private let ruleCount: Int

    /// Memory for so many tests and rules. Records are counted from `generation` on.
    init(tests: Int, rules: Int, generation: UInt32 = 0) {
        self.generation = generation
        testCount = tests
        ruleCount = rules
        results = Self.zeros(tests)
        ruleStamps = Self.zeros(rules)
        candidates = UnsafeMutablePointer.allocate(capacity: max(rules, 1))
        triggerStamps = Self.zeros(0)
        folded = UnsafeMutablePointer.allocate(capacity: 1)
        starts = UnsafeMutablePointer.allocate(capacity: 1)
    }

    deinit {
        results.deallocate()
        ruleStamps.deallocate()
        candidates.deallocate()
        triggerStamps.deallocate()
        folded.deallocate()
        starts.deallocate()
    }

    /// Makes room for a record and forgets the one before. O(1) once the room is there.
    func begin(values: Int, bytes: Int, triggers: Int) {
        if values > startCapacity {
            startCapacity = values * 2
            starts.deallocate()
            starts = UnsafeMutablePointer.allocate(capacity: startCapacity)
        }
        let needed = bytes + 2 * values + 16
        if needed > foldedCapacity {
            foldedCapacity = needed * 2
            folded.deallocate()
            folded = UnsafeMutablePointer.allocate(capacity: foldedCapacity)
            // Loads of eight bytes reach beyond what was written.
            folded.initialize(repeating: 0, count: foldedCapacity)
        }
        if triggers > triggerCapacity {
            triggerCapacity = triggers
            triggerStamps.deallocate()
            triggerStamps = Self.zeros(triggers)
        }
        generation &+= 1
        // A generation shares its word with a result.
        if generation == 1 << 31 {
            results.update(repeating: 0, count: testCount)
            ruleStamps.update(repeating: 0, count: ruleCount)
            triggerStamps.update(repeating: 0, count: triggerCapacity)
            generation = 1
        }
    }

    private static func zeros(_ count: Int) -> UnsafeMutablePointer<UInt32> {
        let pointer = UnsafeMutablePointer<UInt32>.allocate(capacity: max(count, 1))
        pointer.initialize(repeating: 0, count: max(count, 1))
        return pointer
    }
}
