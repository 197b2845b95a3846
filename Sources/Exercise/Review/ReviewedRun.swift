import Kernel
import NetworkWorld

/// One team's run, ready to be looked back on: everything that rebuilds it, and the programs that its futures go on under.
///
/// What a review says is hindsight: its forks start from the truth of the run, which nobody had at the time.
public struct ReviewedRun: Sendable {
    /// What was run.
    public let program: Program
    /// The seeds at the start.
    public let seeds: Seeds
    /// What entered, by time.
    public let entries: [JournalEntry<NetworkInput>]
    /// Up to when the run was carried.
    public let end: Milliseconds

    private let standard: Program
    private let nobody: Program

    /// A run to review.
    ///
    /// - Parameters:
    ///   - program: of one seat: a team shares its knowledge.
    ///   - entries: in the order of time, none after `end`; the actions among them are the decisions.
    /// - Throws: ``ReviewError`` where there are several seats, where the entries are out of order, or where the run is longer
    ///   than a journal may be.
    /// - Complexity: O(entries), and the scenario is compiled once for each playbook.
    public init(
        program: Program, seeds: Seeds, entries: [JournalEntry<NetworkInput>], end: Milliseconds
    ) throws(ReviewError) {
        if program.options.seats != 1 {
            throw ReviewError("a review needs a run of one seat; this one has \(program.options.seats)")
        }
        if end < 0 || end > Journal<NetworkWorld>.longest {
            throw ReviewError("expected an end from 0 to \(Journal<NetworkWorld>.longest) ms, found \(end)")
        }
        var last: Milliseconds = 0
        for (index, entry) in entries.enumerated() {
            if entry.time < last || entry.time > end {
                throw ReviewError("entry \(index + 1) is out of order: entries go from 0 to the end by time")
            }
            last = entry.time
        }
        do {
            standard = try program.with(playbook: .standard)
            nobody = try program.with(playbook: .none)
        } catch {
            throw ReviewError(error.description)
        }
        self.program = program
        self.seeds = seeds
        self.entries = entries
        self.end = end
    }

    /// The program that futures run under.
    func program(of policy: ReviewPolicy) -> Program {
        switch policy {
        case .standard: standard
        case .nobody: nobody
        }
    }

    /// Up to when futures run.
    func horizon(_ settings: ReviewSettings) -> Milliseconds { settings.horizon ?? max(end, program.duration) }

    /// What the direction enters after the entry of that index: futures keep it, since it does not hang on what the team
    /// does. Actions, alerts of outside detectors and changes of the seed are left out.
    func directions(after index: Int) -> [JournalEntry<NetworkInput>] {
        entries.dropFirst(index + 1).filter { entry in
            if case .input(.grantFoothold) = entry.content { true } else { false }
        }
    }

    /// The run as it was, to its end, with its events.
    ///
    /// - Complexity: that of the run.
    func replay() -> (run: Run<NetworkWorld>, events: [Event]) {
        var log = EventLog<Event>(open: true)
        let run = Run<NetworkWorld>.replay(program, seeds: seeds, entries: entries, until: end, log: &log)
        return (run, log.drain())
    }
}
