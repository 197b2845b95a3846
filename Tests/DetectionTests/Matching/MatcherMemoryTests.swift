import Testing

@testable import Detection

struct MatcherMemoryTests {
    @Test func theCountOfRecordsBeginsAnewBeforeItOverflows() {
        let memory = MatcherMemory(tests: 2, rules: 2, generation: 1 << 31 - 2)
        memory.begin(values: 1, bytes: 1, triggers: 1)
        #expect(memory.generation == 1 << 31 - 1)
        // What a record long ago left behind looks like a result of the next one.
        memory.results[1] = 1 << 1 | 1
        memory.ruleStamps[1] = 1
        memory.triggerStamps[0] = 1
        memory.begin(values: 1, bytes: 1, triggers: 1)
        #expect(memory.generation == 1)
        #expect(memory.results[1] == 0)
        #expect(memory.ruleStamps[1] == 0)
        #expect(memory.triggerStamps[0] == 0)
    }
}
