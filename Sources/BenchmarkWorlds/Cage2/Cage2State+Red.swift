/// Red's actions. All start from red's first session, on `User0`.
extension Cage2State {
    mutating func actRed(
        _ action: RedAction, rules: Cage2RuleSet, memory: Cage2Memory, draws: inout some DrawSource
    ) {
        events = Events()
        redAction = action
        redExploit = 8
        let target = Int(action.target)
        switch action.kind {
        case .sleep: redSuccess = .unknown
        case .sweep: redSuccess = target == Subnet.operational && !reachesOperational ? .no : .yes
        case .scan:
            scan(target, rules: rules, memory: memory, draws: &draws)
            redSuccess = .yes
        case .exploit: redSuccess = exploit(target, memory: memory, draws: &draws) ? .yes : .no
        case .escalate: redSuccess = escalate(target, memory: memory, draws: &draws) ? .yes : .no
        case .impact: redSuccess = impact(memory: memory, draws: &draws) ? .yes : .no
        }
    }

    /// The operational network takes red's packets as long as red has a session on any enterprise server.
    @inline(__always)
    var reachesOperational: Bool { (userSessions | privilegedSessions) & Place.enterpriseServers != 0 }

    @inline(__always)
    private func reaches(_ host: Int) -> Bool { Place.operational & Place.bit(host) == 0 || reachesOperational }

    /// Whether the last action was a scan that was blocked: it succeeds all the same, and reports nothing.
    var scanWasBlocked: Bool { redAction.kind == .scan && events.count == 0 }

    private mutating func scan(
        _ host: Int, rules: Cage2RuleSet, memory: Cage2Memory, draws: inout some DrawSource
    ) {
        guard reaches(host) else { return }
        let services = HostServices.on(host)
        let ports = services.ports | decoyPorts[host]
        let count = services.connections + Int(decoyCounts[host])
        for _ in 0..<count { useEphemeralPort(on: host, memory: memory, draws: &draws) }
        switch rules {
        case .leaderboard: knownPorts[host] |= ports
        case .final: knownPorts[host] = ports
        }
        report(count: count, ports: ports.nonzeroBitCount + services.otherPorts, on: host)
    }

    private mutating func report(count: Int, ports: Int, on host: Int) {
        events.count = Int32(truncatingIfNeeded: count)
        events.ports = Int32(truncatingIfNeeded: ports)
        events.host = UInt8(truncatingIfNeeded: host)
    }

    // MARK: Exploits

    private mutating func exploit(_ host: Int, memory: Cage2Memory, draws: inout some DrawSource) -> Bool {
        let options = Self.exploits(for: knownPorts[host])
        guard options != 0 else { return false }
        let kind = Self.chooseExploit(among: options, draws: &draws)
        redExploit = UInt8(truncatingIfNeeded: kind)
        guard reaches(host) else { return false }
        return kind == Exploit.sshBruteForce
            ? bruteForce(host, memory: memory, draws: &draws)
            : exploit(host, with: kind, memory: memory, draws: &draws)
    }

    /// SQL injection needs a web server in front of the database; the others need their port.
    @inline(__always)
    private static func exploits(for ports: PortMask) -> PortMask {
        let web: PortMask = 1 << Exploit.httpInclusion | 1 << Exploit.httpsInclusion
        return ports & web == 0 ? ports & ~(1 << Exploit.sqlInjection) : ports
    }

    /// The one with the highest weight with a chance of three quarters, otherwise one of the rest, drawn beforehand.
    @inline(__always)
    private static func chooseExploit(among options: PortMask, draws: inout some DrawSource) -> Int {
        let top = topExploit(of: options)
        guard options.nonzeroBitCount > 1 else { return top }
        var others = options & ~(1 << top)
        for _ in 0..<draws.choices(of: others.nonzeroBitCount) { others &= others - 1 }
        return draws.random() < 0.75 ? top : others.trailingZeroBitCount
    }

