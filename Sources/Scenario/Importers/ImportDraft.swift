/// A scenario that is being made of a scan: what was seen, put in order and named. Its extensions write the parts of the file.
struct ImportDraft {
    var name: String
    var networks: [PlannedNetwork] = []
    var groups: [PlannedGroup] = []
    var tolerance = HostGroups.Tolerance.nothing
    /// Whether the scan looked at public addresses: then it stood where the internet stands.
    var isSeenFromOutside = false
    /// The network that the scanner was in or next to, where hops were measured.
    var nearest: Int?
    var keys = KeyRegistry()

    init(name: String, hosts: [ImportedHost]) {
        self.name = name
        let ranges = NetworkPlan.ranges(of: hosts.map(\.address))
        networks = ranges.map { PlannedNetwork(base: $0.base, prefixLength: $0.prefixLength) }
        (groups, tolerance) = HostGroups.groups(of: hosts) { host in Self.place(of: host.address, in: ranges) }
        isSeenFromOutside = hosts.allSatisfy { !NetworkPlan.isPrivate($0.address) }
        nearest = hosts.first { $0.distance.map { $0 <= 1 } ?? false }.map { Self.place(of: $0.address, in: ranges) }
        nameNetworks(hosts, ranges)
        nameGroups()
        let hasDomain = groups.contains { $0.role == .domainController }
        for index in groups.indices where hasDomain {
            groups[index].isDomainJoined = [.windowsServer, .windowsWorkstation].contains(groups[index].system)
        }
    }

    /// The keys of the groups that fit.
    func keys(where isWanted: (PlannedGroup) -> Bool) -> [String] { groups.filter(isWanted).map(\.key) }

    /// The keys of the groups with one of these roles.
    func keys(_ roles: HostRole...) -> [String] { keys { roles.contains($0.role) } }

    var hasDomain: Bool { groups.contains { $0.isDomainJoined } }
    var workstations: [PlannedGroup] { groups.filter { $0.role == .workstation } }
    /// Groups of hosts that servers' administrators look after.
    var servers: [String] {
        keys {
            [.windowsServer, .linux].contains($0.system) && $0.role != .workstation && $0.role != .domainController
        }
    }
    var controllers: [String] { keys(.controller, .protectionRelay) }

    private static func place(of address: UInt32, in ranges: [(base: UInt32, prefixLength: Int)]) -> Int {
        // The last range that begins at or before the address; ranges are sorted and hold every address.
        var low = 0
        var high = ranges.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if ranges[middle].base <= address { low = middle } else { high = middle }
        }
        return low
    }

    private mutating func nameNetworks(_ hosts: [ImportedHost], _ ranges: [(base: UInt32, prefixLength: Int)]) {
        var members = [[ImportedHost]](repeating: [], count: networks.count)
        for host in hosts { members[Self.place(of: host.address, in: ranges)].append(host) }
        for index in networks.indices {
            networks[index].zone = NetworkPlan.zone(of: members[index])
            let given = Self.mostFrequent(members[index].map(\.network))
            networks[index].title = given ?? ""
            let base = AddressText.text(networks[index].base)
            let numbers = base.split(separator: ".").dropLast(networks[index].prefixLength > 16 ? 1 : 2)
            networks[index].key = keys.key(
                PlainText.key(given ?? ""), else: "net-\(numbers.joined(separator: "-"))")
        }
    }

    private static func mostFrequent(_ names: [String]) -> String? {
        var counts: [String: Int] = [:]
        for name in names where !name.isEmpty { counts[name, default: 0] += 1 }
        // The first by name among equals, so that the order of a dictionary decides nothing.
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    private mutating func nameGroups() {
        for index in groups.indices {
            let group = groups[index]
            var wish = ""
            if group.hosts.count == 1 {
                let label = group.hosts[0].name.split(separator: ".").first.map(String.init) ?? ""
                // A name made of an address says nothing.
                wish = label.contains(where: \.isLetter) ? PlainText.key(label) : ""
            }
            let fallback = group.hosts.count == 1 ? group.role.rawValue : Self.plural(group.role)
            groups[index].key = keys.key(wish, else: fallback)
        }
    }

    static func plural(_ role: HostRole) -> String {
        switch role {
        case .remoteAccess: "remote-access-hosts"
        case .proxy: "proxies"
        case .other: "hosts"
        default: "\(role.rawValue)s"
        }
    }
}
