/// The start of an episode.
extension Cage2State {
    /// Puts the environment back to the start and draws addresses and process numbers anew, from wherever the generator
    /// stands: like the original, episodes of one generator follow each other on one stream.
    mutating func reset(memory: Cage2Memory, draws: inout some DrawSource) {
        freeAllPorts(memory: memory)
        self = Cage2State()
        drawAddresses(draws: &draws)
        drawStartingProcesses(memory: memory, draws: &draws)
        privilegedSessions = Place.bit(Place.user0)
        bLine = BLineMind()
        meander = MeanderMind()
    }

    private mutating func drawAddresses(draws: inout some DrawSource) {
        let places = draws.sampleThree(of: 4096)
        drawAddresses(subnet: Subnet.enterprise, place: places.0, first: 1, count: 4, draws: &draws)
        drawAddresses(subnet: Subnet.operational, place: places.1, first: 4, count: 4, draws: &draws)
        drawAddresses(subnet: Subnet.user, place: places.2, first: 8, count: 5, draws: &draws)
    }

    private mutating func drawAddresses(
        subnet: Int, place: Int, first: Int, count: Int, draws: inout some DrawSource
    ) {
        subnetPlaces[subnet] = UInt16(truncatingIfNeeded: place)
        // The network is cut into networks of its own size, and one out of the one is chosen.
        _ = draws.choice(of: 1)
        let chosen = draws.sampleFew(of: 14, picks: count)
        for pick in 0..<count {
            let host = Self.hostOfPick(pick, subnet: subnet, first: first)
            addressPlaces[host] = UInt8(truncatingIfNeeded: chosen[pick])
            if place == Self.strayNetwork, chosen[pick] == Self.strayPlace, host != Place.defender {
                firstAddress = UInt8(truncatingIfNeeded: host)
            }
        }
    }

    /// The order in which a subnet's hosts are listed differs from that of the observation.
    private static func hostOfPick(_ pick: Int, subnet: Int, first: Int) -> Int {
        switch subnet {
        case Subnet.enterprise: pick < 3 ? first + pick : Place.defender
        case Subnet.operational: pick == 0 ? Place.operationalServer : first + pick - 1
        default: first + pick
        }
    }

    /// A process of the Defender's image listens on 10.0.11.88, an address left over from somebody's laboratory:
    /// network 181, the eighth address. Should a host get this address, it heads red's list of addresses.
    private static let strayNetwork = 181
    private static let strayPlace = 7

    /// Red's list of addresses, as positions of hosts: the order of the observation, but for ``firstAddress``.
    @inline(__always)
    func addressOrder() -> Positions {
        var order = Positions(count: Cage2Host.count)
        if firstAddress < 13 {
            for place in stride(from: Int(firstAddress), to: 0, by: -1) { order[place] = place - 1 }
            order[0] = Int(firstAddress)
        }
        return order
    }

    /// A process for each session that exists from the start: blue's server, blue's clients, green, red.
    private mutating func drawStartingProcesses(memory: Cage2Memory, draws: inout some DrawSource) {
        start(on: Place.defender, place: 0, memory: memory, draws: &draws)
        for host in 8...12 { start(on: host, place: 0, memory: memory, draws: &draws) }
        for host in 1...3 { start(on: host, place: 0, memory: memory, draws: &draws) }
        start(on: Place.defender, place: 1, memory: memory, draws: &draws)
        start(on: Place.operationalServer, place: 0, memory: memory, draws: &draws)
        for host in 4...6 { start(on: host, place: 0, memory: memory, draws: &draws) }
        for host in 8...12 { start(on: host, place: 1, memory: memory, draws: &draws) }
        for host in 4...6 { start(on: host, place: 1, memory: memory, draws: &draws) }
        start(on: Place.user0, place: 2, memory: memory, draws: &draws)
    }

    private mutating func start(on host: Int, place: Int, memory: Cage2Memory, draws: inout some DrawSource) {
        let process = freshProcess(on: host, memory: memory, draws: &draws)
        startingProcesses[host * 3 + place] = UInt16(truncatingIfNeeded: process)
    }

    /// The IPv4 address of a host, most significant byte first.
    func address(of host: Int) -> UInt32 { network(Subnet.of(host)) + 1 + UInt32(addressPlaces[host]) }

    /// The network address of a subnet; its prefix has 28 bits.
    func network(_ subnet: Int) -> UInt32 { 10 << 24 + UInt32(subnetPlaces[subnet]) << 4 }
}
