import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// Writes down what investigations that ended in an instant brought: findings and suspicions, which are the seat's.
    mutating func followKnowledge(_ instant: Instant, at time: Milliseconds) {
        var brought: [InvestigationRecord] = []
        var unclaimed = instant.finished
        for ending in instant.endings {
            guard let position = unclaimed.firstIndex(where: { matches($0, ending.event) }) else { continue }
            let work = unclaimed.remove(at: position)
            if program.actions[Int(ending.event.card)].kind == .investigation {
                brought.append(record(ending, work: work, at: time))
            }
        }
        if !brought.isEmpty {
            investigations += brought
            changes.formUnion([.findings, .hosts])
        }
    }

    private func matches(_ work: Int, _ event: Event) -> Bool {
        let item = run.state.work[work]
        return item.action == event.card && item.host == event.target && item.account == event.account
    }

    private func record(_ ending: Ending, work: Int, at time: Milliseconds) -> InvestigationRecord {
        var record = InvestigationRecord(time: time, work: work, host: ending.event.target)
        for event in ending.findings {
            if event.kind == .suspicion {
                record.suspects.append(event.target)
                continue
            }
            if event.target >= 0 { record.host = event.target }
            switch Finding(rawValue: event.detail) {
            case .compromised: record.isCompromised = true
            case .explained: record.isExplained = true
            case .addressKnown: record.foundAddress = true
            case .accountCompromised: record.accounts.append(event.account)
            case .clean, nil: break
            }
        }
        record.suspects = Set(record.suspects).sorted()
        return record
    }

    /// Whether a response shows in what the seat holds: removing a foothold that stays changes nothing.
    func tookEffect(_ item: WorkItem) -> Bool {
        let action = program.actions[Int(item.action)]
        guard action.mechanic == .removeFoothold else { return true }
        return knowledge.host(item.host).assessment == .recovered
    }
}
