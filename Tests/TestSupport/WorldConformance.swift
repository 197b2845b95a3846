import Kernel

/// Checks that any world must pass: what the kernel promises, held against one program, seeds and inputs.
///
/// Each check returns what it found wrong, in words; an empty list is a pass.
public struct WorldConformance<W: World>: Sendable where W.Event: Hashable {
    /// What is run.
    public var program: W.Program
    /// How long.
    public var duration: Milliseconds
    /// What enters, by time.
    public var inputs: [JournalEntry<W.Input>]

    /// A suite for a program.
    public init(program: W.Program, duration: Milliseconds, inputs: [JournalEntry<W.Input>] = []) {
        self.program = program
        self.duration = duration
        self.inputs = inputs
    }

    /// The straight run: all inputs, no cuts, no listener.
    public func straight(_ seeds: Seeds) -> Run<W> {
        var log = EventLog<W.Event>(open: false)
        return Run.replay(program, seeds: seeds, entries: inputs, until: duration, log: &log)
    }

    /// Every check, over several seeds.
    public func violations(seeds: [UInt64]) async -> [String] {
        var found: [String] = []
        for seed in seeds {
            let seeds = Seeds(seed)
            found += repeatable(seeds) + silent(seeds) + cut(seeds) + snapshot(seeds) + journal(seeds)
            found += forks(seeds)
        }
        found += await workers()
        return found
    }

    private func repeatable(_ seeds: Seeds) -> [String] {
        straight(seeds).stateHash == straight(seeds).stateHash ? [] : ["seed \(seeds.world): two runs differ"]
    }

    private func silent(_ seeds: Seeds) -> [String] {
        var log = EventLog<W.Event>(open: true)
        let heard = Run<W>.replay(program, seeds: seeds, entries: inputs, until: duration, log: &log)
        return heard.stateHash == straight(seeds).stateHash ? [] : ["seed \(seeds.world): listening changes the state"]
    }

    private func cut(_ seeds: Seeds) -> [String] {
        var run = Run<W>(program, seeds: seeds)
        var events: [W.Event] = []
        var log = EventLog<W.Event>(open: true)
        var rest = inputs[...]
        let slice = max(1, duration / 97)
        var time: Milliseconds = 0
        while time < duration {
            time = min(duration, time + slice)
            while let entry = rest.first, entry.time <= time {
                run.advance(to: entry.time, log: &log)
                run.take(entry, log: &log)
                rest.removeFirst()
            }
            run.advance(to: time, log: &log)
            events += log.drain()
        }
        var whole = EventLog<W.Event>(open: true)
        let straight = Run<W>.replay(program, seeds: seeds, entries: inputs, until: duration, log: &whole)
        var found: [String] = []
        if run.stateHash != straight.stateHash { found.append("seed \(seeds.world): cutting time changes the state") }
        if events != whole.drain() { found.append("seed \(seeds.world): cutting time changes the events") }
        return found
    }

    private func snapshot(_ seeds: Seeds) -> [String] {
        var log = EventLog<W.Event>(open: false)
        let early = inputs.filter { $0.time <= duration / 2 }
        let late = inputs.filter { $0.time > duration / 2 }
        let half = Run<W>.replay(program, seeds: seeds, entries: early, until: duration / 2, log: &log)
        let before = half.stateHash
        var copy = half
        for entry in late {
            copy.advance(to: entry.time, log: &log)
            copy.take(entry, log: &log)
        }
        copy.advance(to: duration, log: &log)
        var found: [String] = []
        if half.stateHash != before { found.append("seed \(seeds.world): going on with a copy changed the snapshot") }
        if copy.stateHash != straight(seeds).stateHash {
            found.append("seed \(seeds.world): a snapshot goes on elsewhere")
        }
        return found
    }

    private func journal(_ seeds: Seeds) -> [String] {
        let run = straight(seeds)
        let journal = Journal<W>(
            contents: [EmbeddedText(name: "a", text: "\"ü\n")], options: [], seeds: seeds, entries: run.entries,
            end: duration, stateHash: run.stateHash)
        do {
            let read = try Journal<W>(json: Array(journal.json().utf8))
            if read != journal { return ["seed \(seeds.world): a journal does not survive its text"] }
            var log = EventLog<W.Event>(open: false)
            let again = Run<W>.replay(program, seeds: read.seeds, entries: read.entries, until: read.end, log: &log)
            return again.stateHash == read.stateHash ? [] : ["seed \(seeds.world): a replay differs"]
        } catch {
            return ["seed \(seeds.world): a journal cannot be read back: \(error)"]
        }
    }

    private func forks(_ seeds: Seeds) -> [String] {
        var trunk = Run<W>(program, seeds: seeds)
        trunk.advance(to: duration / 3)
        var same = trunk.fork()
        var first = trunk.fork(future: 77)
        var second = trunk.fork(future: 77)
        trunk.advance(to: duration)
        same.advance(to: duration)
        first.advance(to: duration)
        second.advance(to: duration)
        var found: [String] = []
        if same.stateHash != trunk.stateHash { found.append("seed \(seeds.world): a fork without a change differs") }
        if first.stateHash != second.stateHash { found.append("seed \(seeds.world): two forks of one future differ") }
        return found
    }

    private func workers() async -> [String] {
        let suite = self
        var hashes: [[UInt64]] = []
        for workers in [1, 2, 7] {
            hashes.append(
                await Batch.map(count: 24, workers: workers, placeholder: 0) { index in
                    suite.straight(Seeds(UInt64(index))).stateHash
                })
        }
        return hashes[0] == hashes[1] && hashes[1] == hashes[2] ? [] : ["the number of workers changes results"]
    }
}
