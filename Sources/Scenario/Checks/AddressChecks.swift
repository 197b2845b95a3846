import Kernel

/// Address ranges do not overlap, hosts fit into them, and fixed addresses lie inside and are free.
struct AddressChecks {
    private let simulation: Simulation
    private let node: YAMLNode
    /// Where the parts stand, for messages.
    private lazy var networkEntries = node["networks"]?.index() ?? [:]
    private lazy var hostEntries = node["hosts"]?.index() ?? [:]

    static func check(_ simulation: Simulation, _ node: YAMLNode, _ context: inout ReadContext) {
        var checks = AddressChecks(simulation: simulation, node: node)
        checks.check(&context)
    }

    private init(simulation: Simulation, node: YAMLNode) {
        self.simulation = simulation
        self.node = node
    }

    private mutating func check(_ context: inout ReadContext) {
        checkOverlap(&context)
        let networks = Dictionary(simulation.networks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var fixed: [String: [Block]] = [:]
        var wanted: [String: Int64] = [:]
        for host in simulation.hosts {
            guard let network = networks[host.network] else { continue }
            wanted[host.network, default: 0] += Int64(host.count)
            if host.address != 0 {
                let block = Block(
                    first: Int64(host.address), last: Int64(host.address) + Int64(host.count) - 1, host: host.name)
                checkInside(block, network, &context)
                fixed[host.network, default: []].append(block)
            }
        }
        for network in simulation.networks {
            checkCapacity(network, wanted[network.name] ?? 0, &context)
            checkCollisions(fixed[network.name] ?? [], &context)
        }
    }

    /// Addresses that a host group takes for itself.
    private struct Block {
        var first: Int64
        var last: Int64
        var host: String
    }

    /// The addresses that hosts may have: without those of the network and of broadcast, where the range has them.
    private static func usable(_ network: Network) -> ClosedRange<Int64> {
        let first = Int64(network.baseAddress)
        let last = first + (1 << Int64(32 - network.prefixLength)) - 1
        return network.prefixLength <= 30 ? first + 1...last - 1 : first...last
    }

    private mutating func checkOverlap(_ context: inout ReadContext) {
        let sorted = simulation.networks.enumerated().sorted {
            ($0.element.baseAddress, $0.offset) < ($1.element.baseAddress, $1.offset)
        }
        var widest: (offset: Int, network: Network, end: Int64)?
        for (offset, network) in sorted {
            let end = Int64(network.baseAddress) + (1 << Int64(32 - network.prefixLength))
            if let earlier = widest, Int64(network.baseAddress) < earlier.end {
                // The later one in the file is to blame.
                let (blamed, other) =
                    offset > earlier.offset ? (network, earlier.network) : (earlier.network, network)
                let position = networkEntries[blamed.name]?.value["cidr"]?.position ?? node.position
                context.error(
                    "\(Self.text(blamed)) overlaps \(Self.text(other)) of network '\(other.name)'", at: position,
                    below: [.key("networks"), .key(blamed.name), .key("cidr")])
            }
            if end > widest?.end ?? 0 { widest = (offset, network, end) }
        }
    }

    private mutating func checkInside(
        _ block: Block, _ network: Network, _ context: inout ReadContext
    ) {
        let range = Self.usable(network)
        if range.contains(block.first) && range.contains(block.last) { return }
        let isOne = block.first == block.last
        let addresses = isOne ? "" : " to \(AddressText.text(UInt32(clamping: block.last)))"
        context.error(
            "\(AddressText.text(UInt32(clamping: block.first)))\(addresses) does not lie among the host addresses of "
                + "network '\(network.name)' (\(Self.text(network)))",
            at: hostEntries[block.host]?.value["address"]?.position ?? node.position,
            below: [.key("hosts"), .key(block.host), .key("address")])
    }

    private mutating func checkCapacity(
        _ network: Network, _ hosts: Int64, _ context: inout ReadContext
    ) {
        let range = Self.usable(network)
        let capacity = range.upperBound - range.lowerBound + 1
        if hosts <= capacity { return }
        context.error(
            "\(hosts) hosts do not fit into \(Self.text(network)), which has room for \(capacity)",
            at: networkEntries[network.name]?.value["cidr"]?.position ?? node.position,
            below: [.key("networks"), .key(network.name), .key("cidr")])
    }

    private mutating func checkCollisions(_ blocks: [Block], _ context: inout ReadContext) {
        let sorted = blocks.enumerated().sorted { ($0.element.first, $0.offset) < ($1.element.first, $1.offset) }
        var previous: (offset: Int, block: Block)?
        for (offset, block) in sorted {
            if let earlier = previous, block.first <= earlier.block.last {
                let (blamed, other) = offset > earlier.offset ? (block, earlier.block) : (earlier.block, block)
                context.error(
                    "the address is taken by host group '\(other.host)'",
                    at: hostEntries[blamed.host]?.value["address"]?.position ?? node.position,
                    below: [.key("hosts"), .key(blamed.host), .key("address")])
            }
            if block.last >= previous?.block.last ?? 0 { previous = (offset, block) }
        }
    }

    private static func text(_ network: Network) -> String {
        "\(AddressText.text(network.baseAddress))/\(network.prefixLength)"
    }
}
