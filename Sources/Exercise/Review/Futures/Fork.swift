import Kernel
import NetworkWorld

/// The point at which futures branch off: a state of the run, and how each future goes on from it.
struct Fork: Sendable {
    /// The run as it stood.
    let origin: Run<NetworkWorld>
    /// What futures run under.
    let program: Program
    /// What the direction enters later.
    let directions: [JournalEntry<NetworkInput>]
    /// Up to when futures run.
    let horizon: Milliseconds

    /// The future of that seed: `first`, if there is one, is entered, then the policy takes over.
    ///
    /// The seed changes before anything is entered, so that also how long an action takes is open. Both arms of a comparison
    /// take the same seed; every draw is keyed by what it is about, so they differ only by what the input touched.
    ///
    /// - Complexity: that of the run from here to the horizon.
    func result(future: UInt64, first: NetworkInput? = nil) -> FutureResult {
        var closed = EventLog<Event>(open: false)
        var run = begin(future: future, first: first)
        for entry in directions {
            run.advance(to: entry.time)
            run.take(entry, log: &closed)
        }
        run.advance(to: horizon)
        return FutureResult(NetworkWorld.outcome(of: run))
    }

    /// The future of that seed just after the policy took over.
    func begin(future: UInt64, first: NetworkInput?) -> Run<NetworkWorld> {
        var closed = EventLog<Event>(open: false)
        var run = origin.fork(future: future, changingTo: program)
        if let first { run.submit(first, log: &closed) }
        // A playbook that has acted all along has missed nothing.
        if program.options.playbook != origin.program.options.playbook { run.takeOver(log: &closed) }
        return run
    }

    /// Seeds of futures: derived from the run's own, so that a review repeats, and unrelated to it.
    static func seed(_ seeds: Seeds, future: Int) -> UInt64 {
        StableHash.combine(StableHash.combine(StableHash.of("review"), seeds.future), UInt64(future))
    }
}
