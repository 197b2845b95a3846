import Exercise
import Kernel
import LogSearch
import NetworkWorld
import Scenario

/// An exercise as storage tells it: contents compiled, journals replayed.
struct RecoveredExercise: Sendable {
    let stored: StoredExercise
    let settings: ExerciseSettings
    let program: Program
    let playbookProgram: Program
    var clock: LiveClock
    var teams: [LiveTeam] = []
    var nextControl = 1
    /// The scoreboard as it was when it was frozen.
    var frozenBoard: [Standing]?

    /// Reads an exercise.
    ///
    /// - Throws: ``GroundError``: `storage` where a journal cannot be replayed, with the line at fault; `invalid` where the
    ///   contents are no scenario of this version.
    /// - Complexity: O(entries + what happened in every team's run).
    init(_ stored: StoredExercise, environment: LiveEnvironment) async throws(GroundError) {
        self.stored = stored
        let content = try await environment.ground.exerciseContent(stored.id)
        settings = try ExerciseReading.settings(of: stored)
        let scenario = try ExerciseReading.scenario(content)
        program = try scenario.program(settings)
        playbookProgram = try scenario.program(settings.playbookOptions())
        clock = LiveClock(pace: settings.pace, duration: settings.duration(of: program))
        for team in try await environment.ground.teams(exercise: stored.id) {
            let seeds = settings.seeds(team: team.number)
            let base = environment.logs.log(of: program, content: stored.publicID, seeds: seeds)
            teams.append(
                LiveTeam(
                    team: team, exercise: TeamExercise(program: program, seeds: seeds, settings: settings),
                    log: TeamLog(base: base)))
        }
        try await replay(environment.ground.lines(exercise: stored.id))
    }

    /// Takes in again what was acknowledged, in the same order.
    private mutating func replay(_ lines: KeptLines) async throws(GroundError) {
        var phase = ExercisePhase.draft
        var last: Milliseconds = 0
        for try await kept in lines {
            last = max(last, kept.line.time)
            if let team = kept.line.team {
                guard let place = teams.firstIndex(where: { $0.team.id == team }) else { continue }
                let entry = try ExerciseReading.entry(kept) { text throws(JSONError) in try TeamEntry(line: text) }
                do throws(TeamInputError) {
                    try teams[place].exercise.take(entry)
                } catch {
                    throw GroundError(
                        .storage, "line \(kept.position) of the journal cannot be replayed: \(error.message.english)")
                }
                continue
            }
            nextControl = kept.line.number + 1
            let control = try ExerciseReading.entry(kept) { text throws(JSONError) in
                try ControlInput(json: JSONValue.parse(text))
            }
            switch control {
            case .start, .resume: phase = .running
            case .pause: phase = .paused
            case .extend(let more): clock.extend(by: more)
            case .freezeScoreboard: frozenBoard = board(at: kept.line.time)
            case .unfreezeScoreboard: frozenBoard = nil
            case .step: break
            case .close:
                phase = .closed
                for place in teams.indices { teams[place].exercise.close(at: kept.line.time) }
            }
        }
        clock.restore(phase: phase, at: last)
        for place in teams.indices {
            teams[place].exercise.advance(to: last)
            _ = teams[place].follow()
        }
    }

    /// The scoreboard that desks saw at a time at which the journal has arrived.
    private mutating func board(at time: Milliseconds) -> [Standing] {
        for place in teams.indices { teams[place].exercise.advance(to: time) }
        return Standing.ordered(
            teams.map { Standing(team: $0.team, score: $0.exercise.deskScore) }, isClosed: clock.phase == .closed)
    }
}
