import Kernel
import NetworkWorld
import Scenario

/// A sensor that saw a step of the attack, and where: the logs hold what it wrote.
public struct StepSight: Sendable, Equatable {
    /// Index of the sensor.
    public var sensor: Int
    /// Host whose record it is.
    public var host: Int32
}

extension Program {
    /// The sensors that see the traces of a card, in the order of the program, each host once.
    ///
    /// A card with variants may leave less than is counted here: each step takes one of them.
    ///
    /// - Parameter isBlind: whether a host's endpoint sensor was made blind.
    /// - Complexity: O(sensors · traces).
    func sights(
        card: Int, source: Int32, target: Int32, seeds: Seeds, isBlind: (Int32) -> Bool
    ) -> [StepSight] {
        var sights: [StepSight] = []
        let traces = catalogue.cards[card].everyTrace
        for (index, sensor) in sensors.enumerated() {
            for trace in traces where trace.sensor == sensor.kind {
                let host = host(of: trace.place, source: source, target: target)
                if host < 0 || !sees(sensor: index, host: host, seeds: seeds) { continue }
                if sensor.kind == .endpoint && isBlind(host) { continue }
                let sight = StepSight(sensor: index, host: host)
                if !sights.contains(sight) { sights.append(sight) }
            }
        }
        return sights
    }

    /// The host on which a trace is written, as the network world decides it; −1: none.
    func host(of place: TracePlace, source: Int32, target: Int32) -> Int32 {
        switch place {
        case .source: source >= 0 ? source : target
        case .target: target >= 0 ? target : source
        case .domainController: domainController
        }
    }
}
