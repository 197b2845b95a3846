/// Hosts that are alike, as the scenario file will list them.
struct PlannedGroup: Equatable {
    var key = ""
    var network: Int
    var system: OperatingSystem
    var role: HostRole
    var services: [ImportedService]
    var isDomainJoined = false
    /// Sorted by address.
    var hosts: [ImportedHost]

    /// The basis of a guess, where any of its hosts was guessed.
    var systemBasis: String? { Self.common(hosts.compactMap(\.system.basis)) }
    var roleBasis: String? { Self.common(hosts.compactMap(\.role.basis)) }

    private static func common(_ bases: [String]) -> String? {
        guard let first = bases.first else { return nil }
        return bases.allSatisfy { $0 == first } ? first : "\(first), and others like it"
    }

    /// The value of all of its hosts, where the inventory gives any.
    var value: Int64? {
        let values = hosts.compactMap(\.value)
        return values.isEmpty ? nil : values.reduce(0) { min($0 + $1, Inventory.largestValue) }
    }
}

/// Merges hosts that are alike, more generously the more kinds there are.
enum HostGroups {
    /// More groups than these are no longer a model that a person can correct.
    static let mostGroups = 200

    /// What is left out to call two hosts alike.
    enum Tolerance: Int, CaseIterable {
        case nothing, version, product, port, service

        var description: String {
            switch self {
            case .nothing: "only hosts that are equal were merged"
            case .version: "versions were left out, to merge hosts"
            case .product: "products and versions were left out, to merge hosts"
            case .port: "ports, products and versions were left out, to merge hosts"
            case .service: "hosts of one role were merged, whatever else they offer"
            }
        }
    }

    /// The groups, by network and first address, and what was left out. `network` gives a host's place.
    static func groups(
        of hosts: [ImportedHost], network: (ImportedHost) -> Int
    ) -> (groups: [PlannedGroup], tolerance: Tolerance) {
        let placed = hosts.map { ($0, network($0)) }
        for tolerance in Tolerance.allCases.dropLast() {
            let groups = merged(placed, tolerance)
            if groups.count <= mostGroups { return (groups, tolerance) }
        }
        return (merged(placed, .service), .service)
    }

    private struct Likeness: Hashable {
        var network: Int
        var system: OperatingSystem
        var role: HostRole
        var services: [ImportedService]
        /// Hosts of stated worth stay apart, each with its own value.
        var own: UInt32
    }

    private static func merged(_ hosts: [(ImportedHost, Int)], _ tolerance: Tolerance) -> [PlannedGroup] {
        var places: [Likeness: Int] = [:]
        var groups: [PlannedGroup] = []
        for (host, network) in hosts {
            let services = simplified(host.services, tolerance)
            let likeness = Likeness(
                network: network, system: host.system.value, role: host.role.value,
                services: tolerance == .service ? [] : services,
                own: host.value != nil && tolerance != .service ? host.address : 0)
            if let place = places[likeness] {
                groups[place].hosts.append(host)
                if tolerance == .service { groups[place].services = united(groups[place].services, services) }
            } else {
                places[likeness] = groups.count
                groups.append(
                    PlannedGroup(
                        network: network, system: host.system.value, role: host.role.value, services: services,
                        hosts: [host]))
            }
        }
        return groups.sorted { ($0.network, $0.hosts[0].address) < ($1.network, $1.hosts[0].address) }
    }

    private static func simplified(_ services: [ImportedService], _ tolerance: Tolerance) -> [ImportedService] {
        if tolerance == .nothing { return services }
        var result: [ImportedService] = []
        for service in services {
            var simple = service
            simple.version = ""
            if tolerance.rawValue >= Tolerance.product.rawValue { simple.product = "" }
            if tolerance.rawValue >= Tolerance.port.rawValue {
                simple.port = 0
                if simple.kind == .other { continue }
            }
            if !result.contains(simple) { result.append(simple) }
        }
        if tolerance.rawValue >= Tolerance.port.rawValue { result.sort { $0.kind.rawValue < $1.kind.rawValue } }
        return result
    }

    private static func united(_ left: [ImportedService], _ right: [ImportedService]) -> [ImportedService] {
        left + right.filter { !left.contains($0) }
    }
}
