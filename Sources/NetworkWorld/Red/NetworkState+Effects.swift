import Kernel
import Scenario

/// What techniques change when they succeed.
extension NetworkState {
    mutating func applyEffect(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let card = program.cards[Int(step.card)]
        let place = step.target >= 0 ? step.target : step.source
        switch card.effect {
        case .accessUser, .accessAdministrator:
            if place >= 0 && host(place).isReachable {
                if card.target == .person {
                    log.append(
                        Event(time: now, kind: .mailOpened, step: step.number, target: place, account: step.account))
                }
                gainFoothold(
                    program, host: place, administrator: card.effect == .accessAdministrator, from: step.source,
                    with: step.account, step: step.number, at: now, &log)
            }
        case .elevate:
            gainFoothold(
                program, host: place, administrator: true, from: step.source, with: -1, step: step.number, at: now, &log
            )
            exhaust(program, step)
        case .persist:
            let slot = touch(host: place)
            hosts.records[slot].persistent = true
            // An account of the domain is made once; an anchor on a host may be lost with it and set again.
            if card.target == .domain { exhaust(program, step) }
        case .cachedCredentials: takeCachedCredentials(program, step, at: now, &log)
        case .ownCredential:
            learn(program, account: program.ownerOf(place), at: place, step: step.number, at: now, &log)
        case .storedCredentials: takeStoredCredentials(program, step, at: now, &log)
        case .serviceCredentials: takeServiceCredentials(program, step, at: now, &log)
        case .guessedCredentials: guessCredentials(program, step, at: now, &log)
        case .domainCredentials: takeDomain(program, step, at: now, &log)
        case .personCredential:
            learn(program, account: step.account, at: place, step: step.number, at: now, &log)
        case .discoverHosts:
            discover(program, from: step.source >= 0 ? step.source : place, step: step.number, at: now, &log)
        case .discoverAccounts: red.knowsAccounts = true
        case .discoverData: discoverGoal(program, step, at: now, &log) { $0.knowsData = true }
        case .discoverProcess: discoverGoal(program, step, at: now, &log) { $0.knowsProcess = true }
        case .blindSensor:
            let slot = touch(host: place)
            hosts.records[slot].blind = true
            log.append(Event(time: now, kind: .sensorBlinded, step: step.number, target: place))
        case .collect, .exfiltrate, .encrypt, .encryptDomain, .destroyBackups, .stopService, .disturbProcess,
            .blindOperators:
            applyImpact(program, card.effect, step, place: place, at: now, &log)
        case .none: exhaust(program, step)
        }
    }

    // MARK: Credentials

    /// Whoever works on the host, whoever administers it and left a trace, and whoever was here last.
    private mutating func takeCachedCredentials(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let place = step.target
        let hostGroup = program.group(ofHost: place)
        let groups = program.hostGroups.count
        learn(program, account: program.ownerOf(place), at: place, step: step.number, at: now, &log)
        for (index, group) in program.accountGroups.enumerated() {
            let relation = program.relations[index * groups + hostGroup]
            if relation.contains(.stored) {
                learn(program, account: group.first, at: place, step: step.number, at: now, &log)
            }
            guard relation.contains(.administers), group.cached != .never else { continue }
            for account in group.first..<(group.first + min(group.count, 64))
            where program.isCached(account: account, onHost: place, seeds: seeds) {
                learn(program, account: account, at: place, step: step.number, at: now, &log)
            }
        }
        learn(program, account: host(place).visitor, at: place, step: step.number, at: now, &log)
        // Only a new visitor would bring something new; until then one look is enough.
        exhaust(program, step, where: { $0.count >= 2 })
    }

    private mutating func takeStoredCredentials(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let hostGroup = program.group(ofHost: step.target)
        let groups = program.hostGroups.count
        learn(program, account: program.ownerOf(step.target), at: step.target, step: step.number, at: now, &log)
        for (index, group) in program.accountGroups.enumerated()
        where program.relations[index * groups + hostGroup].contains(.stored) {
            learn(program, account: group.first, at: step.target, step: step.number, at: now, &log)
        }
        exhaust(program, step)
    }

    /// Tickets of service accounts can be tried at leisure: weak passwords nearly always give way, strong ones do not.
    private mutating func takeServiceCredentials(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        for group in program.accountGroups where group.kind == .service {
            var share: Probability
            switch group.password {
            case .weak: share = Probability(millionths: 900_000)
            case .fair: share = Probability(millionths: 250_000)
            case .strong: share = Probability(millionths: 10_000)
            }
            if group.controls & ControlSet.serviceAccountHygiene != 0 {
                share = share * Probability(millionths: 50_000)
            }
            for ordinal in 0..<min(group.count, 64) {
                let account = group.first + ordinal
                if seeds.fact(program.path(ofAccount: account), .guessable, target: 1).occurs(share) {
                    learn(program, account: account, at: -1, step: step.number, at: now, &log)
                }
            }
        }
        exhaust(program, step)
    }

    /// A few common passwords against many accounts: at most two hundred a time, at most two hits.
    private mutating func guessCredentials(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        var tries = 0
        var hits = 0
        for group in program.accountGroups where group.kind == .domain || group.kind == .cloud {
            let offset = seeds.chance(program.adversary.path, .redAmount, target: group.path, attempt: red.decisions)
                .below(Int(group.count))
            for turn in 0..<min(Int(group.count), 100) {
                if tries >= 200 || hits >= 2 { return }
                tries += 1
                let account = group.first + Int32((offset + turn) % Int(group.count))
                if !self.account(account).known && program.isGuessable(account: account, seeds: seeds) {
                    learn(program, account: account, at: -1, step: step.number, at: now, &log)
                    hits += 1
                }
            }
        }
    }

    private mutating func takeDomain(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        red.ownsDomain = true
        // One account of every privileged group stands for all: more would change nothing that red can do.
        for group in program.accountGroups where group.kind != .local && group.privilege != .user {
            learn(program, account: group.first, at: step.target, step: step.number, at: now, &log)
        }
        for group in program.accountGroups where group.kind == .service {
            learn(program, account: group.first, at: step.target, step: step.number, at: now, &log)
        }
    }

    // MARK: Discovery

    /// Hosts that a foothold reaches become known: all of small groups, up to twelve of each large one.
    private mutating func discover(
        _ program: Program, from source: Int32, step: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        guard source >= 0 else { return }
        let slot = touch(host: source)
        hosts.records[slot].scanned = true
        let network = Int(program.hostGroups[program.group(ofHost: source)].network)
        for (index, group) in program.hostGroups.enumerated() {
            if reach(program, network: network, group: index) == 0 && Int(group.network) != network { continue }
            let offset =
                group.count <= 12
                ? 0
                : seeds.chance(
                    program.adversary.path, .redDiscovery, target: group.path, attempt: UInt32(step)
                ).below(Int(group.count))
            for turn in 0..<min(Int(group.count), 12) {
                let host = group.first + Int32((offset + turn) % Int(group.count))
                if !program.isRemoved(host: host) { know(host: host, at: now, step: step, &log) }
            }
        }
    }

    private mutating func discoverGoal(
        _ program: Program, _ step: StepInProgress, at now: Milliseconds, _ log: inout EventLog<Event>,
        _ note: (inout RedState) -> Void
    ) {
        note(&red)
        for (index, group) in program.hostGroups.enumerated()
        where program.adversary.goalGroups[index] && program.adversary.goal != .encrypt {
            for host in group.first..<(group.first + min(group.count, 12)) where !program.isRemoved(host: host) {
                know(host: host, at: now, step: step.number, &log)
            }
        }
        exhaust(program, step)
    }
}
