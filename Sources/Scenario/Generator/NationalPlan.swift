import Kernel

/// A national network counted out: who stands where, before any line of it is written.
///
/// A pure function of description, seed and wished size. The seed decides how large provinces are and whom suppliers serve.
struct NationalPlan {
    /// Who hosts belong to.
    enum Owner: Equatable {
        case ministry
        /// A province by its place, from 0.
        case province(Int)
        /// All districts of a province.
        case districts(Int)
        /// A supplier by its place, from 0.
        case supplier(Int)
    }

    /// Hosts that are alike.
    struct Group {
        var key: String
        var owner: Owner
        var role: HostRole
        var network: String
        var count: Int
        /// Workstations that nobody manages.
        var isUnmanaged = false
        /// Computers of administrators or engineers.
        var isAdministrators = false
        /// Whether the count follows the size of the nation rather than its square root.
        var isScalable: Bool { (role == .workstation || role == .printer) && !isAdministrators }
    }

    /// The ministry's networks, in the order in which they are written.
    static let ministryNetworks = RoleTemplate.Place.all

    let description: NationalDescription
    let seeds: Seeds
    /// Host groups, the ministry's first, its directory among the first of all.
    private(set) var groups: [Group] = []
    /// Provinces served by each supplier.
    private(set) var served: [[Int]] = []

    /// Hosts in all.
    var hostCount: Int { groups.reduce(0) { $0 + $1.count } }

    /// The plan of a description as it stands.
    ///
    /// - Complexity: O(groups).
    init(_ description: NationalDescription, seed: UInt64) {
        self.description = description
        seeds = Seeds(seed)
        add(description.ministry, .ministry)
        for province in 0..<description.provinces.count {
            add(description.provinces, .province(province))
            if let districts = description.districts { add(districts, .districts(province)) }
        }
        for (index, supplier) in description.suppliers.enumerated() {
            addSupplier(index, supplier)
            served.append(provinces(servedBy: supplier))
        }
        splitUnmanaged()
    }

    /// The plan of a description with so many hosts in all: servers grow with the square root of the nation's size, the
    /// rest is shared out among workstations and printers.
    ///
    /// - Throws: ``GenerationError`` where so few hosts cannot be shared out, or more than a million are wished for.
    init(_ description: NationalDescription, seed: UInt64, hosts: Int) throws(GenerationError) {
        guard hosts <= NationalChecks.mostHosts else {
            throw GenerationError("\(hosts) hosts are too many; at most \(NationalChecks.mostHosts) are generated")
        }
        self.init(description, seed: seed)
        let usual = hostCount
        join()
        var servers = 0
        for index in groups.indices where !groups[index].isScalable {
            groups[index].count = Self.scaled(groups[index], hosts: max(0, hosts), usual: usual)
            servers += groups[index].count
        }
        let places = groups.indices.filter { groups[$0].isScalable }
        let left = hosts - servers - places.count
        guard left >= 0 else {
            throw GenerationError(
                "\(hosts) hosts are too few for this description: its \(servers) servers and \(places.count) kinds of "
                    + "workstation need at least \(servers + places.count)")
        }
        for (place, count) in zip(places, Self.shared(left, among: places.map { groups[$0].count })) {
            groups[place].count = count + 1
        }
        splitUnmanaged()
    }

    // MARK: Groups

    /// The key that hosts of an owner begin with.
    static func prefix(_ owner: Owner) -> String {
        switch owner {
        case .ministry: "ministry"
        case .province(let index): "p\(index < 9 ? "0" : "")\(index + 1)"
        case .districts(let index): prefix(.province(index)) + "-d"
        case .supplier(let index): "supplier-\(index + 1)"
        }
    }

    /// The network that a role of an owner stands in: the ministry has several, everybody else one.
    static func network(_ owner: Owner, _ role: HostRole) -> String {
        owner == .ministry ? "ministry-\(RoleTemplate.of(role).place.rawValue)" : prefix(owner)
    }

    private mutating func add(_ unit: NationalUnit, _ owner: Owner) {
        let prefix = Self.prefix(owner)
        var factor = 1
        if case .districts = owner { factor = unit.count }
        for hosts in unit.hosts {
            var count = hosts.count * factor
            if hosts.role == .workstation { count = varied(count, by: unit.varies, prefix) }
            groups.append(
                Group(
                    key: "\(prefix)-\(hosts.role.rawValue)", owner: owner, role: hosts.role,
                    network: Self.network(owner, hosts.role), count: count))
        }
        if unit.administrators > 0 {
            groups.append(
                Group(
                    key: "\(prefix)-admin-pc", owner: owner, role: .workstation,
                    network: Self.network(owner, .workstation), count: unit.administrators * factor,
                    isAdministrators: true))
        }
    }

