import Kernel

/// A digest of what can influence the future.
extension Cage2State {
    func hash(into hasher: inout StableHasher, memory: Cage2Memory) {
        for place in subnetPlaces.indices { hasher.combine(subnetPlaces[place]) }
        for host in 0..<Cage2Host.count {
            hasher.combine(addressPlaces[host])
            hasher.combine(decoyPorts[host])
            hasher.combine(decoyServices[host])
            hasher.combine(decoyCounts[host])
            hasher.combine(knownPorts[host])
            guard tabledPorts & Place.bit(host) != 0 else { continue }
            for word in 0..<Cage2Memory.wordsPerHost {
                hasher.combine(memory.portTable[host * Cage2Memory.wordsPerHost + word])
            }
        }
        for index in 0..<Int(portCount) { hasher.combine(memory.portList[index]) }
        for place in startingProcesses.indices { hasher.combine(startingProcesses[place]) }
        for mask in [
            userSessions, privilegedSessions, droppedFiles, brokenMailServers, compromisedFirst, compromisedSecond,
            activityFirst, activitySecond,
        ] {
            hasher.combine(mask)
        }
        for index in 0..<Int(processCount) { hasher.combine(memory.process(index).word) }
        for index in 0..<Int(suspicionCount) { hasher.combine(memory.suspicion(index).word) }
        hasher.combine(operationalServiceRuns)
        hasher.combine(operationalServiceIsPermanent)
        hasher.combine(knowsOperationalService)
        hasher.combine(redAction.kind.rawValue)
        hasher.combine(redAction.target)
        hasher.combine(redSuccess.rawValue)
        hasher.combine(scanWasBlocked)
        bLine.hash(into: &hasher)
        meander.hash(into: &hasher)
        hasher.combine(step)
        hasher.combine(total)
    }
}

extension BLineMind {
    func hash(into hasher: inout StableHasher) {
        hasher.combine(stage)
        hasher.combine(reached)
        hasher.combine(userHost)
    }
}

extension MeanderMind {
    func hash(into hasher: inout StableHasher) {
        hasher.combine(knownSubnets)
        hasher.combine(sweptSubnets)
        for mask in [knownAddresses, knownNames, scanned, exploited, escalated, mapped] { hasher.combine(mask) }
        hasher.combine(awaitedExploit)
        hasher.combine(awaitedEscalation)
    }
}
