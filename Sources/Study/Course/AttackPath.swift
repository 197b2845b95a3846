import Kernel
import NetworkWorld
import Scenario

/// The way by which red came to the last impact of a run.
struct AttackPath {
    private struct Entry {
        var host: Int32
        var source: Int32
        var step: Int32
    }

    /// Steps from outside to the impact; empty where there was none.
    private(set) var steps: [PathStep] = []
    /// Longer ways are cut; none of the shipped scenarios has half of it.
    private static let longest = 32

    /// The way in a run's events.
    ///
    /// The impact is the last step that took records, encrypted a host or disturbed a process. From where it was carried out
    /// the way goes back over the hosts that red came from when it first had access to each.
    ///
    /// - Complexity: O(events + hosts taken · steps of the way).
    init(_ events: [Event], _ program: Program) {
        guard let impact = events.last(where: Self.isImpact),
            let last = events.last(where: { $0.kind == .attackStep && $0.step == impact.step })
        else { return }
        var entries: [Entry] = []
        for event in events where event.kind == .footholdGained {
            if event.time > last.time { break }
            if !entries.contains(where: { $0.host == event.target }) {
                entries.append(Entry(host: event.target, source: event.source, step: event.step))
            }
        }
        let aim = last.target >= 0 ? last.target : last.source
        var reversed = [PathStep(card: last.card, group: Self.group(aim, program))]
        var place = last.source
        while place >= 0, reversed.count < Self.longest, let entry = entries.first(where: { $0.host == place }) {
            let card = events.first { $0.kind == .attackStep && $0.step == entry.step }?.card ?? -1
            reversed.append(PathStep(card: card, group: Self.group(place, program)))
            // A first access comes from a host that was had before, so that this ends; a grant comes from nowhere.
            place = entry.source == place ? -1 : entry.source
        }
        steps = reversed.reversed()
    }

    private static func isImpact(_ event: Event) -> Bool {
        switch event.kind {
        case .recordsStolen, .hostEncrypted, .processDisturbed: event.step > 0
        default: false
        }
    }

    private static func group(_ host: Int32, _ program: Program) -> Int16 {
        host >= 0 ? Int16(program.group(ofHost: host)) : -1
    }
}
