import Exercise
import Kernel
import LogSearch
import Synchronization

/// What can be seen: snapshots, which whoever asked turns into pages on their own thread.
extension LiveExercise {
    /// A team's run as it stands now. It holds the truth; what the team may see is what the desk views of it give.
    ///
    /// - Throws: ``GroundError`` (not found).
    /// - Complexity: O(what has happened since the last look).
    public func snapshot(team: Int64) throws(GroundError) -> TeamSnapshot {
        let place = try place(of: team)
        if clock.phase == .running { advance(place: place, to: now) }
        return TeamSnapshot(team: teams[place].team, exercise: teams[place].exercise, status: status)
    }

    /// All teams' runs as they stand now, in their order.
    ///
    /// - Complexity: O(teams + what has happened since the last look).
    public func snapshots() -> [TeamSnapshot] {
        let time = now
        if clock.phase == .running { for place in teams.indices { advance(place: place, to: time) } }
        return teams.map { TeamSnapshot(team: $0.team, exercise: $0.exercise, status: status) }
    }

    /// The teams, in their order.
    public var teamList: [Team] { teams.map(\.team) }

    /// Signals of a team's desk from now on.
    ///
    /// - Throws: ``GroundError`` (not found).
    public func signals(team: Int64) throws(GroundError) -> LiveSignals {
        _ = try place(of: team)
        return signals.listen(team: team)
    }

    /// Signals of all teams from now on: for the direction and for projectors.
    public nonisolated func signalsOfAll() -> LiveSignals { signals.listen(team: nil) }

    /// How many have events open.
    public nonisolated var listenerCount: Int { signals.count }

    /// How often something has changed that the scoreboard may show, the passing of time apart: where it is as before, so is
    /// ``scoreboard(forDirection:)``.
    public nonisolated var boardVersion: Int { boardChanges.load(ordering: .sequentiallyConsistent) }

    /// The scoreboard, best first; of equal ones the earlier team. Points are those that desks show; once the exercise is
    /// closed, all of them.
    ///
    /// - Parameter forDirection: whether to look behind a frozen one, and at what the runs decide.
    /// - Complexity: O(teams · log teams), and marking those in which something has changed.
    public func scoreboard(forDirection: Bool) -> [Standing] {
        if !forDirection, let frozenBoard { return frozenBoard }
        return standings(whole: forDirection || clock.phase == .closed)
    }

    func standings(whole: Bool) -> [Standing] {
        for place in teams.indices {
            let exercise = teams[place].exercise
            var standing = teams[place].standing ?? Standing(team: teams[place].team, score: exercise.deskScore)
            // What the run decides moves on although nothing changes on a desk.
            if whole && standing.whole?.time != exercise.now {
                standing.whole = exercise.score(baselines: baselines(of: exercise))
            }
            teams[place].standing = standing
        }
        return Standing.ordered(teams.compactMap(\.standing), isClosed: clock.phase == .closed)
    }

    /// What becomes of a team's day where nobody defends, and where the built-in playbook does. Computed once for each day.
    private func baselines(of exercise: TeamExercise) -> Baselines {
        let directed = exercise.directedEntries
        let key = BaselineKey(seeds: exercise.seeds, duration: clock.duration, directed: directed.map(\.number))
        if let known = knownBaselines[key] { return known }
        let computed = Baselines(
            program: program, playbookProgram: playbookProgram, seeds: exercise.seeds, settings: settings,
            directed: directed, until: clock.duration)
        knownBaselines[key] = computed
        return computed
    }
}

/// What decides a day in which no team acts.
struct BaselineKey: Hashable {
    let world: UInt64
    let future: UInt64
    let duration: Milliseconds
    let directed: [Int]

    init(seeds: Seeds, duration: Milliseconds, directed: [Int]) {
        world = seeds.world
        future = seeds.future
        self.duration = duration
        self.directed = directed
    }
}

/// A team's run at a moment.
public struct TeamSnapshot: Sendable {
    /// Team.
    public let team: Team
    /// Its run.
    public let exercise: TeamExercise
    /// Where the exercise stands.
    public let status: LiveStatus
}
