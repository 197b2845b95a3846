/// One scenario, one seed, one journal: a run of a world.
///
/// A run is a value: a copy is a snapshot, and going on with the copy is a fork. A copy costs a few reference counts; the
/// first write to an array copies that array.
public struct Run<W: World>: Sendable {
    /// What is run.
    public private(set) var program: W.Program
    /// Where it stands.
    public private(set) var state: W.State
    /// Everything before this time has happened.
    public private(set) var now: Milliseconds = 0
    /// What entered, in order; with the program and the first seeds it rebuilds the run.
    public private(set) var entries: [JournalEntry<W.Input>] = []
    /// The seeds at the start.
    public let seeds: Seeds

    /// A run at time zero.
    public init(_ program: W.Program, seeds: Seeds) {
        self.program = program
        self.seeds = seeds
        state = W.begin(program, seeds: seeds)
    }

    /// Lets everything before `time` happen. A time in the past changes nothing.
    ///
    /// - Complexity: O(what happens · log waiting).
    public mutating func advance(to time: Milliseconds, log: inout EventLog<W.Event>) {
        while let entry = state.agenda.takeFirst(before: time) {
            W.perform(entry, program, &state, &log)
        }
        now = max(now, time)
    }

    /// Lets everything before `time` happen, unheard.
    public mutating func advance(to time: Milliseconds) {
        var closed = EventLog<W.Event>(open: false)
        advance(to: time, log: &closed)
    }

    /// Takes in an input now: after all that came before, ahead of what the agenda holds for the same instant.
    public mutating func submit(_ input: W.Input, log: inout EventLog<W.Event>) {
        entries.append(JournalEntry(time: now, content: .input(input)))
        W.apply(input, at: now, program, &state, &log)
    }

    /// Draws the chances from now on under another seed; facts stay.
    public mutating func reseed(future: UInt64) {
        entries.append(JournalEntry(time: now, content: .future(future)))
        state.seeds.future = future
    }

    /// Lets a world of the package work on the state directly, for what is neither a step nor an input.
    package mutating func withState<Result>(_ body: (inout W.State) -> Result) -> Result { body(&state) }

    /// A second run that goes on from here, under the same future or another.
    public func fork(future: UInt64? = nil) -> Run {
        var copy = self
        if let future { copy.reseed(future: future) }
        return copy
    }

    /// A fork that goes on under another program. Nothing of the state changes, so the caller, a world of the package, must
    /// have seen to it that every index in it means the same there.
    package func fork(future: UInt64? = nil, changingTo program: W.Program) -> Run {
        var copy = fork(future: future)
        copy.program = program
        return copy
    }

    /// The digest of the state, which equal runs share in every build, on every machine, with any number of workers.
    ///
    /// - Complexity: O(touched · log touched).
    public var stateHash: UInt64 {
        var hasher = StableHasher()
        hasher.combine(now)
        hasher.combine(state.seeds.world)
        hasher.combine(state.seeds.future)
        state.agenda.hash(into: &hasher)
        state.hash(into: &hasher)
        return hasher.digest
    }

    /// Rebuilds a run from what entered.
    public static func replay(
        _ program: W.Program, seeds: Seeds, entries: [JournalEntry<W.Input>], until end: Milliseconds,
        log: inout EventLog<W.Event>
    ) -> Run {
        var run = Run(program, seeds: seeds)
        for entry in entries where entry.time <= end {
            run.advance(to: entry.time, log: &log)
            run.take(entry, log: &log)
        }
        run.advance(to: end, log: &log)
        return run
    }

    /// Takes in an entry of a journal whose time has been reached.
    public mutating func take(_ entry: JournalEntry<W.Input>, log: inout EventLog<W.Event>) {
        switch entry.content {
        case .input(let input): submit(input, log: &log)
        case .future(let seed): reseed(future: seed)
        }
    }
}
