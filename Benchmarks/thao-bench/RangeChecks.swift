import Kernel
import NetworkWorld

/// Counts over many seeds: is red alive, do measures help, does investigating pay.
enum RangeChecks {
    static func run(_ arguments: [String]) async throws {
        let names = arguments.filter { !$0.hasPrefix("-") }
        let quick = arguments.contains("--quick")
        let count = quick ? 300 : 1000
        for name in names.isEmpty ? ["egov", "power"] : names {
            let loaded = try Loaded(name)
            for adversary in loaded.adversaries {
                let plain = try loaded.program(adversary)
                let outcomes = await plain.outcomes(count: count)
                say("\(name)/\(adversary): \(summary(outcomes))")
                let all = try loaded.program(adversary, measures: loaded.measures)
                say("   all measures: \(summary(await all.outcomes(count: count)))")
                for measure in quick ? [] : loaded.measures {
                    let one = try loaded.program(adversary, measures: [measure])
                    say("   \(measure): \(summary(await one.outcomes(count: count)))")
                }
                for playbook in [Playbook.isolateOnAlert, .standard] {
                    let defended = try loaded.program(adversary, playbook: playbook)
                    say("   \(playbook.rawValue): \(summary(await defended.outcomes(count: count)))")
                }
            }
        }
    }

    static func summary(_ outcomes: [Outcome]) -> String {
        func share(_ test: (Outcome) -> Bool) -> String {
            String(Double(outcomes.filter(test).count * 1000 / outcomes.count) / 10) + "%"
        }
        func mean(_ value: (Outcome) -> Int) -> String {
            String(Double(outcomes.reduce(0) { $0 + value($1) } * 10 / outcomes.count) / 10)
        }
        return "goal \(share(\.goalReached)) nopath \(share(\.noPathLeft)) in \(share { $0.firstCompromise != nil })"
            + " detected \(share { $0.detected != nil }) contained \(share { $0.contained != nil && !$0.goalReached })"
            + " kept \(share { $0.contained != nil && !$0.goalReached && $0.serviceLostByDefence.allSatisfy { $0 == 0 } })"
            + " steps \(mean(\.attackSteps)) hosts \(mean(\.hostsCompromised)) enc \(mean(\.hostsEncrypted))"
            + " true \(mean(\.trueAlerts)) false \(mean(\.falseAlerts)) staff \(mean { Int($0.staffMinutes) })"
    }
}
