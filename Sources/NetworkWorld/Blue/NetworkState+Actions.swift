import Kernel
import Scenario

/// Investigations and responses: asked for, approved, staffed, finished. Nobody isolates two hundred hosts in the first
/// minute, because somebody has to do it.
extension NetworkState {
    /// The most actions that may wait.
    private static let queueLimit = 256

    /// A seat asks for an action. What cannot be done is refused and reported.
    ///
    /// - Complexity: O(actions waiting).
    mutating func request(
        _ program: Program, action: Int, seat: Int, host: Int32, account: Int32, network: Int32, at now: Milliseconds,
        _ log: inout EventLog<Event>
    ) {
        let item = workItem(program, action: action, seat: seat, host: host, account: account, network: network)
        if let refusal = refusal(program, item) {
            log.append(
                Event(
                    time: now, kind: .actionRefused, success: false, card: item.action, target: item.host,
                    account: item.account, detail: refusal.rawValue))
            return
        }
        let record = program.actions[action]
        work.append(item)
        let index = work.count - 1
        mark(item, inWork: 1)
        if needsApproval(program, record, host: item.host) {
            work[index].phase = .awaitingApproval
            let approval = program.simulation.staff.approvalMilliseconds
            let wait = seeds.chance(
                record.path, .approval, target: itemPath(program, item), attempt: attemptNumber(index)
            )
            .triangular(approval.low, approval.likely, approval.high)
            schedule(.actionApproved, program, index, at: now + max(1, wait))
        } else {
            startWaiting(program, at: now, &log)
        }
    }

    /// What was asked for. Targets that do not exist, or that the action does not take, become −1: whoever asks may send
    /// any number, and everything after this point uses them as indices.
    private func workItem(
        _ program: Program, action: Int, seat: Int, host: Int32, account: Int32, network: Int32
    ) -> WorkItem {
        let taken = program.actions.indices.contains(action) ? program.actions[action].target : nil
        func index(_ number: Int32, of target: ActionTarget, below count: Int) -> Int32 {
            (taken ?? target) == target && number >= 0 && Int(number) < count ? number : -1
        }
        return WorkItem(
            action: Int16(clamping: action), seat: Int16(clamping: seat),
            host: index(host, of: .host, below: program.hostCount),
            account: index(account, of: .account, below: program.accountCount),
            network: index(network, of: .network, below: program.networkCount), phase: .queued)
    }

    private func refusal(_ program: Program, _ item: WorkItem) -> ActionRefusal? {
        let action = Int(item.action)
        guard program.actions.indices.contains(action), seats.indices.contains(Int(item.seat)) else { return .unknown }
        switch program.actions[action].target {
        case .host:
            guard item.host >= 0, Int(item.host) < program.hostCount else { return .wrongTarget }
        case .account:
            guard item.account >= 0, Int(item.account) < program.accountCount else { return .wrongTarget }
        case .network:
            guard item.network >= 1, Int(item.network) < program.networkCount else { return .wrongTarget }
        case .organisation: break
        }
        switch program.actions[action].mechanic {
        case .isolateHost where host(item.host).isolated, .releaseHost where !host(item.host).isolated,
            .disableAccount where account(item.account).disabled:
            return .alreadySo
        default: break
        }
        var waiting = 0
        for other in work where other.phase != .finished {
            waiting += 1
            if other.action == item.action && other.host == item.host && other.account == item.account
                && other.network == item.network
            {
                return .alreadySo
            }
        }
        return waiting >= Self.queueLimit ? .noStaff : nil
    }

    /// Command is asked before a server is cut off, and wherever the action says so.
    private func needsApproval(_ program: Program, _ record: ActionRecord, host: Int32) -> Bool {
        if record.approval { return true }
        return record.mechanic == .isolateHost && host >= 0
            && program.hostGroups[program.group(ofHost: host)].role != .workstation
    }

    private func itemPath(_ program: Program, _ item: WorkItem) -> UInt64 {
        if item.host >= 0 { return program.path(ofHost: item.host) }
        if item.account >= 0 { return program.path(ofAccount: item.account) }
        return item.network >= 1 ? program.networkPaths[Int(item.network) - 1] : 0
    }

    private mutating func schedule(_ kind: AgendaKind, _ program: Program, _ index: Int, at time: Milliseconds) {
        let item = work[index]
        agenda.insert(
            Agenda.Entry(
                time: time, key: StableHash.combine(program.actions[Int(item.action)].path, itemPath(program, item)),
                kind: kind.rawValue, first: Int32(index)))
    }

    private mutating func mark(_ item: WorkItem, inWork delta: Int) {
        let seat = Int(item.seat)
        if item.host >= 0 {
            seats[seat].update(host: item.host) { $0.inWork = UInt8(clamping: Int($0.inWork) + delta) }
        }
        if item.account >= 0 {
            seats[seat].update(account: item.account) { $0.inWork = UInt8(clamping: Int($0.inWork) + delta) }
        }
    }

    mutating func actionApproved(
        _ program: Program, item index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        work[Int(index)].phase = .queued
        startWaiting(program, at: now, &log)
    }

    /// Gives waiting actions to free analysts: responses before investigations, else first come, first served.
    private mutating func startWaiting(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        while freeAnalysts > 0 {
            var next = -1
            for index in work.indices where work[index].phase == .queued {
                if next < 0 { next = index }
                if program.actions[Int(work[index].action)].kind == .response {
                    next = index
                    break
                }
            }
            if next < 0 { return }
            start(program, next, at: now, &log)
        }
    }

    private mutating func start(_ program: Program, _ index: Int, at now: Milliseconds, _ log: inout EventLog<Event>) {
        let item = work[index]
        let record = program.actions[Int(item.action)]
        work[index].phase = .running
        freeAnalysts -= 1
        tally.staffMinutes += record.staffMinutes
        let draw = seeds.chance(
            record.path, .actionTime, target: itemPath(program, item), attempt: attemptNumber(index))
        let duration = max(1, draw.triangular(record.duration.low, record.duration.likely, record.duration.high))
        log.append(
            Event(
                time: now, kind: .actionStarted, card: item.action, target: item.host, account: item.account,
                detail: Int64(item.seat)))
        if record.mechanic == .restoreHost { beginRestore(program, item.host, at: now, &log) }
        schedule(.actionEnds, program, index, at: now + duration)
    }

    /// How many-th time this is done to this target: the attempt number of its draws.
    private func attemptNumber(_ index: Int) -> UInt32 {
        let item = work[index]
        var count: UInt32 = 0
        for other in work[..<index]
        where other.action == item.action && other.host == item.host && other.account == item.account
            && other.network == item.network
        {
            count += 1
        }
        return count
    }

    mutating func actionEnds(_ program: Program, item index: Int32, at now: Milliseconds, _ log: inout EventLog<Event>)
    {
        let item = work[Int(index)]
        let record = program.actions[Int(item.action)]
        let attempt = attemptNumber(Int(index))
        let works = seeds.chance(record.path, .actionChance, target: itemPath(program, item), attempt: attempt)
            .occurs(record.chance)
        work[Int(index)].phase = .finished
        freeAnalysts += 1
        mark(item, inWork: -1)
        log.append(
            Event(
                time: now, kind: .actionFinished, success: works, card: item.action, target: item.host,
                account: item.account, detail: Int64(item.seat)))
        if record.kind == .investigation {
            investigate(program, item, record.mechanic, works: works, attempt: attempt, at: now, &log)
        } else {
            respond(program, item, record.mechanic, works: works, at: now, &log)
        }
        playbookHearsResult(program, item, at: now, &log)
        startWaiting(program, at: now, &log)
    }
}
