import Foundation
import Kernel
import NetworkWorld
import Scenario

/// How far one adversary comes with each measure, on the same seeds: provinces that a compromise spread to, hosts, goals,
/// loss, and the paired differences to the nation as it is.
///
/// A compromise spreads to a province when red takes a host there from a host elsewhere, or encrypts hosts there that it
/// never stood on. New mails to another province are no spread.
struct SpreadTable {
    let loaded: Loaded
    let adversary: String
    let runs: Int

    /// What one run came to.
    struct Spread: Sendable {
        var provinces = 0
        var hosts = 0
        var isReached = false
        var loss: Int64 = 0
    }

    func show() async throws {
        say("\n## \(adversary): \(runs) runs an arm, the same seeds in all, playbook 'standard'\n")
        say(
            "| arm | any host | spread to ≥ 2 provinces | provinces, mean | hosts, mean | goal reached | loss, mean (million) "
                + "| provinces avoided (95 %) | loss avoided (95 %) |")
        say("|---|---|---|---|---|---|---|---|---|")
        var base: [Spread] = []
        let arms = [("as it is", [])] + loaded.measures.map({ ($0, [$0]) }) + [("all", loaded.measures)]
        for (name, measures) in arms {
            let spreads = try await spreads(measures)
            if base.isEmpty { base = spreads }
            row(name, spreads, base)
        }
    }

    /// Runs seeds 1…`runs` on two workers.
    private func spreads(_ measures: [String]) async throws -> [Spread] {
        let program = try loaded.program(adversary, measures: measures, playbook: .standard)
        let provinces = program.simulation.hosts.map { Self.province($0.network) }
        return await Batch.map(count: runs, workers: 2, placeholder: Spread()) { index in
            var run = Run<NetworkWorld>(program, seeds: Seeds(UInt64(index + 1)))
            var log = EventLog<Event>(open: true)
            run.advance(to: program.duration, log: &log)
            let outcome = NetworkWorld.outcome(of: run)
            let reached = Self.reached(log.drain()) { $0 < 0 ? 0 : provinces[program.group(ofHost: $0)] }
            return Spread(
                provinces: reached.nonzeroBitCount, hosts: outcome.hostsCompromised, isReached: outcome.goalReached,
                loss: outcome.totalLoss)
        }
    }

    /// The provinces, as bits, that a compromise spread to.
    private static func reached(_ events: [Event], province: (Int32) -> Int) -> UInt64 {
        var reached: UInt64 = 0
        var entered: Set<Int32> = []
        for event in events {
            let place = province(event.target)
            switch event.kind {
            case .footholdGained:
                entered.insert(event.target)
                if event.source >= 0 && province(event.source) != place { reached |= 1 << UInt64(place) }
            case .hostEncrypted where !entered.contains(event.target): reached |= 1 << UInt64(place)
            default: break
            }
        }
        return reached & ~1
    }

    /// The number of the province that a network belongs to (`p07`, `p07-d`), or 0.
    private static func province(_ network: String) -> Int {
        guard network.first == "p", let number = Int(network.dropFirst().prefix(2)) else { return 0 }
        return number
    }

    private func row(_ name: String, _ spreads: [Spread], _ base: [Spread]) {
        let count = Double(spreads.count)
        let some = spreads.count { $0.hosts > 0 }, several = spreads.count { $0.provinces >= 2 }
        let reached = spreads.count(where: \.isReached)
        let provinces = spreads.reduce(0) { $0 + $1.provinces }, hosts = spreads.reduce(0) { $0 + $1.hosts }
        let loss = spreads.reduce(0.0) { $0 + Double($1.loss) } / 1e6
        let avoidedProvinces = zip(base, spreads).map { Double($0.provinces - $1.provinces) }
        let avoidedLoss = zip(base, spreads).map { (Double($0.loss) - Double($1.loss)) / 1e6 }
        say(
            "| \(name) | \(percent(some)) | \(percent(several)) | \(text(Double(provinces) / count, 2)) "
                + "| \(text(Double(hosts) / count, 1)) | \(percent(reached)) | \(text(loss / count, 0)) "
                + "| \(interval(avoidedProvinces, 2)) | \(interval(avoidedLoss, 0)) |")
    }

    private func percent(_ part: Int) -> String { "\(text(Double(part) * 100 / Double(max(1, runs)), 1)) %" }

    private func text(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

    /// The mean of paired differences with its interval by the normal distribution.
    private func interval(_ differences: [Double], _ digits: Int) -> String {
        let count = Double(differences.count)
        let mean = differences.reduce(0, +) / count
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let half = 1.96 * (squares / max(1, count - 1) / count).squareRoot()
        return "\(text(mean, digits)) ± \(text(half, digits))"
    }
}
