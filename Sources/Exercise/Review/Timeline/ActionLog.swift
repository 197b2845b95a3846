import Kernel
import NetworkWorld

/// Follows everything that was asked for until it is done.
struct ActionLog {
    private(set) var actions: [TimelineAction] = []
    /// Places of what is not done yet, in both lists: the run's work and ``actions`` run in step.
    private var open: [Int] = []

    /// Takes in an instant of the run.
    mutating func take(_ events: [Event], _ run: Run<NetworkWorld>, entry: Int?) {
        let now = events.first?.time ?? run.now
        let work = run.state.work
        let isAsked = entry.map { Self.isAction(run.entries[$0]) } ?? false
        while actions.count < work.count {
            open.append(actions.count)
            actions.append(
                TimelineAction(
                    entry: isAsked ? entry : nil, action: ReviewAction(work[actions.count], program: run.program),
                    asked: now, results: []))
        }
        for place in open where actions[place].started == nil && work[place].isBegun { actions[place].started = now }
        note(events, work)
        open.removeAll { actions[$0].finished != nil }
    }

    /// What was done, and what it brought: results follow the end of their action.
    private mutating func note(_ events: [Event], _ work: [WorkItem]) {
        var ended: Int?
        for event in events {
            switch event.kind {
            case .actionFinished:
                ended = open.first { place in
                    actions[place].finished == nil && work[place].phase == .finished && work[place].action == event.card
                        && work[place].host == event.target && work[place].account == event.account
                }
                if let ended {
                    actions[ended].finished = event.time
                    actions[ended].success = event.success
                }
            case .finding:
                guard let ended, let finding = Finding(rawValue: event.detail) else { continue }
                actions[ended].results.append(
                    TimelineAction.Result(finding: finding, host: event.target, account: event.account))
            default: break
            }
        }
    }

    private static func isAction(_ entry: JournalEntry<NetworkInput>) -> Bool {
        if case .input(.action) = entry.content { true } else { false }
    }
}

extension WorkItem {
    /// Whether somebody works on it or has.
    fileprivate var isBegun: Bool { phase == .running || phase == .finished }
}
