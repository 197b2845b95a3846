import Kernel
import NetworkWorld
import Scenario

extension RunStory {
    /// Why a step that left traces was not noticed.
    package enum Blindness: Int, CaseIterable, Comparable {
        /// An analytic reads the sensor, which saw the host, and did not speak.
        case notNoticed
        /// The sensor has the trace, no analytic looks for the technique.
        case noAnalytic
        /// The sensor is there but does not see these hosts.
        case notCovered

        package static func < (left: Blindness, right: Blindness) -> Bool { left.rawValue < right.rawValue }
    }

    /// Steps of one technique that no alert spoke of, with the sensors that it left traces for.
    package struct MissedTechnique {
        package var card: Int
        package var steps: [Step]
        /// For each sensor the best that it did on any of the steps.
        package var sensors: [(sensor: Int, blindness: Blindness)]
    }

    /// Steps that no alert spoke of, by technique, in the order of the first.
    ///
    /// - Complexity: O(steps · sensors).
    package func missed(program: Program, seeds: Seeds) -> [MissedTechnique] {
        var result: [MissedTechnique] = []
        for step in steps where step.alerts == 0 {
            let index = result.firstIndex { $0.card == step.card } ?? result.count
            if index == result.count { result.append(MissedTechnique(card: step.card, steps: [], sensors: [])) }
            result[index].steps.append(step)
            for (sensor, blindness) in Self.blindness(to: step, program, seeds) {
                if let known = result[index].sensors.firstIndex(where: { $0.sensor == sensor }) {
                    let before = result[index].sensors[known].blindness
                    result[index].sensors[known].blindness = min(before, blindness)
                } else {
                    result[index].sensors.append((sensor, blindness))
                }
            }
        }
        return result
    }

    /// The sensors that a step left traces for, and why each said nothing.
    private static func blindness(
        to step: Step, _ program: Program, _ seeds: Seeds
    ) -> [(sensor: Int, blindness: Blindness)] {
        let notices = program.noticedBy[program.cards[step.card].noticedBy]
        return program.sensors.indices.compactMap { sensor in
            let traces = program.catalogue.cards[step.card].everyTrace.filter {
                $0.sensor == program.sensors[sensor].kind
            }
            let hosts = traces.map { program.host(of: $0.place, source: step.source, target: step.target) }.filter {
                $0 >= 0
            }
            if hosts.isEmpty { return nil }
            if !hosts.contains(where: { program.sees(sensor: sensor, host: $0, seeds: seeds) }) {
                return (sensor, .notCovered)
            }
            let isRead = notices.contains { program.analytics[Int($0.analytic)].sensor == sensor }
            return (sensor, isRead ? .notNoticed : .noAnalytic)
        }
    }
}
