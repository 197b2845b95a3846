import Kernel
import Scenario

/// Turns names into indices and sections into flat tables. Lives only while a ``Program`` is made.
struct ProgramCompiler {
    let simulation: Simulation
    let catalogue: Catalogue
    let options: RunOptions
    let measures: [Measure]

    var networkPaths: [UInt64] { simulation.networks.map { StableHash.of("networks/" + $0.name) } }
    var hostGroups: [HostGroupRecord] = []
    var groupOfHost: [UInt16] = []
    var accountGroups: [AccountGroupRecord] = []
    var accountCount = 0
    var relations: [Relation] = []
    var reach: [ServiceSet] = []
    var weaknesses: [WeaknessRecord] = []
    var owners: [Int16] = []
    var dependants: [Int16] = []
    var cards: [CardRecord] = []
    var mitigations: [MitigationRecord] = []
    var footholdCards: [Int16] = []
    var noticedBy: [NoticeRecord] = []
    var analytics: [AnalyticRecord] = []
    var analyticSource: [Int] = []
    var sensors: [SensorRecord] = []
    var covers: [Bool] = []
    var actions: [ActionRecord] = []
    var everywhere: ControlSet = 0
    var adversary = AdversaryRecord(
        index: 0, path: 0, goal: .steal, goalGroups: [], target: -1, goalCount: 1, skill: 0, stealth: 0,
        tempo: (0, 0, 0), start: (0, 0, 0))
    var distance: [UInt8] = []
    var analysts = 0
    var removedHosts: [Int32] = []
    var removedAccounts: [Int32] = []

    init(simulation: Simulation, catalogue: Catalogue, options: RunOptions) throws(ProgramError) {
        self.simulation = simulation
        self.catalogue = catalogue
        self.options = options
        var measures: [Measure] = []
        for name in options.measures {
            guard let measure = simulation.measures.first(where: { $0.name == name }) else {
                throw Self.unknown("measure", name, among: simulation.measures.map(\.name))
            }
            if !measures.contains(where: { $0.name == name }) { measures.append(measure) }
        }
        self.measures = measures
    }

    static func unknown(_ what: String, _ name: String, among names: [String]) -> ProgramError {
        ProgramError("there is no \(what) '\(name)'; there are: \(names.joined(separator: ", "))")
    }

    mutating func compile() throws(ProgramError) {
        try checkSizes()
        analysts = simulation.staff.analysts + measures.reduce(0) { $0 + $1.analysts }
        let settings = simulation.controls + measures.flatMap(\.controls)
        everywhere = settings.filter(\.scope.isEmpty).reduce(0) { $0 | $1.control.bit }
        try compileHosts(settings: settings)
        compileAccounts(settings: settings)
        compileReach()
        compileDependants()
        try compileAdversary()
        compileSensors()
        compileCards()
        compileActions()
        try compileRemovals()
        try checkCollisions()
    }

    private func controls(of names: [String], _ settings: [ControlSetting]) -> ControlSet {
        settings.filter { $0.scope.contains(where: names.contains) }.reduce(everywhere) { $0 | $1.control.bit }
    }

    /// The first controller that was not taken out, or −1.
    var firstDomainController: Int32 {
        for group in hostGroups where group.role == .domainController {
            for host in group.first..<(group.first + group.count) where !removedHosts.contains(host) { return host }
        }
        return -1
    }

    func hostGroupIndex(_ name: String) -> Int? { simulation.hosts.firstIndex { $0.name == name } }

