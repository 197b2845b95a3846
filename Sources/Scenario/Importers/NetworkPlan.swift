/// A network that was inferred from the addresses of its hosts.
struct PlannedNetwork: Equatable {
    var key = ""
    var title = ""
    var base: UInt32
    var prefixLength: Int
    var zone = Zone.office
}

/// Groups addresses into networks: by the usual /24, wider where the addresses do not fit such a network.
enum NetworkPlan {
    /// More networks than these are not told apart on a picture or by an attacker.
    private static let mostNetworks = 64
    /// As wide as a network gets.
    private static let shortestPrefix = 4

    /// The ranges that hold all the addresses, in order and without overlap. `addresses` are sorted.
    static func ranges(of addresses: [UInt32]) -> [(base: UInt32, prefixLength: Int)] {
        var ranges: [(base: UInt32, prefixLength: Int)] = []
        for prefix in [24, 20, 16, 12, 8, shortestPrefix] {
            ranges = grouped(addresses, prefix)
            if ranges.count <= mostNetworks { break }
        }
        return widened(ranges, addresses)
    }

    private static func grouped(_ addresses: [UInt32], _ prefixLength: Int) -> [(base: UInt32, prefixLength: Int)] {
        var ranges: [(base: UInt32, prefixLength: Int)] = []
        for address in addresses {
            let base = address & AddressText.mask(prefixLength)
            if ranges.last?.base != base { ranges.append((base, prefixLength)) }
        }
        return ranges
    }

    /// An address that ends a range cannot be a host's there: the real network is wider.
    private static func widened(
        _ ranges: [(base: UInt32, prefixLength: Int)], _ addresses: [UInt32]
    ) -> [(base: UInt32, prefixLength: Int)] {
        var result = ranges
        var changed = true
        let observed = Set(addresses)
        while changed {
            changed = false
            for place in result.indices {
                var (base, prefix) = result[place]
                while prefix > shortestPrefix
                    && (observed.contains(base) || observed.contains(base | ~AddressText.mask(prefix)))
                {
                    prefix -= 1
                    base &= AddressText.mask(prefix)
                    changed = true
                }
                result[place] = (base, prefix)
            }
            // A wider range takes in those that lie inside it.
            var kept: [(base: UInt32, prefixLength: Int)] = []
            for range in result.sorted(by: { ($0.base, $0.prefixLength) < ($1.base, $1.prefixLength) }) {
                if let last = kept.last, range.base & AddressText.mask(last.prefixLength) == last.base { continue }
                kept.append(range)
            }
            result = kept
        }
        return result
    }

    /// What kind of place a network is, by those who live there.
    static func zone(of hosts: [ImportedHost]) -> Zone {
        let share: ([HostRole]) -> Int = { roles in
            hosts.count { roles.contains($0.role.value) } * 100 / max(1, hosts.count)
        }
        if share([.controller, .protectionRelay]) >= 50 { return .field }
        if share([.controller, .protectionRelay, .controlServer, .operatorStation, .engineeringStation, .historian])
            >= 30
        {
            return .controlCentre
        }
        if share([.workstation, .printer]) >= 50 { return .office }
        if share([.firewall, .gateway, .managementServer]) >= 60 { return .management }
        let isPublic = hosts.allSatisfy { !NetworkPlan.isPrivate($0.address) }
        if isPublic && !hosts.isEmpty || share([.remoteAccess, .proxy]) >= 50 { return .perimeter }
        return .servers
    }

    /// Whether an address is one of those that the internet does not carry.
    static func isPrivate(_ address: UInt32) -> Bool {
        let ranges: [(UInt32, Int)] = [
            (0x0A00_0000, 8), (0xAC10_0000, 12), (0xC0A8_0000, 16), (0x7F00_0000, 8), (0xA9FE_0000, 16),
            (0x6440_0000, 10),
        ]
        return ranges.contains { address & AddressText.mask($0.1) == $0.0 }
    }
}
