import Kernel
import Scenario

/// Whether any sequence of the adversary's techniques can still lead to its goal.
///
/// A relaxed closure over host groups: everything that can succeed succeeds, nothing is ever lost, one host of a group
/// stands for all. It can only err by hoping too much, so "no path" is a proof. Facts of the world count: a patch that is
/// in place stays in place.
extension NetworkState {
    /// Whether the closure contains the goal.
    ///
    /// - Complexity: O(rounds × cards × groups × (networks + account groups)); rounds are few.
    func pathExists(_ program: Program) -> Bool {
        var closure = Closure(program: program, state: self)
        return closure.reachesGoal()
    }
}

private struct Closure {
    let program: Program
    let state: NetworkState
    /// Access by group: 0, 1, 2.
    var access: [UInt8]
    /// Account groups of which one credential is to be had.
    var knows: [Bool]
    var networks: [Bool]
    var collected = false
    var exfiltrated = false
    var disturbed = false
    var encrypted = false

    init(program: Program, state: NetworkState) {
        self.program = program
        self.state = state
        access = [UInt8](repeating: 0, count: program.hostGroups.count)
        knows = [Bool](repeating: false, count: program.accountGroups.count)
        networks = [Bool](repeating: false, count: program.networkCount)
        networks[0] = true
        for host in state.red.footholds { gain(program.group(ofHost: host), max(1, state.host(host).access)) }
        for slot in state.hosts.keys.indices where state.hosts.records[slot].persistent {
            gain(program.group(ofHost: state.hosts.keys[slot]), 1)
        }
        for account in state.red.credentials { knows[program.group(ofAccount: account)] = true }
        collected = state.red.collected > 0
    }

    @discardableResult
    mutating func gain(_ group: Int, _ level: UInt8) -> Bool {
        if access[group] >= level || !isPresent(group) { return false }
        access[group] = level
        networks[Int(program.hostGroups[group].network)] = true
        return true
    }

    mutating func reachesGoal() -> Bool {
        var changed = true
        while changed && !isReached {
            changed = false
            for index in program.cards.indices where program.cards[index].available {
                let card = program.cards[index]
                if card.chance == .never { continue }
                if apply(card) { changed = true }
            }
        }
        return isReached
    }

    var isReached: Bool {
        switch program.adversary.goal {
        case .steal: exfiltrated
        case .encrypt: encrypted
        case .sabotage: disturbed
        }
    }

    func isPresent(_ group: Int) -> Bool {
        let record = program.hostGroups[group]
        if program.removedHosts.isEmpty { return true }
        return program.removedHosts.count { $0 >= record.first && $0 < record.first + record.count } < Int(record.count)
    }

    func isPresent(account group: Int) -> Bool {
        let record = program.accountGroups[group]
        if program.removedAccounts.isEmpty { return true }
        return program.removedAccounts.count { $0 >= record.first && $0 < record.first + record.count }
            < Int(record.count)
    }

    var hasFoothold: Bool { access.contains { $0 > 0 } }

    /// Tries a card everywhere; true where something new was gained.
    mutating func apply(_ card: CardRecord) -> Bool {
        switch card.target {
        case .person: return applyToPeople(card)
        case .domain: return applyToDomain(card)
        case .host, .foothold, .asset, .controller:
            var gained = false
            for group in access.indices where isPresent(group) && state.fits(card, program.hostGroups[group]) {
                if applies(card, to: group), effect(card, at: group) { gained = true }
            }
            return gained
        }
    }

    private func applies(_ card: CardRecord, to group: Int) -> Bool {
        if let kind = card.vulnerability, !isWeak(group, kind: kind, services: card.services) { return false }
        if !hasCredential(card.credential, for: group) { return false }
        if card.target == .foothold || card.target == .asset {
            return access[group] >= max(1, card.access.rank)
        }
        if card.fromOutside {
            return card.services == 0 || state.reach(program, network: 0, group: group) & card.services != 0
        }
        guard access.contains(where: { $0 >= max(1, card.access.rank) }) else { return false }
        for network in networks.indices.dropFirst() where networks[network] {
            let open = state.reach(program, network: network, group: group)
            if card.services == 0 ? open != 0 : open & card.services != 0 { return true }
        }
        return false
    }

