import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport

/// Runs of the small office that people worked on.
struct ReviewFixture {
    let program: Program

    /// - Parameter slow: whether the adversary takes its time, has no way in but what the direction grants, and finds there
    ///   what it needs.
    init(slow: Bool = false) throws {
        var scenario = SmallOffice.scenario
        var catalogue = SmallOffice.catalogue
        if slow {
            catalogue.cards.removeAll(where: \.fromOutside)
            scenario.simulation?.accounts[1].cachedShare = 1 << 32
            scenario.simulation?.adversaries[0].tempoMilliseconds = UncertainNumber(
                low: 600_000, likely: 900_000, high: 1_500_000)
        }
        program = try Program(scenario: scenario, catalogue: catalogue)
    }

    func host(_ name: String) -> Int32 { program.host(named: name) ?? -1 }

    /// An action by the name of its host, account or network.
    func action(_ minute: Int64, _ id: String, _ target: String = "") -> JournalEntry<NetworkInput> {
        JournalEntry(
            time: .minutes(minute),
            content: .input(
                .action(
                    seat: 0, action: id, host: host(target), account: program.account(named: target) ?? -1, network: 1))
        )
    }

    func foothold(_ minute: Int64, _ name: String) -> JournalEntry<NetworkInput> {
        JournalEntry(time: .minutes(minute), content: .input(.grantFoothold(host: host(name))))
    }

    func reviewed(
        _ entries: [JournalEntry<NetworkInput>], seed: UInt64 = 3, until minute: Int64 = 240
    ) throws -> ReviewedRun {
        try ReviewedRun(program: program, seeds: Seeds(seed), entries: entries, end: .minutes(minute))
    }

    /// Few futures: what the tests hold is plain enough.
    static var settings: ReviewSettings {
        var settings = ReviewSettings()
        settings.futures = 40
        settings.momentFutures = 20
        return settings
    }
}
