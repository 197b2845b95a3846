import Kernel
import NetworkWorld
import Scenario

/// What the run's events leave in records, and what they change for the records after them.
extension TelemetryStream {
    mutating func fold(_ event: Event, _ output: inout RecordBuffer) {
        switch event.kind {
        case .attackStep:
            openSteps.append(event)
            touched.note(event)
            leaveTraces(of: event, label: .attack)
        case .stepEnded: close(event, success: event.success, &output)
        case .stepLost:
            pending.removeAll { $0.step == event.step && $0.label == .attack }
            close(event, success: false, &output)
        case .administrativeHabit: leaveTraces(of: event, label: .benign)
        case .administratorSession: session(event)
        case .mailOpened: mailOpened(event)
        case .sensorBlinded: conditions.insert(.blind, host: event.target)
        case .backupsDestroyed: backupsLost = program.everywhere & Control.offlineBackup.bit == 0
        case .hostEncrypted: conditions.insert(.encrypted, host: event.target)
        case .hostIsolated:
            conditions.insert(.isolated, host: event.target)
            serviceNote(event)
            lookUpInVain(event)
        case .hostReleased:
            conditions.remove(.isolated, host: event.target)
            serviceNote(event)
        case .hostRestored: restored(event)
        case .actionStarted, .actionFinished: action(event)
        case .credentialReset:
            conditions.enable(account: event.account)
            accountNote(event, library.singles.passwordReset)
        case .accountDisabled:
            accountNote(event, library.singles.accountDisabled)
            conditions.disable(account: event.account)
        default: break
        }
    }

    private mutating func close(_ event: Event, success: Bool, _ output: inout RecordBuffer) {
        guard let index = openSteps.firstIndex(where: { $0.step == event.step }) else { return }
        let step = openSteps.remove(at: index)
        appendTruth(of: step, ended: event.time, success: success, &output)
        if success { sumUp(step, at: event.time) }
    }

    /// Much of what a host exchanges with the outside goes through connections that stay open: now and then one ends that
    /// carried both the attacker's traffic and that of those who work there.
    private mutating func sumUp(_ step: Event, at time: Milliseconds) {
        let host = step.target >= 0 ? step.target : step.source
        guard host >= 0 else { return }
        var emitter = emitter(step, label: .mixed)
        emitter.identity = StableHash.combine(emitter.identity, 0x7375_6D)
        if emitter.salt & 3 != 0 { return }
        guard let steps = touched.steps(host: host) else { return }
        emitter.step = steps
        emitter.time = time
        emitter.emit(
            library.singles.outbound, .network, on: host, from: host,
            to: Place.outside(UInt32(truncatingIfNeeded: emitter.salt >> 13)), by: step.account,
            after: 20_000 + Milliseconds(emitter.salt >> 47), port: 443)
        take(emitter)
    }

    /// Programs on a host that was cut off still ask for names.
    private mutating func lookUpInVain(_ event: Event) {
        guard event.target >= 0 else { return }
        var emitter = reaction(to: event)
        let group = ground.groups[Int(program.groupOfHost[Int(event.target)])]
        let person = ground.person(onHost: event.target, group: group, key: emitter.identity)
        let salt = emitter.salt
        for attempt in 0..<4 {
            emitter.salt = StableHash.mix(salt &+ UInt64(attempt))
            emitter.emit(
                library.singles.failedLookup, .endpoint, on: event.target, from: event.target, to: event.target,
                by: person, after: 2000 + Milliseconds(attempt) * 7000 + Milliseconds(emitter.salt >> 52),
                site: UInt16(emitter.salt % UInt64(library.commonSites)))
        }
        take(emitter)
    }

    /// An emitter for what defenders and users do about a host or an account: provoked where an attack touched it.
    private mutating func reaction(to event: Event) -> RecordEmitter {
        let steps = touched.steps(host: event.target, account: event.account)
        var emitter = emitter(event, label: steps == nil ? .benign : .provoked)
        emitter.step = steps ?? 0
        unique(&emitter)
        return emitter
    }

    /// An action on a host that sets it up anew keeps it silent while it lasts.
    private mutating func action(_ event: Event) {
        guard event.card >= 0, event.target >= 0, program.actions[Int(event.card)].mechanic == .restoreHost else {
            return
        }
        if event.kind == .actionStarted {
            conditions.insert(.restoring, host: event.target)
        } else {
            conditions.remove(.restoring, host: event.target)
        }
    }

    /// An emitter for the records of an event.
    func emitter(_ event: Event, label: TruthLabel = .benign) -> RecordEmitter {
        var emitter = RecordEmitter(ground: ground, seeds: seeds)
        emitter.identity = event.identity(program)
        emitter.time = event.time
        emitter.label = label
        emitter.step = label == .benign ? 0 : event.step
        let draw = seeds.chance(emitter.identity, .traceRecord).words
        emitter.salt = UInt64(draw[2]) << 32 | UInt64(draw[3])
        return emitter
    }

