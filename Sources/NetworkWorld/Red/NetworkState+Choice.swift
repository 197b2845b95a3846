import Kernel
import Scenario

/// What red could do, and which of it it does.
///
/// Candidates race: each has a weight (what it is worth towards the goal, how likely, how loud) and a draw of its own, so
/// that a new possibility leaves the draws of all others as they were. Red chooses by the hosts and credentials that it
/// has found and, in place of its reconnaissance, by how far networks are from the goal and which software is old; never
/// by the facts of patches, caches and sensors.
extension NetworkState {
    /// Footholds that red works from at a time: the latest.
    private static let activeFootholds = 8

    /// The best of what can be done now, or nil.
    ///
    /// - Complexity: O(cards × (groups + known hosts + active footholds)), without allocation.
    func choose(_ program: Program, at now: Milliseconds) -> Candidate? {
        var race = Race()
        let lonely = red.footholds.isEmpty
        let hurry = isReadyForImpact(program, at: now)
        let open = reachFromFootholds(program)
        for index in program.cards.indices where program.cards[index].available {
            let card = program.cards[index]
            if card.fromOutside {
                considerOutside(program, index, card, lonely: lonely, &race)
            } else if !lonely {
                switch card.target {
                case .foothold, .asset: considerFootholds(program, index, card, hurry: hurry, &race)
                case .host, .controller: break  // Below, host by host.
                case .domain: considerDomain(program, index, card, hurry: hurry, &race)
                case .person: considerPeople(program, index, card, weight: 60, &race)
                }
            }
        }
        if !lonely { considerHosts(program, open: open, hurry: hurry, &race) }
        return race.best
    }

    private struct Race {
        var time = UInt64.max
        var best: Candidate?
    }

    private func enter(_ program: Program, _ candidate: Candidate, weight: UInt32, _ race: inout Race) {
        if weight == 0 { return }
        var weight = weight
        let card = program.cards[candidate.card]
        let key = RedState.attemptKey(card: candidate.card, target: candidate.aim(card))
        if let slot = red.attempts.slot(of: key) {
            let attempts = red.attempts.records[slot]
            if attempts.exhausted { return }
            weight >>= min(2 * attempts.count, 10)
        }
        let quiet = (1 << 32) - IntegerMath.scale(program.adversary.stealth, parts: card.loudness)
        // The better the eye, the more the likely way counts.
        let likely =
            IntegerMath.scale(card.chance.parts, parts: program.adversary.skill) + (1 << 32) - program.adversary.skill
        let scaled = IntegerMath.scale(IntegerMath.scale(UInt64(weight) << 4, parts: quiet), parts: likely)
        let aim = candidate.aimPath(card, program)
        let draw = seeds.chance(
            program.adversary.path, .redChoice, target: StableHash.combine(card.path, aim), attempt: red.decisions)
        let time = draw.raceTime(weight: UInt32(truncatingIfNeeded: max(1, scaled)))
        if time < race.time {
            race.time = time
            race.best = candidate
        }
    }

    // MARK: From outside

    private func considerOutside(
        _ program: Program, _ index: Int, _ card: CardRecord, lonely: Bool, _ race: inout Race
    ) {
        let eagerness: UInt32 = lonely ? 2000 : 40
        if card.target == .person { return considerPeople(program, index, card, weight: eagerness, &race) }
        if card.effect.isReconnaissance && red.stepCount > 3 { return }
        for (groupIndex, group) in program.hostGroups.enumerated() {
            let open = reach(program, network: 0, group: groupIndex)
            if card.services != 0 && open & card.services == 0 { continue }
            if !fits(card, group) { continue }
            let ordinal = seeds.chance(
                program.adversary.path, .redDiscovery, target: group.path, attempt: red.decisions
            )
            .below(Int(group.count))
            let host = group.first + Int32(ordinal)
            if program.isRemoved(host: host) || !self.host(host).isReachable { continue }
            if card.effect.givesAccess && self.host(host).access > 0 { continue }
            var account: Int32 = -1
            if card.credential != .none {
                account = credential(program, for: host, group: groupIndex, need: card.credential)
                if account < 0 { continue }
            }
            if !mayBeWeak(program, card, group) { continue }
            let near = UInt32(max(1, 8 - Int32(min(program.distance[groupIndex], 7))))
            // A valid credential for a door that is open to the world is what one tries first.
            let known: UInt32 = account >= 0 ? 4 : 1
            enter(
                program, Candidate(card: index, source: -1, target: host, account: account),
                weight: eagerness * near * known / 6, &race)
        }
    }

