/// Ephemeral ports: remembered only because a port that is taken is drawn again.
extension Cage2State {
    private static let firstPort = 49_152
    private static let lastPort = firstPort + Cage2Memory.ephemeralPorts

    /// Draws an ephemeral port; one that is taken is drawn again, but only once.
    @inline(__always)
    mutating func useEphemeralPort(on host: Int, memory: Cage2Memory, draws: inout some DrawSource) {
        if usePort(draws.range(Self.firstPort, Self.lastPort) - Self.firstPort, on: host, memory: memory) {
            _ = usePort(draws.range(Self.firstPort, Self.lastPort) - Self.firstPort, on: host, memory: memory)
        }
    }

    /// Marks a port, counted from the first ephemeral one; whether it was marked before.
    @inline(__always)
    private mutating func usePort(_ port: Int, on host: Int, memory: Cage2Memory) -> Bool {
        let key = Cage2Memory.portKey(port, on: host)
        if memory.filterPort(key), portIsUsed(port, key, on: host, memory: memory) { return true }
        if portCount < Cage2Memory.portCapacity {
            memory.portList[Int(portCount)] = key
            portCount &+= 1
            listedPorts |= Place.bit(host)
        } else {
            memory.addToTable(port, on: host)
            tabledPorts |= Place.bit(host)
        }
        return false
    }

    private mutating func portIsUsed(_ port: Int, _ key: UInt32, on host: Int, memory: Cage2Memory) -> Bool {
        memory.listHolds(key, count: Int(portCount))
            || tabledPorts & Place.bit(host) != 0 && memory.tableHolds(port, on: host)
    }

    /// Frees the ports of a host. The filter goes on thinking that they may be taken.
    mutating func freePorts(of host: Int, memory: Cage2Memory) {
        let bit = Place.bit(host)
        if listedPorts & bit != 0 {
            portCount = Int32(truncatingIfNeeded: memory.removePorts(of: host, count: Int(portCount)))
        }
        if tabledPorts & bit != 0 { memory.clearTable(of: host) }
        listedPorts &= ~bit
        tabledPorts &= ~bit
    }

    /// Frees all ports, before a new episode.
    mutating func freeAllPorts(memory: Cage2Memory) {
        for host in 0..<Cage2Host.count where tabledPorts & Place.bit(host) != 0 { memory.clearTable(of: host) }
        memory.clearFilter()
        portCount = 0
        listedPorts = 0
        tabledPorts = 0
    }
}
