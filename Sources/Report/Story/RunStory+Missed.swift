import Kernel
import NetworkWorld
import Scenario

extension RunStory {
    /// Why a step that left traces was not noticed.
    enum Blindness: Equatable {
        /// An analytic reads the sensor, which saw the host, and did not speak.
        case notNoticed
        /// The sensor has the trace, no analytic looks for the technique.
        case noAnalytic
        /// The sensor is there but does not see this host.
        case notCovered
    }

    /// A sensor that a missed step left a trace for.
    struct Chance: Equatable {
        var sensor: Int
        var blindness: Blindness
    }

    /// Steps of one technique that no alert spoke of.
    struct MissedTechnique {
        var card: Int
        var steps: [Step]
        var chances: [Chance]
    }

    /// Steps that no alert spoke of, by technique, in the order of the first.
    func missed(program: Program, seeds: Seeds) -> [MissedTechnique] {
        var result: [MissedTechnique] = []
        for step in steps where step.alerts == 0 {
            let chances = Self.chances(of: step, program, seeds)
            if let index = result.firstIndex(where: { $0.card == step.card && $0.chances == chances }) {
                result[index].steps.append(step)
            } else {
                result.append(MissedTechnique(card: step.card, steps: [step], chances: chances))
            }
        }
        return result
    }

    /// The sensors that could have seen a step, and why each said nothing.
    private static func chances(of step: Step, _ program: Program, _ seeds: Seeds) -> [Chance] {
        let kinds = program.catalogue.cards[step.card].traces.map(\.sensor)
        let analytics = program.noticedBy[program.cards[step.card].noticedBy]
        let hosts = [step.source, step.target].filter { $0 >= 0 }
        return program.sensors.indices.compactMap { sensor in
            guard kinds.contains(program.sensors[sensor].kind) else { return nil }
            if !hosts.contains(where: { program.sees(sensor: sensor, host: $0, seeds: seeds) }) {
                return Chance(sensor: sensor, blindness: .notCovered)
            }
            let reads = analytics.contains { program.analytics[Int($0.analytic)].sensor == sensor }
            return Chance(sensor: sensor, blindness: reads ? .notNoticed : .noAnalytic)
        }
    }
}
