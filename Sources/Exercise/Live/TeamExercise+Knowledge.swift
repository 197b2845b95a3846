import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// Writes down what investigations that ended in an instant brought. Reads findings, which are the seat's, and what the
    /// seat holds of hosts before and after; nothing of the truth.
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
        let suspects = newSuspects(alerted: instant.alerted)
        for host in suspects {
            guard let index = brought.firstIndex(where: { canPoint($0, at: host) }) else { continue }
            brought[index].suspects.append(host)
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
            if event.target >= 0 { record.host = event.target }
            switch Finding(rawValue: event.detail) {
            case .compromised: record.isCompromised = true
            case .explained: record.isExplained = true
            case .addressKnown: record.foundAddress = true
            case .accountCompromised: record.accounts.append(event.account)
            case .clean, nil: break
            }
        }
        return record
    }

    /// Hosts that became suspect since the last comparison and that no alert of this instant names, by index.
    private mutating func newSuspects(alerted: [Int32]) -> [Int32] {
        let hosts = knowledge.hosts
        var suspects: [Int32] = []
        for slot in hosts.keys.indices {
            let before = slot < assessments.count ? assessments[slot] : .unknown
            let now = hosts.records[slot].assessment
            if slot < assessments.count { assessments[slot] = now } else { assessments.append(now) }
            if now != .suspect || before == .suspect { continue }
            // An alert makes a host suspect only where nothing was held of it.
            if before == .unknown && alerted.contains(hosts.keys[slot]) { continue }
            suspects.append(hosts.keys[slot])
        }
        return suspects.sorted()
    }

    /// Whether an investigation of that kind can point at a host other than the one that was looked at.
    private func canPoint(_ record: InvestigationRecord, at host: Int32) -> Bool {
        let item = run.state.work[record.work]
        switch program.actions[Int(item.action)].mechanic {
        case .triageHost, .memoryCapture: return record.isCompromised
        case .accountReview: return !record.accounts.isEmpty
        case .networkReview: return Int32(program.hostGroups[program.group(ofHost: host)].network) == item.network
        default: return true
        }
    }

    /// Whether a response shows in what the seat holds: removing a foothold that stays changes nothing.
    func tookEffect(_ item: WorkItem) -> Bool {
        let action = program.actions[Int(item.action)]
        guard action.mechanic == .removeFoothold else { return true }
        return knowledge.host(item.host).assessment == .recovered
    }
}
