import Exercise
import Kernel
import LogSearch
import NetworkWorld
import Players
import Scenario
import TestSupport
import Testing

/// Two players at the same exercises: three seeds, half a day, three days of history.
struct PlayersTests {
    private static let seeds: [UInt64] = [8, 10, 11]

    private static func settings() -> ExerciseSettings {
        var settings = ExerciseSettings()
        settings.adversary = "espionage"
        settings.duration = .hours(4)
        return settings
    }

    private static func program() throws -> Program {
        try Shipped.program("egov", options: settings().runOptions()) { $0.historyDays = 3 }
    }

    private static func isContained(_ exercise: TeamExercise) -> Bool {
        exercise.outcome.contained != nil && !exercise.outcome.goalReached
    }

    @Test func analystDoesAtLeastAsWell() throws {
        let schema = LogSchema(program: try Self.program())
        var contained = (clicker: 0, analyst: 0)
        for seed in Self.seeds {
            let base = BaseLog(schema: schema, seeds: Seeds(seed))
            let clicker = PlayedExercise.play(AlertClicker(), settings: Self.settings(), base: base)
            let analyst = PlayedExercise.play(ScriptedAnalyst(), settings: Self.settings(), base: base)
            #expect(clicker.isClosed && analyst.isClosed)
            #expect(clicker.entries.contains { $0.input.kind == "triage" }, "seed \(seed)")
            #expect(analyst.entries.contains { $0.input.kind == "action" }, "seed \(seed)")
            #expect(analyst.entries.contains { $0.input.kind == "report" }, "seed \(seed)")
            #expect(analyst.outcome.falseIsolations <= clicker.outcome.falseIsolations, "seed \(seed)")
            contained.clicker += Self.isContained(clicker) ? 1 : 0
            contained.analyst += Self.isContained(analyst) ? 1 : 0
        }
        #expect(contained.analyst >= contained.clicker)
        #expect(contained.analyst > 0)
    }

    @Test func sameExerciseAgainAndFromItsJournal() throws {
        var settings = Self.settings()
        settings.duration = .hours(2)
        let base = BaseLog(schema: LogSchema(program: try Self.program()), seeds: Seeds(10))
        let first = PlayedExercise.play(ScriptedAnalyst(), settings: settings, base: base)
        let again = PlayedExercise.play(ScriptedAnalyst(), settings: settings, base: base)
        #expect(first.entries == again.entries)
        #expect(first.stateHash == again.stateHash)
        let replayed = try TeamExercise.replay(
            program: base.schema.program, seeds: base.seeds, settings: settings, entries: first.entries,
            until: .hours(2), closedAt: .hours(2))
        #expect(replayed.stateHash == first.stateHash)
    }
}
