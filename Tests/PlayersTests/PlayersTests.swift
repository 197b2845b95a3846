import Exercise
import Kernel
import LogSearch
import NetworkWorld
import Players
import Scenario
import TestSupport
import Testing

/// Two players at the same exercises: a smaller centre, a Tuesday morning, the Monday before as history. What acting well
/// is worth in whole days of whole scenarios is measured by `thao-bench players`.
struct PlayersTests {
    /// Seeds in which something can be lost and something be won.
    private static let seeds: [UInt64] = [2, 11]
    /// Most hosts of a group of workstations, and most people of a group.
    private static let most = 9

    private static func settings() -> ExerciseSettings {
        var settings = ExerciseSettings()
        settings.adversary = "ransomware"
        settings.duration = .hours(5)
        return settings
    }

    private static func program() throws -> Program {
        try Shipped.program("egov", options: settings().runOptions()) { simulation in
            simulation.historyDays = 1
            simulation.startEpochSeconds += 86_400
            for index in simulation.hosts.indices where simulation.hosts[index].role == .workstation {
                simulation.hosts[index].count = min(simulation.hosts[index].count, most)
            }
            for index in simulation.accounts.indices {
                simulation.accounts[index].count = min(simulation.accounts[index].count, most)
            }
        }
    }

    private static func isContained(_ exercise: TeamExercise) -> Bool {
        exercise.outcome.contained != nil && !exercise.outcome.goalReached
    }

    @Test func analystDoesBetter() throws {
        let schema = LogSchema(program: try Self.program())
        var contained = (clicker: 0, analyst: 0)
        for (index, seed) in Self.seeds.enumerated() {
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
            if index == 0 { try Self.isTheSame(analyst, base) }
        }
        #expect(contained.analyst > contained.clicker)
    }

    /// The same exercise comes again, from the player and from its journal.
    private static func isTheSame(_ first: TeamExercise, _ base: BaseLog) throws {
        let again = PlayedExercise.play(ScriptedAnalyst(), settings: settings(), base: base)
        #expect(first.entries == again.entries)
        #expect(first.stateHash == again.stateHash)
        let end = settings().duration(of: base.schema.program)
        let replayed = try TeamExercise.replay(
            program: base.schema.program, seeds: base.seeds, settings: settings(), entries: first.entries, until: end,
            closedAt: end)
        #expect(replayed.stateHash == first.stateHash)
    }
}
