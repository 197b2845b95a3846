import Exercise
import Foundation
import Kernel
import LogSearch
import NetworkWorld
import Players
import Scenario
import Telemetry

/// What acting well is worth: a seat that clicks on alerts and one that searches and investigates, on the same seeds, beside
/// nobody and the built-in playbooks. Seeds are the first from a given one on whose undefended run reaches its goal, as an
/// instructor would pick them.
enum PlayersBench {
    static let usage =
        "thao-bench players [SCENARIO[/ADVERSARY]]… [--first SEED] [--seeds COUNT] [--history DAYS] [--each]"
    static let players: [any Player.Type] = [AlertClicker.self, ScriptedAnalyst.self]

    static func run(_ arguments: [String]) async throws {
        let options = try Options(arguments)
        for (scenario, adversary) in options.attacks {
            let loaded = try Loaded(scenario).withHistory(days: options.history)
            for name in adversary.map({ [$0] }) ?? loaded.adversaries {
                try await measure(loaded, adversary: name, options)
            }
        }
    }

    private static func measure(_ loaded: Loaded, adversary: String, _ options: Options) async throws {
        var settings = ExerciseSettings()
        settings.adversary = adversary
        let program = try loaded.program(adversary)
        let seeds = Self.seeds(program, settings, from: options.first, count: options.seeds)
        let schema = LogSchema(program: program)
        let hasty = try loaded.program(adversary, playbook: .isolateOnAlert)
        let standard = try loaded.program(adversary, playbook: .standard)
        let settled = settings
        let played = await Batch.map(count: seeds.count, workers: 2, placeholder: [Played]()) { index in
            let seed = seeds[index]
            var rows = [program, hasty, standard].map {
                Played(TeamExercise(program: $0, seeds: Seeds(seed), settings: settled))
            }
            let base = BaseLog(schema: schema, seeds: Seeds(seed))
            for player in players {
                rows.append(Played(PlayedExercise.play(player.init(), settings: settled, base: base)))
            }
            return rows
        }
        let range = "\(seeds.count) seeds from \(seeds.first ?? 0) to \(seeds.last ?? 0)"
        say("\n## \(loaded.name), \(adversary): \(range), \(options.history) days of history")
        let names = ["nobody", "isolate-on-alert", "standard"] + players.map { $0.name }
        if options.each {
            say(PlayersTable.eachHeader)
            for (seed, rows) in zip(seeds, played) {
                for (name, row) in zip(names, rows) { say(PlayersTable.eachRow(seed, name, row)) }
            }
        }
        say(PlayersTable.header)
        for (index, name) in names.enumerated() { say(PlayersTable.row(name, played.map { $0[index] })) }
    }

    /// The first seeds from one on whose undefended run reaches its goal.
    static func seeds(_ program: Program, _ settings: ExerciseSettings, from first: Int, count: Int) -> [UInt64] {
        let scout = SeedScout(program: program, settings: settings)
        var seeds: [UInt64] = []
        var seed = UInt64(first)
        while seeds.count < count && seed < UInt64(first + SeedScout.limit) {
            if scout.forecast(seed).outcome.goalReached { seeds.append(seed) }
            seed += 1
        }
        return seeds
    }

    /// What the command line asks for.
    private struct Options {
        var attacks: [(scenario: String, adversary: String?)] = []
        var first = 1
        var seeds = 50
        var history = 5
        var each = false

        init(_ arguments: [String]) throws {
            var rest = arguments[...]
            while let argument = rest.popFirst() {
                switch argument {
                case "--first": first = try Self.number(argument, rest.popFirst(), upTo: 1_000_000)
                case "--seeds": seeds = try Self.number(argument, rest.popFirst(), upTo: 1000)
                case "--history": history = try Self.number(argument, rest.popFirst(), upTo: 30)
                case "--each": each = true
                default:
                    let parts = argument.split(separator: "/", maxSplits: 1).map(String.init)
                    attacks.append((parts[0], parts.count > 1 ? parts[1] : nil))
                }
            }
            if attacks.isEmpty { attacks = [("egov", nil), ("power", nil)] }
        }

        private static func number(_ name: String, _ text: String?, upTo most: Int) throws -> Int {
            guard let number = text.flatMap({ Int($0) }), (1...most).contains(number) else {
                throw BenchError("\(name) wants a number from 1 to \(most)")
            }
            return number
        }
    }
}

extension Loaded {
    /// The same with days of history before the start.
    func withHistory(days: Int) -> Loaded {
        var scenario = scenario
        scenario.simulation?.historyDays = days
        return Loaded(name: name, scenario: scenario, catalogue: catalogue)
    }
}
