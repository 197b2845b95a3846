import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// Takes in what happened in one instant: keeps the events, and follows what the seat can see of them.
    ///
    /// - Parameters:
    ///   - time: the instant.
    ///   - author: who asked for work that is new.
    ///   - rule: number of the rule whose alert is among the events, or 0.
    ///   - severity: severity of that alert.
    mutating func absorb(
        _ log: EventLog<Event>, at time: Milliseconds, author: Author, rule: Int32 = 0, severity: UInt8 = 0
    ) {
        var instant = Instant()
        for event in log.events {
            events.append(event)
            facts.fold(event, program)
            see(event, rule: rule, severity: severity, &instant)
        }
        followWork(at: time, author: author, finished: &instant.finished)
        if instant.isKnowledgeTouched { followKnowledge(instant, at: time) }
    }

    /// What of an instant is needed to tell afterwards who learned what by which investigation.
    struct Instant {
        var isKnowledgeTouched = false
        /// What was finished.
        var endings: [Ending] = []
        /// Indices of work that came to its end.
        var finished: [Int] = []
    }

    /// An action that ended, with the findings that follow it in the log.
    struct Ending {
        var event: Event
        var findings: [Event] = []
    }

    private mutating func see(_ event: Event, rule: Int32, severity: UInt8, _ instant: inout Instant) {
        switch event.kind {
        case .alertDelivered:
            let isBuiltIn = program.analytics.indices.contains(Int(event.card))
            alertRecords.append(
                AlertRecord(
                    rule: isBuiltIn ? 0 : rule,
                    severity: isBuiltIn ? UInt8(program.analytics[Int(event.card)].severity.rank) : severity))
            changes.formUnion([.alerts, .hosts])
        case .actionFinished:
            instant.endings.append(Ending(event: event))
            instant.isKnowledgeTouched = true
            changes.formUnion([.work, .hosts])
        case .finding, .suspicion:
            if !instant.endings.isEmpty { instant.endings[instant.endings.count - 1].findings.append(event) }
        case .actionStarted: changes.formUnion([.work, .hosts])
        case .hostIsolated, .hostReleased, .hostRestored, .credentialReset, .accountDisabled: changes.insert(.hosts)
        case .serviceDown, .serviceUp: see(service: event)
        case .processDisturbed, .processRestored: see(process: event)
        default: break
        }
    }

    private mutating func see(service event: Event) {
        guard serviceDown.indices.contains(Int(event.detail)) else { return }
        serviceDown[Int(event.detail)] = event.kind == .serviceDown ? event.time : -1
        changes.insert(.services)
    }

    private mutating func see(process event: Event) {
        let index = Int(event.detail)
        guard processDisturbed.indices.contains(index) else { return }
        let before = processDisturbed[index]
        processDisturbed[index] = max(0, before + (event.kind == .processDisturbed ? 1 : -1))
        if before == 0 { processSince[index] = event.time }
        if processDisturbed[index] == 0 { processSince[index] = -1 }
        changes.insert(.services)
    }

    /// Follows each piece of work from phase to phase.
    private mutating func followWork(at time: Milliseconds, author: Author, finished: inout [Int]) {
        let work = run.state.work
        while workRecords.count < work.count {
            openWork.append(workRecords.count)
            workRecords.append(WorkRecord(author: author, asked: time, phase: .awaitingApproval))
            changes.formUnion([.work, .hosts])
        }
        if openWork.isEmpty { return }
        for index in openWork where work[index].phase != workRecords[index].phase {
            workRecords[index].phase = work[index].phase
            changes.insert(.work)
            if work[index].phase == .running { workRecords[index].started = time }
            if work[index].phase == .finished {
                workRecords[index].finished = time
                workRecords[index].tookEffect = tookEffect(work[index])
                finished.append(index)
            }
        }
        if !finished.isEmpty { openWork.removeAll { work[$0].phase == .finished } }
    }
}
