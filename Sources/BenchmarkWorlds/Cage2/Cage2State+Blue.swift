/// Blue's actions. Each chooses one of blue's sessions on the host first, and none can lack one: only the Defender
/// has two.
extension Cage2State {
    mutating func actBlue(
        _ action: Int, rules: Cage2RuleSet, memory: Cage2Memory, draws: inout some DrawSource
    ) {
        placedDecoy = 13
        suspiciousFiles = 0
        guard action >= 2 else {
            blueSuccess = action == 0 ? .unknown : .yes
            return
        }
        let block = (action - 2) / Cage2Host.count
        let host = (action - 2) % Cage2Host.count
        _ = draws.choice(of: host == Place.defender ? 2 : 1)
        blueSuccess = .yes
        switch block {
        case ActionBlock.analyse:
            // Every file of red's is dense enough to be called malware, even one of an ordinary account.
            suspiciousFiles = droppedFiles & Place.bit(host)
        case ActionBlock.remove:
            endSuspiciousProcesses(on: host, memory: memory, draws: &draws)
        case ActionBlock.restore:
            restore(host, rules: rules, memory: memory)
        default:
            blueSuccess =
                placeDecoy(block - ActionBlock.firstDecoy, on: host, memory: memory, draws: &draws) ? .yes : .no
        }
    }

    /// Whether a decoy of this kind can be placed on a host on which others hold `decoyPorts` open.
    @inline(__always)
    static func decoyFits(_ kind: Int, on host: Int, decoyPorts: PortMask) -> Bool {
        let decoy = DecoyKind.numbered(kind)
        let services = HostServices.on(host)
        let hasSystem = services.isWindows ? decoy.onWindows : decoy.onLinux
        return hasSystem && (services.ports | decoyPorts) & decoy.testedPort == 0
    }

    private mutating func placeDecoy(
        _ kind: Int, on host: Int, memory: Cage2Memory, draws: inout some DrawSource
    ) -> Bool {
        guard Self.decoyFits(kind, on: host, decoyPorts: decoyPorts[host]) else { return false }
        // One way to make a decoy out of the one.
        _ = draws.choice(of: 1)
        let process = freshProcess(on: host, memory: memory, draws: &draws)
        let service: UInt8 = 1 << UInt8(truncatingIfNeeded: kind)
        let isService = decoyServices[host] & service == 0
        addProcess(
            ProcessEntry(process: process, host: host, kind: ProcessEntry.firstDecoy + kind, isService: isService),
            memory: memory)
        decoyServices[host] |= service
        decoyPorts[host] |= DecoyKind.numbered(kind).openedPort
        decoyCounts[host] += 1
        placedDecoy = UInt8(truncatingIfNeeded: host)
        return true
    }

    private mutating func restore(_ host: Int, rules: Cage2RuleSet, memory: Cage2Memory) {
        let bit = Place.bit(host)
        endAllProcesses(on: host, memory: memory)
        freePorts(of: host, memory: memory)
        decoyPorts[host] = 0
        decoyServices[host] = 0
        decoyCounts[host] = 0
        userSessions &= ~bit
        droppedFiles &= ~bit
        // Red's first session belongs to the snapshot that is put back.
        if host != Place.user0 { privilegedSessions &= ~bit }
        if host == Place.operationalServer {
            operationalServiceRuns = true
            // The snapshot lost the number of the service's process, so nothing can stop it any more.
            operationalServiceIsPermanent = true
        }
        // The snapshot loses the version of the mail server, and an unknown version counts as safe.
        if rules == .leaderboard { brokenMailServers |= bit & Place.mailServers }
    }
}
