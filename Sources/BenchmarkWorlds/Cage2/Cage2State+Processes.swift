/// Processes and sessions: the part of the state that exists because later draws depend on it.
extension Cage2State {
    /// Draws process numbers until one is free on the host.
    mutating func freshProcess(on host: Int, memory: Cage2Memory, draws: inout some DrawSource) -> Int {
        var process = draws.range(0, 32_768)
        while process == 0 || processIsTaken(process, on: host, memory: memory) { process = draws.range(0, 32_768) }
        return process
    }

    /// Mutating in name only, like some others here: what is not would get a copy of the whole state.
    private mutating func processIsTaken(_ process: Int, on host: Int, memory: Cage2Memory) -> Bool {
        for place in host * 3..<host * 3 + 3 where Int(startingProcesses[place]) == process { return true }
        if HostServices.imageUses(process, on: host) { return true }
        if host == Place.operationalServer, operationalServiceRuns, process == HostServices.operationalProcess {
            return true
        }
        return index(of: ProcessEntry(process: process, host: host, kind: 0), memory: memory) != nil
    }

    private mutating func index(of wanted: ProcessEntry, memory: Cage2Memory) -> Int? {
        for index in 0..<Int(processCount) where memory.process(index).identity == wanted.identity { return index }
        return nil
    }

    mutating func addProcess(_ entry: ProcessEntry, memory: Cage2Memory) {
        memory.setProcess(Int(processCount), entry)
        processCount += 1
    }

    /// How many sessions of ordinary accounts red has on a host.
    mutating func userSessionCount(on host: Int, memory: Cage2Memory) -> Int {
        var count = 0
        for index in 0..<Int(processCount) {
            let entry = memory.process(index)
            if entry.host == host, entry.kind == ProcessEntry.userSession { count += 1 }
        }
        return count
    }

    /// Gives the `chosen`th of red's sessions of ordinary accounts on a host the highest rights.
    mutating func escalateSession(_ chosen: Int, on host: Int, memory: Cage2Memory) {
        var passed = 0
        for index in 0..<Int(processCount) {
            let entry = memory.process(index)
            guard entry.host == host, entry.kind == ProcessEntry.userSession else { continue }
            if passed == chosen {
                memory.setProcess(
                    index,
                    ProcessEntry(
                        word: entry.identity | UInt32(truncatingIfNeeded: ProcessEntry.privilegedSession) << 19))
            }
            passed += 1
        }
        privilegedSessions |= Place.bit(host)
        if passed <= 1 { userSessions &= ~Place.bit(host) }
    }

    /// Notes a process number that blue has seen connecting outwards. Blue never forgets one.
    mutating func suspect(_ process: Int, on host: Int, memory: Cage2Memory) {
        memory.setSuspicion(Int(suspicionCount), ProcessEntry(process: process, host: host, kind: 0))
        suspicionCount += 1
        suspiciousHosts |= Place.bit(host)
    }

    /// Ends the processes of ordinary accounts on a host whose numbers blue suspects. Numbers are used again, so a
    /// decoy can be hit; a decoy that is registered as a service comes back under a new number.
    mutating func endSuspiciousProcesses(on host: Int, memory: Cage2Memory, draws: inout some DrawSource) {
        guard suspiciousHosts & Place.bit(host) != 0 else { return }
        // Decoys run under blue's account, which on these two is SYSTEM.
        let decoysAreSafe = host == Place.enterprise1 || host == Place.enterprise2
        for place in 0..<Int(suspicionCount) {
            let suspicion = memory.suspicion(place)
            guard suspicion.host == host, let found = index(of: suspicion, memory: memory) else { continue }
            let entry = memory.process(found)
            if entry.kind == ProcessEntry.privilegedSession || entry.kind >= ProcessEntry.firstDecoy && decoysAreSafe {
                continue
            }
            for index in found + 1..<Int(processCount) { memory.setProcess(index - 1, memory.process(index)) }
            processCount -= 1
            if entry.isService {
                let process = freshProcess(on: host, memory: memory, draws: &draws)
                addProcess(ProcessEntry(process: process, host: host, kind: entry.kind), memory: memory)
            }
        }
        recount(host, memory: memory)
    }

    /// Ends everything on a host that was not there at the start.
    mutating func endAllProcesses(on host: Int, memory: Cage2Memory) {
        var kept = 0
        for index in 0..<Int(processCount) {
            let entry = memory.process(index)
            guard entry.host != host else { continue }
            memory.setProcess(kept, entry)
            kept += 1
        }
        processCount = Int32(truncatingIfNeeded: kept)
    }

    /// Works out again what the list of processes says of a host.
    private mutating func recount(_ host: Int, memory: Cage2Memory) {
        var ports: PortMask = 0
        var decoys: UInt32 = 0
        var hasUserSession = false
        for index in 0..<Int(processCount) {
            let entry = memory.process(index)
            guard entry.host == host else { continue }
            if entry.kind >= ProcessEntry.firstDecoy {
                ports |= DecoyKind.numbered(entry.kind - ProcessEntry.firstDecoy).openedPort
                decoys += 1
            } else if entry.kind == ProcessEntry.userSession {
                hasUserSession = true
            }
        }
        decoyPorts[host] = ports
        decoyCounts[host] = decoys
        if !hasUserSession { userSessions &= ~Place.bit(host) }
    }
}