    private mutating func compileHosts(settings: [ControlSetting]) throws(ProgramError) {
        let total = simulation.hosts.reduce(0) { $0 + $1.count }
        groupOfHost.reserveCapacity(total)
        let addresses = AddressPlan(simulation: simulation)
        for (index, group) in simulation.hosts.enumerated() {
            guard let network = simulation.networks.firstIndex(where: { $0.name == group.network }) else {
                throw Self.unknown("network", group.network, among: simulation.networks.map(\.name))
            }
            let path = StableHash.of("hosts/" + group.name)
            let firstWeakness = weaknesses.count
            for service in group.services {
                for name in service.vulnerabilities { addWeakness(name, services: service.kind.bit) }
            }
            for name in group.vulnerabilities { addWeakness(name, services: 0) }
            hostGroups.append(
                HostGroupRecord(
                    first: Int32(groupOfHost.count), count: Int32(group.count), network: Int16(network + 1),
                    os: group.os, role: group.role, osBit: 1 << UInt32(group.os.ordinal),
                    roleBit: 1 << UInt32(group.role.ordinal), domainJoined: group.domainJoined,
                    services: group.services.reduce(0) { $0 | $1.kind.bit },
                    controls: controls(of: [group.name, group.network], settings),
                    firstAddress: addresses.first[index], weaknesses: firstWeakness..<weaknesses.count, path: path,
                    process: Int16(simulation.processes.firstIndex { $0.controlledBy.contains(group.name) } ?? -1),
                    owners: 0..<0, dependants: 0..<0))
            groupOfHost.append(contentsOf: repeatElement(UInt16(index), count: group.count))
        }
    }

    private mutating func addWeakness(_ name: String, services: ServiceSet) {
        guard let weakness = simulation.vulnerabilities.first(where: { $0.name == name }) else { return }
        weaknesses.append(
            WeaknessRecord(
                kind: weakness.kind, services: services, patched: Probability(parts: UInt64(weakness.patchedShare)),
                path: StableHash.of("vulnerabilities/" + name)))
    }

    private mutating func compileAccounts(settings: [ControlSetting]) {
        for group in simulation.accounts {
            let controls = controls(of: [group.name], settings)
            var cached = Probability(parts: UInt64(group.cachedShare))
            // Tiering keeps administrators from logging on where others work: one in ten of the old traces remains.
            if controls & Control.adminTiering.bit != 0 { cached = cached * Probability(millionths: 100_000) }
            accountGroups.append(
                AccountGroupRecord(
                    first: Int32(accountCount), count: Int32(group.count), kind: group.kind,
                    privilege: group.privilege, mfa: group.mfa || controls & Control.mfa.bit != 0,
                    password: group.password, mail: group.mail,
                    workstation: Int16(hostGroupIndex(group.workstation) ?? -1), cached: cached, controls: controls,
                    path: StableHash.of("accounts/" + group.name)))
            accountCount += group.count
            for host in simulation.hosts {
                var relation: Relation = []
                if group.logsOnTo.contains(host.name) { relation.insert(.logsOn) }
                if group.administers.contains(host.name) { relation.insert(.administers) }
                if group.privilege == .domainAdministrator && host.domainJoined { relation.insert(.administers) }
                if group.storedOn.contains(host.name) { relation.insert(.stored) }
                relations.append(relation)
            }
        }
        for index in hostGroups.indices {
            let start = owners.count
            for (account, record) in accountGroups.enumerated() where Int(record.workstation) == index {
                owners.append(Int16(account))
            }
            hostGroups[index].owners = start..<owners.count
        }
    }

    private mutating func compileReach() {
        let rules = measures.flatMap(\.firewall) + simulation.firewall
        let places = ["internet"] + simulation.networks.map(\.name)
        for (from, place) in places.enumerated() {
            for (index, group) in simulation.hosts.enumerated() {
                let offered = hostGroups[index].services
                if from == Int(hostGroups[index].network) {
                    reach.append(offered)
                    continue
                }
                var open: ServiceSet = 0
                var undecided: ServiceSet = offered
                for rule in rules where rule.from == "any" || rule.from == place {
                    guard rule.to == "any" || rule.to == group.name || rule.to == group.network else { continue }
                    // `any` as a source means the organisation's own networks, not the world.
                    if rule.from == "any" && from == 0 { continue }
                    let named = rule.services.isEmpty ? offered : rule.services.reduce(0) { $0 | $1.bit }
                    if rule.allow { open |= named & undecided }
                    undecided &= ~named
                }
                reach.append(open)
            }
        }
    }

