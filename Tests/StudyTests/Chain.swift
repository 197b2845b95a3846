import Kernel
import NetworkWorld
import Scenario
import Study

/// A world whose losses can be calculated: one way in, one step on, one theft.
enum Chain {
    /// Chances of the three steps, parts of 2³²: a half, a quarter, three quarters.
    static let chances: [Int64] = [1 << 31, 1 << 30, 3 << 30]
    /// Loss of a theft: one record.
    static let loss: Int64 = 1_000_000

    /// The chance that an attempt ends in a theft, exactly: each step is tried three times, and of all failures beyond
    /// that four may be made good, since red starts over four times at most.
    static var theft: Double {
        var left = [1.0, 0, 0, 0, 0]  // Chance by how many restarts were used.
        for parts in chances {
            let chance = Double(parts) / 4_294_967_296, miss = 1 - chance
            let used = (0...4).map { $0 == 0 ? 1 - power(miss, 3) : power(miss, 2 + $0) * chance }
            left = (0...4).map { sum in (0...sum).reduce(0) { $0 + left[$1] * used[sum - $1] } }
        }
        return left.reduce(0, +)
    }

    static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { result, _ in result * base }
    }

    static var scenario: Scenario {
        var scenario = Scenario(name: "chain")
        var simulation = Simulation()
        simulation.durationMilliseconds = 31 * 86_400_000
        simulation.networks = [Network(name: "edge", baseAddress: 0x0A00_0000, prefixLength: 24, zone: .perimeter)]
        simulation.firewall = [FirewallRule(from: "internet", to: "portal", services: [.https], allow: true)]
        var portal = HostGroup(name: "portal", network: "edge", os: .linux, role: .webServer)
        portal.services = [HostService(kind: .https)]
        var asset = DataAsset(name: "record", host: "portal")
        asset.records = 1
        asset.lossPerRecord = UncertainNumber(loss)
        simulation.hosts = [portal]
        simulation.assets = [asset]
        var thief = Adversary(name: "thief", goal: .steal)
        thief.target = "record"
        thief.attemptsPerYear = UncertainNumber(2_000)
        thief.tempoMilliseconds = UncertainNumber(60_000)
        simulation.adversaries = [thief]
        var lock = Measure(name: "lock")
        lock.cost = UncertainNumber(100_000)
        lock.controls = [ControlSetting(control: .webApplicationFirewall)]
        simulation.measures = [lock]
        scenario.simulation = simulation
        return scenario
    }

    static var catalogue: Catalogue {
        var catalogue = Catalogue()
        let steps: [(String, Tactic, TechniqueTarget, TechniqueEffect)] = [
            ("T1190", .initialAccess, .host, .accessUser), ("T1005", .collection, .asset, .collect),
            ("T1041", .exfiltration, .foothold, .exfiltrate),
        ]
        catalogue.cards = steps.enumerated().map { index, step in
            var card = TechniqueCard(id: step.0, attackID: step.0, tactic: step.1, target: step.2, effect: step.3)
            card.chance = UncertainNumber(chances[index])
            card.durationMilliseconds = UncertainNumber(60_000)
            card.fromOutside = index == 0
            card.services = index == 0 ? [.https] : []
            card.needsAccess = index == 0 ? .none : .user
            if index == 0 {
                // The lock leaves nothing of the chance.
                card.loweredBy = [Mitigation(control: .webApplicationFirewall, factor: UncertainNumber(0))]
            }
            return card
        }
        return catalogue
    }

    static func plan(years: Int, _ change: (inout StudyDescription) -> Void = { _ in }) throws -> StudyPlan {
        var study = StudyDescription(name: "chain", scenario: "chain")
        study.extent = .years(years)
        study.basePlaybook = "none"
        study.draws = 64
        change(&study)
        return try StudyPlan(study, scenario: scenario, catalogue: catalogue, contentHash: 1)
    }
}
