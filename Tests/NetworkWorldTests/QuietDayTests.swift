import Kernel
import NetworkWorld
import TestSupport
import Testing

/// Days on which nobody attacks.
struct QuietDayTests {
    @Test func nobodyAttacks() throws {
        var options = RunOptions()
        options.attack = false
        let program = try Shipped.program("egov", options: options)
        for seed in UInt64(1)...5 {
            var run = Run<NetworkWorld>(program, seeds: Seeds(seed))
            var log = EventLog<NetworkEvent>(open: true)
            run.advance(to: program.duration, log: &log)
            let events = log.drain()
            #expect(!events.isEmpty)
            #expect(!events.contains { $0.kind == .attackStep })
            #expect(NetworkWorld.outcome(of: run).firstCompromise == nil)
        }
    }

    @Test func theJournalKeepsIt() throws {
        var options = RunOptions()
        #expect(!options.journalMembers.contains { $0.name == "attack" })
        options.attack = false
        #expect(try RunOptions(journalMembers: options.journalMembers) == options)
    }
}