    private mutating func compileDependants() {
        for index in hostGroups.indices {
            let start = dependants.count
            for (service, record) in simulation.businessServices.enumerated()
            where record.dependsOn.contains(simulation.hosts[index].name) {
                dependants.append(Int16(service))
            }
            hostGroups[index].dependants = start..<dependants.count
        }
    }

    private mutating func compileActions() {
        for action in catalogue.actions {
            let changed = simulation.actionOverrides.first { $0.action == action.id }?.durationMilliseconds
            actions.append(
                ActionRecord(
                    path: StableHash.of("actions/" + action.id), mechanic: action.mechanic, kind: action.kind,
                    target: action.target, duration: Self.range(changed ?? action.durationMilliseconds),
                    staffMinutes: Int64(action.staffMinutes), approval: action.approval,
                    chance: Probability(parts: UInt64(action.chance.likely))))
        }
    }

    private mutating func compileRemovals() throws(ProgramError) {
        for name in options.withoutHosts {
            guard let host = Program.member(named: name, names: simulation.hosts.lazy.map { ($0.name, $0.count) })
            else { throw ProgramError("there is no host '\(name)'", isAboutOptions: true) }
            removedHosts.append(host)
        }
        for name in options.withoutAccounts {
            guard let account = Program.member(named: name, names: simulation.accounts.lazy.map { ($0.name, $0.count) })
            else { throw ProgramError("there is no account '\(name)'", isAboutOptions: true) }
            removedAccounts.append(account)
        }
        removedHosts = Set(removedHosts).sorted()
        removedAccounts = Set(removedAccounts).sorted()
    }

    static func range(
        _ number: UncertainNumber, atLeast least: Int64 = 0
    ) -> (low: Int64, likely: Int64, high: Int64) {
        (max(least, number.low), max(least, number.likely), max(least, number.high))
    }

    /// Limits of the tables' index types; the reader's own limits are below most of them.
    private func checkSizes() throws(ProgramError) {
        let limits = [
            ("technique cards", catalogue.cards.count, 255), ("analytics", catalogue.analytics.count, 4_096),
            ("actions", catalogue.actions.count, 4_096), ("networks", simulation.networks.count, 16_384),
            ("host groups", simulation.hosts.count, 16_384), ("account groups", simulation.accounts.count, 16_384),
            ("sensors", simulation.sensors.count, 1_024),
            ("pairs of account and host groups", simulation.hosts.count * simulation.accounts.count, 1 << 24),
        ]
        for (what, count, most) in limits where count > most {
            throw ProgramError("\(count) \(what); at most \(most) can be simulated")
        }
    }

    /// Two paths with one hash would share their draws; with 64 bits and millions of paths that is a matter of luck, so
    /// it is looked at rather than hoped for.
    private func checkCollisions() throws(ProgramError) {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(groupOfHost.count + accountCount + cards.count + 64)
        for group in hostGroups {
            for ordinal in 0..<Int(group.count) { hashes.append(Program.memberPath(group.path, ordinal)) }
        }
        for group in accountGroups {
            for ordinal in 0..<Int(group.count) { hashes.append(Program.memberPath(group.path, ordinal)) }
        }
        hashes += cards.map(\.path) + analytics.map(\.path) + sensors.map(\.path) + actions.map(\.path)
        hashes += Set(weaknesses.map(\.path))
        hashes += networkPaths
        hashes.append(adversary.path)
        hashes.sort()
        for index in hashes.indices.dropFirst() where hashes[index] == hashes[index - 1] {
            throw ProgramError(
                "two paths of the scenario share the hash \(hashes[index].hexadecimal); rename one group")
        }
    }
}