    @inline(__always)
    private static func topExploit(of options: PortMask) -> Int {
        // Weights: 7, 6, 5 for the three highest numbers, 4 and 3 for the two on web servers, 2 and 1 for the two
        // lowest numbers, and 0.1 for guessing passwords.
        if options & 0b1110_0000 != 0 { return 7 - options.leadingZeroBitCount }
        if options & 0b0000_1100 != 0 {
            return options & 0b0000_1000 != 0 ? Exploit.httpsInclusion : Exploit.httpInclusion
        }
        if options & 0b0000_0011 != 0 { return options & 0b0000_0001 != 0 ? Exploit.eternalBlue : Exploit.blueKeep }
        return Exploit.sshBruteForce
    }

    private mutating func exploit(
        _ host: Int, with kind: Int, memory: Cage2Memory, draws: inout some DrawSource
    ) -> Bool {
        let bit = Place.bit(host)
        let access = HostServices.on(host).access(of: kind)
        if access == Access.absent {
            // A decoy counts only where no real process of its type listens on the port: real ones come first in the
            // list.
            guard decoyPorts[host] >> PortMask(truncatingIfNeeded: kind) & 1 != 0 else { return false }
            useEphemeralPort(on: host, memory: memory, draws: &draws)
            report(count: 2, ports: 1, on: host)
            return false
        }
        useEphemeralPort(on: host, memory: memory, draws: &draws)
        report(count: 1, ports: 1, on: host)
        if access == Access.refused || kind == Exploit.mailCommand && brokenMailServers & bit != 0 { return false }
        useEphemeralPort(on: host, memory: memory, draws: &draws)
        let process = freshProcess(on: host, memory: memory, draws: &draws)
        droppedFiles |= bit
        addSession(process, on: host, isPrivileged: access == Access.privileged, memory: memory)
        if draws.random() < 0.95 {
            report(count: 2, ports: 2, on: host)
            events.showsShell = true
            events.shellProcess = UInt16(truncatingIfNeeded: process)
        }
        return true
    }

    /// Ten attempts, from ports of the machine that red sits on, then a session if an account has a weak password.
    private mutating func bruteForce(_ host: Int, memory: Cage2Memory, draws: inout some DrawSource) -> Bool {
        let access = HostServices.on(host).access(of: Exploit.sshBruteForce)
        let meetsDecoy = access == Access.absent && decoyPorts[host] >> PortMask(Exploit.sshBruteForce) & 1 != 0
        guard access != Access.absent || meetsDecoy else { return false }
        for _ in 0..<10 { useEphemeralPort(on: Place.user0, memory: memory, draws: &draws) }
        report(count: 10, ports: 1, on: host)
        guard access == Access.user else { return false }
        let process = freshProcess(on: host, memory: memory, draws: &draws)
        addSession(process, on: host, isPrivileged: false, memory: memory)
        useEphemeralPort(on: host, memory: memory, draws: &draws)
        report(count: 11, ports: 1, on: host)
        return true
    }

    private mutating func addSession(_ process: Int, on host: Int, isPrivileged: Bool, memory: Cage2Memory) {
        let kind = isPrivileged ? ProcessEntry.privilegedSession : ProcessEntry.userSession
        addProcess(ProcessEntry(process: process, host: host, kind: kind), memory: memory)
        if isPrivileged { privilegedSessions |= Place.bit(host) } else { userSessions |= Place.bit(host) }
    }

    // MARK: With a session on the host

    private mutating func escalate(_ host: Int, memory: Cage2Memory, draws: inout some DrawSource) -> Bool {
        let bit = Place.bit(host)
        guard (userSessions | privilegedSessions) & bit != 0 else { return false }
        if privilegedSessions & bit == 0 {
            let chosen = draws.choice(of: userSessionCount(on: host, memory: memory))
            escalateSession(chosen, on: host, memory: memory)
            droppedFiles |= bit
        }
        if host == Place.operationalServer { knowsOperationalService = true }
        return true
    }

    private mutating func impact(memory: Cage2Memory, draws: inout some DrawSource) -> Bool {
        let host = Place.operationalServer
        let bit = Place.bit(host)
        guard (userSessions | privilegedSessions) & bit != 0 else { return false }
        if privilegedSessions & bit == 0 { _ = draws.choice(of: userSessionCount(on: host, memory: memory)) }
        guard knowsOperationalService else { return false }
        if !operationalServiceIsPermanent { operationalServiceRuns = false }
        return true
    }
}
