import Exercise
import Kernel
import Logging
import LogSearch
import NetworkWorld
import Synchronization

/// A live exercise: the clock, the teams, and everything that enters.
///
/// An input is checked and taken by the team's machine, then put on disk; only then is it acknowledged. The journal takes
/// entries in the order in which machines took them, so that whatever was acknowledged has everything before it on disk too.
/// Long computing happens elsewhere, on snapshots: a team's state is a value.
public actor LiveExercise {
    /// What is stored of it.
    public nonisolated let stored: StoredExercise
    /// What was chosen for it.
    public nonisolated let settings: ExerciseSettings
    /// The compiled scenario.
    public nonisolated let program: Program
    /// The same with the built-in playbook in the team's place.
    nonisolated let playbookProgram: Program
    nonisolated let environment: LiveEnvironment
    nonisolated let signals = SignalHub()
    /// Rises with everything that can change the scoreboard but the passing of time.
    nonisolated let boardChanges = Atomic<Int>(0)

    var clock: LiveClock
    var teams: [LiveTeam]
    private var places: [Int64: Int] = [:]
    /// Number of the next input of the direction.
    var nextControl: Int
    var knownBaselines: [BaselineKey: Baselines] = [:]
    /// Reviews by team, once the exercise is closed.
    var reviews: [Int64: TeamReview] = [:]
    /// The computing of reviews.
    var reviewing: Task<Void, Never>?
    /// The scoreboard as it was when it was frozen.
    var frozenBoard: [Standing]?
    /// Why nothing is taken any more: the journal could not be written.
    var fault: GroundError?
    private var ticker: Task<Void, Never>?

    /// How often the clock is looked at, in real milliseconds.
    private static let tick = 200

    /// An exercise as its journal tells it: a running one is paused at the time of what was last acknowledged.
    ///
    /// - Complexity: O(entries + what happened in every team's run).
    init(_ recovered: RecoveredExercise, environment: LiveEnvironment) {
        stored = recovered.stored
        settings = recovered.settings
        program = recovered.program
        playbookProgram = recovered.playbookProgram
        clock = recovered.clock
        teams = recovered.teams
        nextControl = recovered.nextControl
        frozenBoard = recovered.frozenBoard
        self.environment = environment
        for (place, team) in teams.enumerated() { places[team.team.id] = place }
    }

    /// The id that storage knows it by.
    public nonisolated var id: Int64 { stored.id }

    /// Where it stands.
    public var status: LiveStatus {
        LiveStatus(
            phase: clock.phase, time: now, duration: clock.duration, pace: settings.pace,
            isOver: clock.isOver(machine: environment.machineTime()), isFrozen: frozenBoard != nil, fault: fault)
    }

    /// Exercise time now.
    var now: Milliseconds { clock.time(machine: environment.machineTime()) }

    /// The place of a team.
    ///
    /// - Throws: ``GroundError`` (not found).
    func place(of team: Int64) throws(GroundError) -> Int {
        guard let place = places[team] else { throw GroundError(.notFound, "this exercise has no such team") }
        return place
    }

    /// Takes in a team that was stored after the exercise was opened. It starts where the exercise stands: everything that
    /// came to pass before happened to it, undefended.
    public func add(_ team: Team) throws(GroundError) {
        guard clock.phase != .closed else { throw GroundError(.conflict, "the exercise is closed") }
        if places[team.id] != nil { return }
        let seeds = settings.seeds(team: team.number)
        let exercise = TeamExercise(program: program, seeds: seeds, settings: settings)
        let base = environment.logs.log(of: program, content: stored.publicID, seeds: seeds)
        places[team.id] = teams.count
        teams.append(
            LiveTeam(team: team, exercise: exercise, log: TeamLog(base: base)))
        advance(place: teams.count - 1, to: now)
        boardChanged()
        signals.send(.score, team: nil, time: now, phase: clock.phase)
    }

    /// Lets time pass for one team, and tells who listens.
    func advance(place: Int, to time: Milliseconds) {
        let events = teams[place].advance(to: time)
        if !events.isEmpty || teams[place].rules != nil { listen(place: place, events: events) }
        publish(place: place)
    }

    /// Tells those who have a team's desk open what changed on it.
    func publish(place: Int) {
        let changes = teams[place].exercise.drainChanges()
        if changes.isEmpty { return }
        forgetStanding(place: place)
        signals.send(changes, team: teams[place].team.id, time: teams[place].exercise.now, phase: clock.phase)
    }

    /// Says that a team's row of the scoreboard is to be made anew.
    func forgetStanding(place: Int) {
        teams[place].standing = nil
        boardChanged()
    }

    /// Says that whoever remembers the scoreboard has to ask again.
    func boardChanged() { boardChanges.add(1, ordering: .sequentiallyConsistent) }

    /// Begins to look at the clock, or ends it, as the phase asks for.
    func keepTicking() {
        if clock.phase != .running {
            ticker?.cancel()
            ticker = nil
            return
        }
        guard ticker == nil else { return }
        ticker = Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(Self.tick))
                guard let self, !Task.isCancelled else { return }
                await self.passTime()
            }
        }
    }

    /// Lets time pass for all teams; at the end of the exercise its clock stops, and the direction closes or extends it.
    private func passTime() async {
        guard clock.phase == .running else { return }
        let time = now
        for place in teams.indices { advance(place: place, to: time) }
        if clock.isOver(machine: environment.machineTime()) {
            try? await control(.pause, by: .system)
        }
    }

    /// Ends streams and ticking, and leaves a running exercise paused: the server stops.
    func stop() async {
        if clock.phase == .running { try? await control(.pause, by: .system) }
        ticker?.cancel()
        ticker = nil
        reviewing?.cancel()
        signals.end()
    }
}

/// Where an exercise stands.
public struct LiveStatus: Sendable, Equatable {
    /// Draft, running, paused or closed.
    public var phase: ExercisePhase
    /// Exercise time, ms.
    public var time: Milliseconds
    /// How long it lasts, ms.
    public var duration: Milliseconds
    /// How time passes.
    public var pace: ExerciseSettings.Pace
    /// Whether its time is up.
    public var isOver: Bool
    /// Whether the scoreboard stands still for teams and projector.
    public var isFrozen: Bool
    /// Why nothing is taken any more, where that is so.
    public var fault: GroundError?
}