    private func considerPeople(
        _ program: Program, _ index: Int, _ card: CardRecord, weight: UInt32, _ race: inout Race
    ) {
        for group in program.accountGroups where group.mail {
            if card.effect.givesAccess && group.workstation < 0 { continue }
            let ordinal = seeds.chance(
                program.adversary.path, .redDiscovery, target: group.path, attempt: red.decisions
            )
            .below(Int(group.count))
            let account = group.first + Int32(ordinal)
            if program.isRemoved(account: account) { continue }
            let host = program.workstation(ofAccount: account)
            if card.effect.givesAccess {
                if program.isRemoved(host: host) || !self.host(host).isReachable || self.host(host).access > 0 {
                    continue
                }
                let place = program.hostGroups[program.group(ofHost: host)]
                if isSegmented(Int(place.network)) || !fits(card, place) { continue }
            } else if self.account(account).known {
                continue
            }
            // Large groups are written to more often, but not in proportion: lists hold the exposed.
            let size = UInt32(IntegerMath.squareRoot(UInt64(group.count)))
            // Where the reader works is where sensors see the message, whether or not it gives access there.
            let candidate = Candidate(card: index, source: -1, target: host, account: account)
            enter(program, candidate, weight: weight * max(1, min(size, 12)) / 4, &race)
        }
    }

    // MARK: From footholds

    private func considerFootholds(
        _ program: Program, _ index: Int, _ card: CardRecord, hurry: Bool, _ race: inout Race
    ) {
        for host in red.footholds.suffix(Self.activeFootholds) {
            let groupIndex = program.group(ofHost: host)
            let group = program.hostGroups[groupIndex]
            let record = self.host(host)
            if record.access < card.access.rank || !fits(card, group) { continue }
            if !mayBeWeak(program, card, group) { continue }
            if card.target == .asset && !program.adversary.goalGroups[groupIndex] { continue }
            let weight = worthOfFoothold(program, card, host: host, group: groupIndex, record, hurry: hurry)
            enter(program, Candidate(card: index, source: host, target: host, account: -1), weight: weight, &race)
        }
    }

    /// Known hosts one by one, each with what can be done to it: what depends on the host alone is asked once.
    private func considerHosts(_ program: Program, open: OpenReach, hurry: Bool, _ race: inout Race) {
        for host in red.knownHosts {
            let record = self.host(host)
            if !record.isReachable { continue }
            let groupIndex = program.group(ofHost: host)
            let group = program.hostGroups[groupIndex]
            let passes = open.services(program, self, group: groupIndex)
            let isGoal = program.adversary.goalGroups[groupIndex] && group.role.isController && !record.disturbed
            for position in program.footholdCards.indices {
                let index = Int(program.footholdCards[position])
                let card = program.cards[index]
                if card.effect.givesAccess && record.access >= card.effect.accessGiven { continue }
                if card.services != 0 && passes & card.services == 0 { continue }
                if card.target == .controller && !isGoal { continue }
                if !fits(card, group) || !mayBeWeak(program, card, group) { continue }
                consider(program, card, index, host: host, groupIndex, hurry: hurry, &race)
            }
        }
    }

    private func consider(
        _ program: Program, _ card: CardRecord, _ index: Int, host: Int32, _ groupIndex: Int, hurry: Bool,
        _ race: inout Race
    ) {
        var account: Int32 = -1
        if card.credential != .none {
            account = credential(program, for: host, group: groupIndex, need: card.credential)
            if account < 0 { return }
        }
        let weight = worthOfHost(program, card, group: groupIndex, hurry: hurry)
        if weight == 0 { return }
        let source = sourceFor(program, group: groupIndex, services: card.services, access: card.access)
        if source < 0 || source == host { return }
        enter(program, Candidate(card: index, source: source, target: host, account: account), weight: weight, &race)
    }