    private mutating func addSupplier(_ index: Int, _ supplier: NationalSupplier) {
        let prefix = Self.prefix(.supplier(index))
        groups.append(
            Group(
                key: "\(prefix)-pc", owner: .supplier(index), role: .workstation, network: prefix,
                count: supplier.engineers, isAdministrators: true))
        groups.append(
            Group(
                key: "\(prefix)-support", owner: .supplier(index), role: .applicationServer, network: prefix, count: 1))
    }

    /// A count between none and double, by as much as the level's units differ.
    private func varied(_ count: Int, by varies: Int64, _ prefix: String) -> Int {
        if varies == 0 { return count }
        let spread = Int(IntegerMath.scale(UInt64(count), parts: UInt64(varies)))
        let draw = seeds.fact(StableHash.of("national/" + prefix), NationalPurpose.size)
        return max(1, count - spread + draw.below(2 * spread + 1))
    }

    /// Provinces drawn in the order of a shuffle, so that a larger share serves all that a smaller one served.
    private func provinces(servedBy supplier: NationalSupplier) -> [Int] {
        let count = description.provinces.count
        let wanted = Int(IntegerMath.scale(UInt64(count), parts: UInt64(supplier.serves) + (1 << 31) / UInt64(count)))
        let path = StableHash.of("national/suppliers/" + supplier.name)
        let order = (0..<count).map { province in
            (seeds.fact(path, NationalPurpose.served, target: UInt64(province)).below(1 << 30), province)
        }.sorted { $0 < $1 }
        return order.prefix(min(count, max(1, wanted))).map(\.1).sorted()
    }

    /// Takes those that nobody manages out of every group of workstations.
    private mutating func splitUnmanaged() {
        var split: [Group] = []
        for var group in groups {
            let share: Int64 =
                switch group.owner {
                case .ministry: description.ministry.unmanaged
                case .province: description.provinces.unmanaged
                case .districts: description.districts?.unmanaged ?? 0
                case .supplier: 0
                }
            let apart = (group.count * Int(share) + (1 << 31)) >> 32
            guard group.role == .workstation, !group.isAdministrators, apart > 0, apart < group.count else {
                split.append(group)
                continue
            }
            group.count -= apart
            split.append(group)
            group.key += "-unmanaged"
            group.isUnmanaged = true
            group.count = apart
            split.append(group)
        }
        groups = split
    }

    /// Puts them back, so that another size can be shared out.
    private mutating func join() {
        var joined: [Group] = []
        for group in groups {
            if group.isUnmanaged, let last = joined.indices.last {
                joined[last].count += group.count
            } else {
                joined.append(group)
            }
        }
        groups = joined
    }

    // MARK: Sizes

    /// A number of servers or administrators for a nation of another size: by the square root, at least one. Suppliers and
    /// what the internet reaches stay within their address ranges.
    private static func scaled(_ group: Group, hosts: Int, usual: Int) -> Int {
        if case .supplier = group.owner { return group.count }
        let square = UInt64(group.count) * UInt64(group.count) * UInt64(hosts) / UInt64(max(1, usual))
        let count = max(1, Int(IntegerMath.squareRoot(square)))
        let isAtPerimeter = group.owner == .ministry && RoleTemplate.of(group.role).place == .perimeter
        return isAtPerimeter ? min(count, NationalChecks.mostAtPerimeter / 4) : count
    }

    /// `amount` shared out in proportion to `weights`, whole, without remainder: the largest fractions get one more, the
    /// first among equals.
    static func shared(_ amount: Int, among weights: [Int]) -> [Int] {
        let whole = weights.reduce(0, +)
        if whole == 0 || weights.isEmpty { return weights }
        var shares = weights.map { amount * $0 / whole }
        let rest = amount - shares.reduce(0, +)
        let order = weights.indices.sorted {
            (-(amount * weights[$0] % whole), $0) < (-(amount * weights[$1] % whole), $1)
        }
        for place in order.prefix(rest) { shares[place] += 1 }
        return shares
    }
}

/// Purposes of the draws of generated networks. They share no seed with runs' purposes: only generators ask them.
enum NationalPurpose {
    static let size = Purpose(rawValue: 1)
    static let served = Purpose(rawValue: 2)
}

/// Why no network can be made of a description that is right in itself.
public struct GenerationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was wished for, and what would be possible.
    public var description: String
    /// An error.
    init(_ description: String) { self.description = description }
}
