import Kernel
import Scenario

/// What hurts: data taken, hosts encrypted, processes disturbed.
extension NetworkState {
    mutating func applyImpact(
        _ program: Program, _ effect: TechniqueEffect, _ step: StepInProgress, place: Int32, at now: Milliseconds,
        _ log: inout EventLog<Event>
    ) {
        switch effect {
        case .collect: collect(program, step, place: place, at: now, &log)
        case .exfiltrate: exfiltrate(program, step, at: now, &log)
        case .encrypt:
            encrypt(program, host: place, step: step.number, at: now, &log)
            checkEncryptionGoal(program, at: now, &log)
        case .encryptDomain:
            encryptDomain(program, step, at: now, &log)
            exhaust(program, step)
        case .destroyBackups:
            red.backupsDestroyed = true
            log.append(Event(time: now, kind: .backupsDestroyed, step: step.number, target: place))
        case .stopService:
            let slot = touch(host: place)
            hosts.records[slot].stopped = true
            updateDown(program, host: place, byDefence: false, at: now, &log)
        case .disturbProcess: disturb(program, step, host: place, at: now, &log)
        case .blindOperators:
            red.operatorsBlinded = true
            if program.adversary.target >= 0 { processes[program.adversary.target].blind = true }
        default: preconditionFailure("no impact: \(effect)")
        }
    }

    // MARK: Data

    /// Between half and all of the records, by chance: whole tables are missed as often as not.
    private mutating func collect(
        _ program: Program, _ step: StepInProgress, place: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard program.adversary.goal == .steal, program.adversary.target >= 0 else { return }
        let records = program.simulation.assets[program.adversary.target].records
        let draw = seeds.chance(
            program.adversary.path, .redAmount, target: program.path(ofHost: place), attempt: UInt32(step.number))
        red.collected = max(1, records / 2 + Int64(draw.below(Int(records / 2 + 1))))
        log.append(
            Event(time: now, kind: .dataCollected, step: step.number, target: place, detail: red.collected))
    }

    private mutating func exfiltrate(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let amount = red.collected
        if amount == 0 { return }
        red.collected = 0
        tally.recordsStolen = min(
            program.simulation.assets[program.adversary.target].records, tally.recordsStolen + amount)
        log.append(
            Event(time: now, kind: .recordsStolen, step: step.number, target: step.source, detail: amount))
        reachGoal(at: now, &log)
    }

    mutating func reachGoal(at now: Milliseconds, _ log: inout EventLog<Event>) {
        if tally.goalReached { return }
        tally.goalReached = true
        tally.goalTime = now
        red.phase = .done
        log.append(Event(time: now, kind: .goalReached))
    }

    // MARK: Encryption

    private mutating func encrypt(
        _ program: Program, host: Int32, step: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let group = program.hostGroups[program.group(ofHost: host)]
        guard group.isEncryptable, !program.isRemoved(host: host), self.host(host).isReachable else { return }
        let slot = touch(host: host)
        hosts.records[slot].encrypted = true
        if !hosts.records[slot].compromised {
            hosts.records[slot].compromised = true
            tally.hostsCompromised += 1
        }
        if !hosts.records[slot].wasEncrypted {
            hosts.records[slot].wasEncrypted = true
            tally.hostsEncrypted += 1
        }
        log.append(Event(time: now, kind: .hostEncrypted, step: step, target: host))
        updateDown(program, host: host, byDefence: false, at: now, &log)
        if let position = red.footholds.firstIndex(of: host), red.footholds.count > 1 {
            red.footholds.remove(at: position)
            hosts.records[slot].access = 0
            log.append(Event(time: now, kind: .footholdLost, target: host))
        }
    }

    private mutating func checkEncryptionGoal(
        _ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        if program.adversary.goal == .encrypt && tally.hostsEncrypted >= program.adversary.goalCount {
            reachGoal(at: now, &log)
        }
    }

    /// A policy of the domain reaches every joined host that is in touch; some miss it (one in eight).
    ///
    /// - Complexity: O(hosts of the domain), at most 4,096 a time: by then an organisation of any size stands still.
    private mutating func encryptDomain(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard program.domainController >= 0 else { return }
        let controllers = program.group(ofHost: program.domainController)
        var left = 4096
        for group in program.hostGroups where group.domainJoined && group.isEncryptable {
            // A policy is fetched: who cannot reach a controller does not get it.
            if reach(program, network: Int(group.network), group: controllers) == 0 { continue }
            for host in group.first..<(group.first + group.count) {
                if left == 0 { break }
                left -= 1
                let draw = seeds.chance(program.adversary.path, .redAmount, target: program.path(ofHost: host))
                if host != step.source && draw.below(8) != 0 {
                    encrypt(program, host: host, step: step.number, at: now, &log)
                }
            }
        }
        checkEncryptionGoal(program, at: now, &log)
    }

    // MARK: Processes

    private mutating func disturb(
        _ program: Program, _ step: StepInProgress, host: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let process = Int(program.hostGroups[program.group(ofHost: host)].process)
        guard process >= 0, self.host(host).isReachable, !program.isRemoved(host: host) else { return }
        let slot = touch(host: host)
        if hosts.records[slot].disturbed { return }
        hosts.records[slot].disturbed = true
        accountProcess(program, process, at: now)
        processes[process].disturbed += 1
        processes[process].most = max(processes[process].most, processes[process].disturbed)
        log.append(
            Event(time: now, kind: .processDisturbed, step: step.number, target: host, detail: Int64(process)))
        let model = program.simulation.processes[process].restoreMilliseconds
        let draw = seeds.chance(
            program.path(ofHost: host), .processRestore, attempt: UInt32(step.number))
        let wait = draw.triangular(model.low, model.likely, model.high) * (processes[process].blind ? 2 : 1)
        agenda.insert(
            Agenda.Entry(
                time: now + max(1, wait), key: StableHash.combine(program.path(ofHost: host), 8),
                kind: AgendaKind.processRestored.rawValue, first: host))
        if process == program.adversary.target && Int(processes[process].disturbed) >= program.adversary.goalCount {
            reachGoal(at: now, &log)
        }
    }

    mutating func processRestored(_ program: Program, host: Int32, at now: Milliseconds, _ log: inout EventLog<Event>) {
        guard let slot = hosts.slot(of: host), hosts.records[slot].disturbed else { return }
        let process = Int(program.hostGroups[program.group(ofHost: host)].process)
        hosts.records[slot].disturbed = false
        accountProcess(program, process, at: now)
        processes[process].disturbed -= 1
        log.append(Event(time: now, kind: .processRestored, target: host, detail: Int64(process)))
    }

    /// Adds the loss of a process up to now, in full-process milliseconds.
    private mutating func accountProcess(_ program: Program, _ process: Int, at now: Milliseconds) {
        tally.processLost[process] += lostSoFar(program, process, at: now)
        processes[process].since = now
    }

    func lostSoFar(_ program: Program, _ process: Int, at now: Milliseconds) -> Milliseconds {
        let record = processes[process]
        if record.disturbed == 0 { return 0 }
        var controllers: Int64 = 0
        for group in program.hostGroups where Int(group.process) == process { controllers += Int64(group.count) }
        return (now - record.since) * Int64(record.disturbed) / max(1, controllers)
    }
}