    private func considerDomain(_ program: Program, _ index: Int, _ card: CardRecord, hurry: Bool, _ race: inout Race) {
        let controller = program.domainController
        guard controller >= 0, self.host(controller).isReachable else { return }
        for host in red.footholds.suffix(Self.activeFootholds) {
            let group = program.hostGroups[program.group(ofHost: host)]
            if !group.domainJoined || self.host(host).access < card.access.rank { continue }
            if reach(program, network: Int(group.network), group: program.group(ofHost: controller)) == 0 { continue }
            var account: Int32 = -1
            if card.credential == .domainAdministrator || card.credential == .administrator {
                account = red.domainAdministrator
                if account < 0 { continue }
            } else if card.credential == .user {
                account = red.credentials.first ?? -1
                if account < 0 { continue }
            }
            let weight = worthOfDomain(program, card, hurry: hurry)
            // The domain is one target: its controller stands for it in counts and keys.
            enter(
                program, Candidate(card: index, source: host, target: program.domainController, account: account),
                weight: weight, &race)
            return
        }
    }

    // MARK: What fits, and what is known

    func fits(_ card: CardRecord, _ group: HostGroupRecord) -> Bool {
        if card.platforms != 0 && card.platforms & group.osBit == 0 { return false }
        if card.roles != 0 && card.roles & group.roleBit == 0 { return false }
        return !card.needsDomain || group.domainJoined
    }

    /// Whether the software of a group is known for a weakness of the kind that a card needs; red reads versions.
    private func mayBeWeak(_ program: Program, _ card: CardRecord, _ group: HostGroupRecord) -> Bool {
        guard let kind = card.vulnerability else { return true }
        for index in group.weaknesses {
            let weakness = program.weaknesses[index]
            if weakness.kind == kind && (card.services == 0 || weakness.services & card.services != 0) { return true }
        }
        return false
    }

    /// A credential that red has for a host, or −1.
    func credential(_ program: Program, for host: Int32, group: Int, need: CredentialNeed) -> Int32 {
        switch need {
        case .none: return -1
        case .administrator: return red.administratorFor[group]
        case .domainAdministrator: return red.domainAdministrator
        case .user:
            if red.administratorFor[group] >= 0 { return red.administratorFor[group] }
            if red.userFor[group] >= 0 { return red.userFor[group] }
            let owner = program.ownerOf(host)
            return owner >= 0 && account(owner).known ? owner : -1
        }
    }

    /// Services that pass from a network to a group, with networks cut off left out.
    func reach(_ program: Program, network: Int, group: Int) -> ServiceSet {
        let target = Int(program.hostGroups[group].network)
        if network != target && segmented != 0 && (isSegmented(network) || isSegmented(target)) { return 0 }
        return program.reach[network * program.hostGroups.count + group]
    }

    /// The networks in which red has footholds, as bits (the first 64).
    struct OpenReach {
        var networks: UInt64 = 0

        /// Services of a group that some foothold reaches.
        func services(_ program: Program, _ state: NetworkState, group: Int) -> ServiceSet {
            var open: ServiceSet = 0
            var rest = networks
            while rest != 0 {
                open |= state.reach(program, network: rest.trailingZeroBitCount, group: group)
                rest &= rest - 1
            }
            return open
        }
    }

    func reachFromFootholds(_ program: Program) -> OpenReach {
        var open = OpenReach()
        for host in red.footholds {
            let network = UInt64(program.hostGroups[program.group(ofHost: host)].network)
            open.networks |= 1 << min(network, 63)
        }
        return open
    }

    /// The latest foothold that reaches a group with one of the services, or −1.
    private func sourceFor(_ program: Program, group: Int, services: ServiceSet, access: AccessLevel) -> Int32 {
        for host in red.footholds.reversed() {
            if self.host(host).access < access.rank { continue }
            let network = Int(program.hostGroups[program.group(ofHost: host)].network)
            let open = reach(program, network: network, group: group)
            if services == 0 ? open != 0 : open & services != 0 { return host }
        }
        return -1
    }
}

extension AccessLevel {
    /// 0, 1, 2.
    var rank: UInt8 {
        switch self {
        case .none: 0
        case .user: 1
        case .administrator: 2
        }
    }
}

extension TechniqueEffect {
    /// Whether it gives access to its target.
    var givesAccess: Bool { self == .accessUser || self == .accessAdministrator }
    /// The access that it gives.
    var accessGiven: UInt8 { self == .accessAdministrator ? 2 : self == .accessUser ? 1 : 0 }
    /// Whether it only looks.
    var isReconnaissance: Bool { self == .none }
}
