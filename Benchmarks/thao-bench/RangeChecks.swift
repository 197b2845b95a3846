import Foundation
import Kernel
import NetworkWorld
import Scenario

/// Statistical acceptance of the network world: is red alive, do measures help, does investigating pay. Prints a table a
/// check and ends with exit code 1 where one fails.
struct RangeChecks {
    private let loaded: Loaded
    private let count: Int
    private var failures: [String] = []

    static func run(_ arguments: [String]) async throws {
        let names = arguments.filter { !$0.hasPrefix("-") }
        let count = arguments.contains("--quick") ? 200 : 1000
        var failures: [String] = []
        for name in names.isEmpty ? ["egov", "power"] : names {
            var checks = RangeChecks(loaded: try Loaded(name), count: count)
            for adversary in checks.loaded.adversaries {
                say("\n## \(name), \(adversary)")
                try await checks.liveness(adversary)
                try await checks.removals(adversary)
                try await checks.measures(adversary)
                try await checks.playbooks(adversary)
            }
            failures += checks.failures
        }
        say(failures.isEmpty ? "\nall checks hold" : "\nFAILED:\n" + failures.joined(separator: "\n"))
        if !failures.isEmpty { exit(1) }
    }

    private init(loaded: Loaded, count: Int) {
        self.loaded = loaded
        self.count = count
    }

    private mutating func expect(_ holds: Bool, _ text: String) {
        say((holds ? "ok      " : "FAILED  ") + text)
        if !holds { failures.append("\(loaded.name): \(text)") }
    }

    // MARK: Red is alive

    /// Undefended, the goal is reached in 20–90 % of the runs; a hundred seeds give at least 20 sequences of techniques.
    private mutating func liveness(_ adversary: String) async throws {
        let program = try loaded.program(adversary)
        let reached = (await program.outcomes(count: count)).count(where: \.goalReached)
        expect(
            reached * 100 >= count * 20 && reached * 100 <= count * 90,
            "undefended, the goal is reached in \(percent(reached, count))")
        let sequences = await Batch.map(count: 100, workers: 2, placeholder: UInt64(0)) { index in
            program.sequenceHash(seed: UInt64(index + 1))
        }
        let distinct = Set(sequences).count
        expect(distinct >= 20, "\(distinct) distinct sequences of techniques over 100 seeds")
    }

    /// Every host and credential of one winning path is taken out in turn: red wins another way, or says that none is left.
    private mutating func removals(_ adversary: String) async throws {
        let program = try loaded.program(adversary)
        guard let path = program.winningPath(seeds: 1...UInt64(count)) else {
            return expect(false, "no winning path among \(count) seeds")
        }
        var another = 0
        var proven = 0
        var silent: [String] = []
        let removals =
            path.hosts.map { (host: Optional($0), account: String?.none) }
            + path.accounts.map { (host: String?.none, account: Optional($0)) }
        for removal in removals {
            let without = try loaded.program(
                adversary, withoutHosts: [removal.host].compactMap { $0 },
                withoutAccounts: [removal.account].compactMap { $0 })
            let outcomes = await without.outcomes(count: 200)
            if outcomes.contains(where: \.goalReached) {
                another += 1
            } else if outcomes.allSatisfy(\.noPathLeft) {
                proven += 1
            } else {
                silent.append(removal.host ?? removal.account ?? "")
            }
        }
        expect(
            silent.isEmpty,
            "winning path of \(path.hosts.count) hosts and \(path.accounts.count) credentials: without any one of them red "
                + "wins another way in \(another) cases, says that no path is left in \(proven)"
                + (silent.isEmpty ? "" : ", neither without \(silent.joined(separator: ", "))"))
    }

    // MARK: Measures help

    /// Paired runs with and without each measure: none makes it significantly worse (one-sided sign test on discordant
    /// pairs, Holm's correction, 5 %); all together leave at most a fifth.
    private mutating func measures(_ adversary: String) async throws {
        let plain = await (try loaded.program(adversary)).outcomes(count: count).map(\.goalReached)
        var results: [(name: String, better: Int, worse: Int, p: Double)] = []
        for measure in loaded.measures {
            let with = await (try loaded.program(adversary, measures: [measure])).outcomes(count: count).map(
                \.goalReached)
            let better = zip(plain, with).count { $0 && !$1 }
            let worse = zip(plain, with).count { !$0 && $1 }
            results.append((measure, better, worse, Self.signTest(worse, of: worse + better)))
        }
        let ranked = results.sorted { $0.p < $1.p }
        var harmful: [String] = []
        for (rank, result) in ranked.enumerated() {
            if result.p * Double(ranked.count - rank) >= 0.05 { break }
            harmful.append(result.name)
        }
        for result in results {
            say(
                "        \(result.name): \(result.better) runs saved, \(result.worse) lost, p(worse) \(rounded(result.p))"
            )
        }
        expect(harmful.isEmpty, "no measure makes it significantly worse" + harmful.map { " " + $0 }.joined())
        let all = await (try loaded.program(adversary, measures: loaded.measures)).outcomes(count: count)
        let before = plain.count { $0 }
        let after = all.count(where: \.goalReached)
        expect(after * 5 <= before, "all measures together: \(percent(before, count)) → \(percent(after, count))")
    }

    /// The chance of at least `successes` of `count` by a fair coin.
    private static func signTest(_ successes: Int, of count: Int) -> Double {
        if count == 0 { return 1 }
        var sum = 0.0
        for k in successes...count {
            sum += exp(
                lgamma(Double(count + 1)) - lgamma(Double(k + 1)) - lgamma(Double(count - k + 1)) - Double(count)
                    * log(2))
        }
        return min(1, sum)
    }

    // MARK: Investigating pays

    /// Contained means: red had access, has none at the end, did not reach its goal, and no business service went down by
    /// a defender's action.
    private mutating func playbooks(_ adversary: String) async throws {
        var kept: [Playbook: Int] = [:]
        for playbook in [Playbook.isolateOnAlert, .standard] {
            let outcomes = await (try loaded.program(adversary, playbook: playbook)).outcomes(count: count)
            kept[playbook] = outcomes.count { outcome in
                outcome.contained != nil && !outcome.goalReached && outcome.serviceLostByDefence.allSatisfy { $0 == 0 }
            }
            let reached = outcomes.count(where: \.goalReached)
            say(
                "        \(playbook.rawValue): contained without breaking a service \(percent(kept[playbook] ?? 0, count)), "
                    + "goal reached \(percent(reached, count))")
        }
        let hasty = kept[.isolateOnAlert] ?? 0
        let careful = kept[.standard] ?? 0
        expect(hasty * 100 <= count * 40, "isolating on every alert contains at most 40 %: \(percent(hasty, count))")
        // Two independent shares, one-sided, one in a thousand.
        let pooled = Double(hasty + careful) / Double(2 * count)
        let error = (pooled * (1 - pooled) * 2 / Double(count)).squareRoot()
        let z = Double(careful - hasty) / Double(count) / max(error, 1e-9)
        expect(z > 3.1, "investigating first contains clearly more: \(percent(careful, count)) (z \(rounded(z)))")
    }

    private func percent(_ part: Int, _ whole: Int) -> String { "\(rounded(Double(part) * 100 / Double(whole))) %" }
    private func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
}
