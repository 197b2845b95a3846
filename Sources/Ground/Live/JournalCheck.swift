import Exercise
import Kernel
import Scenario

/// What an exercise's journals give when each team's is replayed by itself.
public struct ExerciseCheck: Sendable {
    /// The exercise.
    public let stored: StoredExercise
    /// Where its journal leaves it: one that ran is paused.
    public let phase: ExercisePhase
    /// The exercise time of the last entry of all, ms.
    public let time: Milliseconds
    /// How many inputs of the direction there are.
    public let controls: Int
    /// Its teams, in their order.
    public let teams: [JournalCheck]
}

/// What a team's journal gives: two of one exercise that are equal stand for equal runs.
public struct JournalCheck: Sendable, Equatable {
    /// The team.
    public let team: Team
    /// How many entries it has.
    public let entries: Int
    /// How far its run has come, ms.
    public let time: Milliseconds
    /// The digest of everything that the run holds.
    public let stateHash: UInt64

    init(_ team: Team, _ exercise: TeamExercise) {
        self.team = team
        entries = exercise.entries.count
        time = exercise.now
        stateHash = exercise.stateHash
    }
}

extension Ground {
    /// Replays the journals of an exercise, one team after the other, from nothing but what is stored.
    ///
    /// - Throws: ``GroundError``: `storage` where an entry cannot be read or replayed, with the team and the entry at fault;
    ///   `invalid` where contents or settings are not of this version.
    /// - Complexity: O(entries + what happened in every team's run); one team's entries are in memory at a time.
    public func check(_ stored: StoredExercise) async throws(GroundError) -> ExerciseCheck {
        let settings = try ExerciseReading.settings(of: stored)
        let program = try ExerciseReading.scenario(try await exerciseContent(stored.id)).program(settings.runOptions())
        var phase = ExercisePhase.draft
        var closedAt: Milliseconds?
        var controls = 0
        for try await kept in lines(ofExerciseItself: stored.id) {
            controls += 1
            let input = try ExerciseReading.entry(kept) { text throws(JSONError) in
                try ControlInput(json: JSONValue.parse(text))
            }
            switch input {
            case .start, .resume, .pause: phase = .paused
            case .close: (phase, closedAt) = (.closed, kept.line.time)
            case .extend, .step, .freezeScoreboard, .unfreezeScoreboard: break
            }
        }
        let time = try await lastTime(exercise: stored.id)
        var teams: [JournalCheck] = []
        for team in try await self.teams(exercise: stored.id) {
            var entries: [TeamEntry] = []
            for try await kept in lines(team: team.id) {
                entries.append(
                    try ExerciseReading.entry(kept) { text throws(JSONError) in try TeamEntry(line: text) })
            }
            do throws(TeamReplayError) {
                let exercise = try TeamExercise.replay(
                    program: program, seeds: settings.seeds(team: team.number), settings: settings, entries: entries,
                    until: time, closedAt: closedAt)
                teams.append(JournalCheck(team, exercise))
            } catch {
                throw GroundError(
                    .storage,
                    "team \(team.number) of exercise \(stored.publicID): entry \(error.entry) cannot be replayed: "
                        + error.reason.message.english)
            }
        }
        return ExerciseCheck(stored: stored, phase: phase, time: time, controls: controls, teams: teams)
    }
}

extension LiveExercise {
    /// Where each team's run stands, as ``Ground/check(_:)`` would find it in the journals.
    ///
    /// - Complexity: O(what the teams' runs touched).
    public func journalChecks() -> [JournalCheck] {
        snapshots().map { JournalCheck($0.team, $0.exercise) }
    }
}