    /// Two events of one instant that are alike must not share ids.
    mutating func unique(_ emitter: inout RecordEmitter) {
        if recentTime != emitter.time {
            recentTime = emitter.time
            recentIdentities.removeAll(keepingCapacity: true)
        }
        while recentIdentities.contains(emitter.identity) {
            emitter.identity = StableHash.mix(emitter.identity &+ 1)
        }
        recentIdentities.append(emitter.identity)
    }

    /// Puts the emitter's records among those that wait.
    mutating func take(_ emitter: RecordEmitter) {
        if emitter.records.isEmpty { return }
        pending += emitter.records
        pending.sort { $0.precedes($1) }
    }

    private mutating func session(_ event: Event) {
        guard event.target >= 0 else { return }
        var emitter = emitter(event)
        unique(&emitter)
        let windows = ground.groups[Int(program.groupOfHost[Int(event.target)])].family == .windows
        // Most people use a screen and a mouse.
        let ways: [RemoteWay] = [.desktop, .desktop, .desktop, .desktop, .powerShell, .remoteService]
        let chosen = Int(emitter.salt % 6)
        let pool: TemplatePool = windows ? .windowsAdministration : .unixAdministration
        let range = library.pools[pool.rawValue]
        let tool = library.members[range.lowerBound + Int(emitter.salt >> 8) % range.count]
        let source = event.source >= 0 ? event.source : event.target
        emitter.administer(
            windows ? ways[chosen] : .secureShell, library, host: event.target, source: source, account: event.account,
            tool: tool, spread: 180_000 + Milliseconds(emitter.salt >> 40) % 240_000)
        take(emitter)
    }

    /// A person opens a message; where an attack step sent it, their records are provoked by that step.
    private mutating func mailOpened(_ event: Event) {
        guard event.target >= 0 else { return }
        let provoked = event.step > 0
        var emitter = emitter(event, label: provoked ? .provoked : .benign)
        unique(&emitter)
        for (delay, template) in [(400, library.singles.downloadedFile), (1900, library.singles.mailProgram)] {
            emitter.emit(
                template, .endpoint, on: event.target, from: event.target, to: event.target, by: event.account,
                after: Milliseconds(delay) + Milliseconds(emitter.salt >> 52))
        }
        take(emitter)
    }

    private mutating func restored(_ event: Event) {
        for flag: HostConditions.Flags in [.blind, .restoring, .isolated] {
            conditions.remove(flag, host: event.target)
        }
        // Without backups what was encrypted stays lost.
        if !backupsLost { conditions.remove(.encrypted, host: event.target) }
        guard event.target >= 0 else { return }
        var emitter = reaction(to: event)
        let single = library.singles
        let templates = [single.setUp, single.sensorService, single.serviceLogon]
        for (index, template) in templates.enumerated() {
            emitter.emit(
                template, .endpoint, on: event.target, from: event.target, to: event.target, by: SystemAccount.system,
                after: Milliseconds(index) * 7000 + Milliseconds(emitter.salt >> 51))
        }
        take(emitter)
    }

    /// The endpoint sensor on a host notes that its rules changed.
    private mutating func serviceNote(_ event: Event) {
        guard event.target >= 0 else { return }
        var emitter = reaction(to: event)
        emitter.emit(
            library.singles.sensorService, .endpoint, on: event.target, from: event.target, to: event.target,
            by: SystemAccount.system, after: Milliseconds(emitter.salt >> 54))
        take(emitter)
    }

    /// A domain controller writes what happened to an account.
    private mutating func accountNote(_ event: Event, _ template: UInt16) {
        guard event.account >= 0 else { return }
        var emitter = reaction(to: event)
        let workstation = program.workstation(ofAccount: event.account)
        let network = workstation >= 0 ? ground.groups[Int(program.groupOfHost[Int(workstation)])].network : 1
        let controller = ground.peer(.domainController, network: network, key: program.path(ofAccount: event.account))
        guard controller >= 0 else { return }
        let administrators = ground.groups[Int(program.groupOfHost[Int(controller)])].administrators
        // The account that it happens to stands in the place of the target.
        emitter.emit(
            template, .domainController, on: controller, from: controller, to: event.account,
            by: ground.account(of: administrators, key: emitter.salt), after: Milliseconds(emitter.salt >> 54))
        take(emitter)
    }
}

extension Event {
    /// A hash that tells events apart, by paths and never by positions.
    func identity(_ program: Program) -> UInt64 {
        var hasher = StableHasher()
        hasher.combine(time)
        hasher.combine(kind.rawValue)
        hasher.combine(step)
        hasher.combine(source >= 0 ? program.path(ofHost: source) : 1)
        hasher.combine(target >= 0 ? program.path(ofHost: target) : 1)
        hasher.combine(account >= 0 ? program.path(ofAccount: account) : 1)
        return hasher.digest
    }
}
