/// The attacker that takes every host it finds: sweeps, then scans, then escalates, then exploits, each time the
/// first candidate of a shuffled list. Its lists of addresses and names are masks of hosts here, since each host has
/// one of both.
struct MeanderMind: Sendable {
    private(set) var knownSubnets: UInt8 = 1 << Subnet.user
    private(set) var sweptSubnets: UInt8 = 0
    private(set) var knownAddresses = Place.bit(Place.user0)
    private(set) var knownNames = Place.bit(Place.user0)
    private(set) var scanned: HostMask = 0
    private(set) var exploited: HostMask = 0
    private(set) var escalated: HostMask = 0
    /// Hosts whose name it can put to an address: those that it exploited once.
    private(set) var mapped: HostMask = 0
    /// The host of the exploit whose outcome it awaits; 13 for none.
    private(set) var awaitedExploit: UInt8 = 13
    /// The host of the escalation or impact whose outcome it awaits; 13 for none.
    private(set) var awaitedEscalation: UInt8 = 13

    mutating func decide(
        lastSuccess: Success, addressOrder: Positions, draws: inout some DrawSource
    ) -> RedAction {
        judge(lastSuccess)
        if escalated & Place.bit(Place.operationalServer) != 0 {
            awaitedEscalation = UInt8(truncatingIfNeeded: Place.operationalServer)
            return RedAction(.impact, Place.operationalServer)
        }
        let unswept = knownSubnets & ~sweptSubnets
        if unswept != 0 {
            let subnet = unswept.trailingZeroBitCount
            sweptSubnets |= 1 << UInt8(truncatingIfNeeded: subnet)
            return RedAction(.sweep, subnet)
        }
        // Both lists are shuffled before it is known whether they are needed.
        let addresses = draws.shuffle(Cage2Host.count)
        if let host = first(of: addresses, addressOrder, in: knownAddresses & ~scanned) {
            scanned |= Place.bit(host)
            return RedAction(.scan, host)
        }
        let names = draws.shuffle(Cage2Host.count)
        let unescalated = knownNames & ~escalated & ~(mapped & ~exploited)
        if let host = first(of: names, Positions(count: Cage2Host.count), in: unescalated) {
            escalated |= Place.bit(host)
            awaitedEscalation = UInt8(truncatingIfNeeded: host)
            return RedAction(.escalate, host)
        }
        if let host = first(of: addresses, addressOrder, in: knownAddresses & ~exploited) {
            exploited |= Place.bit(host)
            awaitedExploit = UInt8(truncatingIfNeeded: host)
            return RedAction(.exploit, host)
        }
        // The original stops with an error here. It cannot come to that: the Defender is never exploited for good, and
        // before its network is known, some other host still waits.
        return RedAction()
    }

    /// The first candidate in a shuffled list.
    @inline(__always)
    private func first(of shuffle: Shuffle, _ order: Positions, in candidates: HostMask) -> Int? {
        guard candidates != 0 else { return nil }
        // Nothing to be found out about a list of one.
        if candidates & (candidates &- 1) == 0 { return candidates.trailingZeroBitCount }
        let order = shuffle.applied(to: order)
        var place = 0
        while candidates & Place.bit(order[place]) == 0 { place &+= 1 }
        return order[place]
    }

    /// Draws its conclusions from the outcome of its last exploit, escalation or impact.
    private mutating func judge(_ success: Success) {
        if awaitedExploit < 13 {
            let bit = Place.bit(Int(awaitedExploit))
            if success == .yes {
                mapped |= bit
            } else {
                exploited &= ~bit
                // It blames a lost foothold: hosts of the innermost network that it holds are up for exploiting again.
                let innermost =
                    escalated & Place.operational != 0 ? Place.operational : Place.enterpriseServers
                exploited &= ~(escalated & innermost)
                escalated &= ~innermost
            }
            awaitedExploit = 13
        }
        if awaitedEscalation < 13 {
            if success == .no {
                let bit = Place.bit(Int(awaitedEscalation))
                escalated &= ~bit
                exploited &= ~(mapped & bit)
            }
            awaitedEscalation = 13
        }
    }

    /// Learns from what an action reported, as red's interface does between two decisions.
    mutating func learn(from action: RedAction, success: Success) {
        guard success == .yes else { return }
        let target = Int(action.target)
        switch action.kind {
        case .sweep: knownAddresses |= Subnet.hosts(target)
        case .exploit: knownNames |= Place.bit(target)
        case .escalate:
            knownSubnets |= 1 << UInt8(truncatingIfNeeded: Subnet.of(target))
            switch target {
            case Place.user1, Place.user2: knownAddresses |= Place.bit(Place.enterprise1)
            case Place.user3, Place.user4: knownAddresses |= Place.bit(Place.enterprise0)
            case Place.enterprise2: knownAddresses |= Place.bit(Place.operationalServer)
            default: break
            }
        case .scan, .impact, .sleep: break
        }
    }
}
