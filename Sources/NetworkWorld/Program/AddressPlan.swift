import Scenario

/// Gives every host group a run of consecutive addresses: the stated one, else the next free one of its network.
struct AddressPlan {
    /// First address of every group, in the order of the groups.
    let first: [UInt32]

    init(simulation: Simulation) {
        var first = [UInt32](repeating: 0, count: simulation.hosts.count)
        for network in simulation.networks {
            var taken: [ClosedRange<UInt32>] = []
            for (index, group) in simulation.hosts.enumerated()
            where group.network == network.name && group.address != 0 {
                first[index] = group.address
                taken.append(group.address...(group.address &+ UInt32(max(group.count, 1) - 1)))
            }
            taken.sort { $0.lowerBound < $1.lowerBound }
            // The network's own address and, by custom, the first one for its router stay free.
            var next = network.baseAddress &+ (network.prefixLength >= 31 ? 0 : 2)
            for (index, group) in simulation.hosts.enumerated()
            where group.network == network.name && group.address == 0 {
                let count = UInt32(max(group.count, 1))
                for range in taken where range.lowerBound < next &+ count && range.upperBound >= next {
                    next = range.upperBound &+ 1
                }
                first[index] = next
                next = next &+ count
            }
        }
        self.first = first
    }
}