    private func isWeak(_ group: Int, kind: VulnerabilityKind, services: ServiceSet) -> Bool {
        let record = program.hostGroups[group]
        if record.controls & ControlSet.patching != 0 { return false }
        if record.count > 64 {
            return program.weaknesses[record.weaknesses].contains {
                $0.kind == kind && (services == 0 || $0.services & services != 0)
            }
        }
        return (record.first..<record.first + record.count).contains { host in
            !program.isRemoved(host: host) && state.hasWeakness(program, host: host, kind: kind, services: services)
        }
    }

    private func hasCredential(_ need: CredentialNeed, for group: Int) -> Bool {
        if need == .none { return true }
        for account in knows.indices where knows[account] {
            let record = program.accountGroups[account]
            let relation = program.relations[account * access.count + group]
            switch need {
            case .none: return true
            case .user: if !relation.isEmpty || Int(record.workstation) == group { return true }
            case .administrator: if relation.contains(.administers) { return true }
            case .domainAdministrator: if record.privilege == .domainAdministrator { return true }
            }
        }
        return false
    }

    private mutating func applyToPeople(_ card: CardRecord) -> Bool {
        if !card.fromOutside && !hasFoothold { return false }
        var gained = false
        for (index, group) in program.accountGroups.enumerated() where group.mail && isPresent(account: index) {
            if card.effect.givesAccess {
                let place = Int(group.workstation)
                if place >= 0, state.fits(card, program.hostGroups[place]), gain(place, card.effect.accessGiven) {
                    gained = true
                }
            } else if card.effect == .personCredential, learn(index) {
                gained = true
            }
        }
        return gained
    }

    private mutating func applyToDomain(_ card: CardRecord) -> Bool {
        guard program.domainController >= 0 else { return false }
        guard
            access.indices.contains(where: {
                access[$0] >= max(1, card.access.rank) && program.hostGroups[$0].domainJoined
            })
        else { return false }
        switch card.credential {
        case .none: break
        case .user: if !knows.contains(true) { return false }
        case .administrator, .domainAdministrator:
            let has = knows.indices.contains {
                knows[$0] && program.accountGroups[$0].privilege == .domainAdministrator
            }
            if !has { return false }
        }
        return effect(card, at: program.group(ofHost: program.domainController))
    }

    private mutating func learn(_ account: Int) -> Bool {
        if knows[account] || !isPresent(account: account) { return false }
        knows[account] = true
        return true
    }

    private mutating func learnAll(where isTaken: (Int, AccountGroupRecord) -> Bool) -> Bool {
        var gained = false
        for (index, record) in program.accountGroups.enumerated() where isTaken(index, record) && learn(index) {
            gained = true
        }
        return gained
    }

    private mutating func effect(_ card: CardRecord, at group: Int) -> Bool {
        let groups = access.count
        switch card.effect {
        case .accessUser, .accessAdministrator: return gain(group, card.effect.accessGiven)
        case .elevate: return gain(group, 2)
        case .cachedCredentials, .storedCredentials, .ownCredential:
            let relations = program.relations
            return learnAll { account, record in
                let relation = relations[account * groups + group]
                return relation.contains(.stored) || Int(record.workstation) == group
                    || (card.effect == .cachedCredentials && relation.contains(.administers))
            }
        case .serviceCredentials: return learnAll { _, record in record.kind == .service }
        case .guessedCredentials: return learnAll { _, record in record.password != .strong && record.kind != .local }
        case .domainCredentials: return learnAll { _, record in record.kind != .local }
        case .collect:
            if collected || !program.adversary.goalGroups[group] { return false }
            collected = true
            return true
        case .exfiltrate:
            if exfiltrated || !collected { return false }
            exfiltrated = true
            return true
        case .encrypt, .encryptDomain:
            if encrypted || !program.hostGroups[group].isEncryptable { return false }
            encrypted = true
            return true
        case .disturbProcess:
            if disturbed || !program.adversary.goalGroups[group] { return false }
            disturbed = true
            return true
        default: return false
        }
    }
}
