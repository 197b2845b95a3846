import Kernel
import NetworkWorld
import Scenario

/// The two families of system that records differ by.
enum SystemFamily: UInt8, Sendable {
    case windows, unix

    init(_ system: OperatingSystem) {
        self = system == .windowsWorkstation || system == .windowsServer ? .windows : .unix
    }
}

/// What a host asks other hosts for.
enum PeerPurpose: Int, CaseIterable, Sendable {
    case resolver, domainController, files, mail, application, database, backup, management, print, control, time

    /// Roles that answer, and a service of theirs that must be reached; 0: any.
    var answers: (roles: [HostRole], services: [ServiceKind]) {
        switch self {
        case .resolver: ([.dnsServer, .domainController], [.dns])
        case .domainController: ([.domainController], [])
        case .files: ([.fileServer], [.smb])
        case .mail: ([.mailServer], [])
        case .application: ([.applicationServer, .webServer], [.http, .https])
        case .database: ([.databaseServer], [.database])
        case .backup: ([.backupServer], [])
        case .management: ([.managementServer], [])
        case .print: ([.printer], [])
        case .control: ([.controlServer, .operatorStation, .gateway, .historian], [])
        case .time: ([.domainController, .dnsServer, .gateway], [])
        }
    }
}

/// What telemetry must know of a host group beside the program's record.
struct HostGroupGround: Sendable {
    var first: Int32
    var count: Int32
    var path: UInt64
    var family: SystemFamily
    var profile: ChatterProfile
    var network: Int
    var domainJoined: Bool
    /// Services that the internet reaches.
    var publicServices: ServiceSet
    /// Account groups that have their workstation here, that administer it, whose credential is stored on it.
    var owners: [Int]
    var administrators: [Int]
    var serviceAccounts: [Int]
    /// Protocol that a controller speaks.
    var control: ControlProtocol
    /// Work of those who have their workstation here, or of everybody where nobody has.
    var workStart: Int
    var workEnd: Int
}

/// What follows from program and world seed once for a whole stream: who sees whom, who asks whom.
final class GroundTables: Sendable {
    let program: Program
    let seeds: Seeds
    let groups: [HostGroupGround]
    /// For every host one byte per kind of sensor: the sensor that sees it, 255 where none does.
    let visibility: [UInt64]
    /// Host groups that answer: `network * purposes + purpose` gives a range of ``peerGroups``.
    let peerRanges: [Range<Int>]
    let peerGroups: [Int32]
    /// Blocks of addresses outside, none of which a network of the scenario uses.
    let outsideBlocks: [AddressBlock]
    let outsideCount: UInt32
    /// Minutes from the local midnight and day of the week (0: Monday) at the start.
    let startMinute: Int
    let startWeekday: Int

    init(program: Program, seeds: Seeds) {
        self.program = program
        self.seeds = seeds
        let local = program.simulation.startEpochSeconds + Int64(program.simulation.utcOffsetMinutes) * 60
        startMinute = Int(local % 86_400) / 60
        startWeekday = Int((local / 86_400 + 3) % 7)
        outsideBlocks = Self.freeBlocks(program.simulation.networks)
        outsideCount = outsideBlocks.reduce(0) { $0 + $1.count }
        var groups: [HostGroupGround] = []
        for index in program.hostGroups.indices { groups.append(HostGroupGround(program: program, group: index)) }
        self.groups = groups
        visibility = Self.visibility(program: program, seeds: seeds)
        var ranges: [Range<Int>] = []
        var peers: [Int32] = []
        for network in 0..<program.networkCount {
            for purpose in PeerPurpose.allCases {
                let start = peers.count
                peers += Self.answering(purpose, from: network, program: program)
                ranges.append(start..<peers.count)
            }
        }
        peerRanges = ranges
        peerGroups = peers
    }

    /// Groups that answer to a purpose from a network; another role of the same list only where the first has none.
    private static func answering(_ purpose: PeerPurpose, from network: Int, program: Program) -> [Int32] {
        let (roles, services) = purpose.answers
        let wanted = services.reduce(ServiceSet(0)) { $0 | $1.bit }
        for role in roles {
            var found: [Int32] = []
            for (index, record) in program.hostGroups.enumerated() where record.role == role {
                let open = program.reach[network * program.hostGroups.count + index]
                let inside = Int(record.network) == network
                let offered = inside ? record.services : open
                if wanted == 0 ? (inside || open != 0) : offered & wanted != 0 { found.append(Int32(index)) }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private static func visibility(program: Program, seeds: Seeds) -> [UInt64] {
        var kinds: [[Int]] = []
        for kind in SensorKind.allCases {
            kinds.append(program.sensors.indices.filter { program.sensors[$0].kind == kind && $0 < 255 })
        }
        var result: [UInt64] = []
        result.reserveCapacity(program.hostCount)
        for host in 0..<Int32(program.hostCount) {
            var seen: UInt64 = 0
            for (position, sensors) in kinds.enumerated() {
                let sensor = sensors.first { program.sees(sensor: $0, host: host, seeds: seeds) } ?? 255
                seen |= UInt64(sensor) << UInt64(position * 8)
            }
            result.append(seen)
        }
        return result
    }

    /// The blocks that RFC 5737 and RFC 2544 keep for examples and tests, less those that the scenario lives in.
    static func freeBlocks(_ networks: [Network]) -> [AddressBlock] {
        let blocks = [
            AddressBlock(base: 0xC633_6400, count: 256), AddressBlock(base: 0xC000_0200, count: 256),
            AddressBlock(base: 0xCB00_7100, count: 256), AddressBlock(base: 0xC612_0000, count: 131_072),
        ]
        let free = blocks.filter { block in
            !networks.contains { network in
                let size = UInt64(1) << UInt64(32 - network.prefixLength)
                return UInt64(network.baseAddress) < UInt64(block.base) + UInt64(block.count)
                    && UInt64(block.base) < UInt64(network.baseAddress) + size
            }
        }
        // The small blocks alone where there are any: an address that nobody else uses would give itself away.
        let small = free.filter { $0.count == 256 }
        return small.isEmpty ? [blocks[3]] : small
    }
}

extension GroundTables {
    /// The sensor of a kind that sees a host, or 255.
    @inline(__always)
    func sensor(_ kind: SensorSlot, host: Int32) -> UInt8 {
        UInt8(truncatingIfNeeded: visibility[Int(host)] >> kind.shift)
    }

    /// The host that answers `key` to a purpose, or −1. An added group takes over some askers and leaves the others' answers.
    func peer(_ purpose: PeerPurpose, network: Int, key: UInt64) -> Int32 {
        let range = peerRanges[network * PeerPurpose.allCases.count + purpose.rawValue]
        if range.isEmpty { return Place.none }
        var best = Int(peerGroups[range.lowerBound])
        if range.count > 1 {
            var score: UInt64 = 0
            for index in range {
                let candidate = Int(peerGroups[index])
                let value = StableHash.combine(key, groups[candidate].path)
                if value >= score {
                    score = value
                    best = candidate
                }
            }
        }
        let group = groups[best]
        let position = UInt64(group.count).multipliedFullWidth(by: StableHash.mix(key)).high
        return group.first + Int32(truncatingIfNeeded: position)
    }
}

/// Consecutive addresses outside.
struct AddressBlock: Sendable {
    var base: UInt32
    var count: UInt32

    /// The address at a position in some blocks that together are longer than it.
    @inline(__always)
    static func address(_ position: UInt32, _ blocks: UnsafePointer<AddressBlock>) -> UInt32 {
        var rest = position
        var block = 0
        while rest >= blocks[block].count {
            rest -= blocks[block].count
            block += 1
        }
        // The first and the last address of a block are nobody's.
        return blocks[block].base + min(max(rest, 1), blocks[block].count - 2)
    }
}

/// Kinds of sensor by their byte in ``GroundTables/visibility``.
struct SensorSlot: Sendable {
    var shift: UInt64

    init(_ kind: SensorKind) {
        shift = 0
        for candidate in SensorKind.allCases {
            if candidate == kind { return }
            shift += 8
        }
    }

    static let endpoint = SensorSlot(.endpoint)
    static let domainController = SensorSlot(.domainController)
    static let network = SensorSlot(.network)
    static let firewall = SensorSlot(.firewall)
    static let proxy = SensorSlot(.proxy)
    static let mail = SensorSlot(.mail)
}

extension HostGroupGround {
    fileprivate init(program: Program, group index: Int) {
        let record = program.hostGroups[index]
        first = record.first
        count = record.count
        path = record.path
        family = SystemFamily(record.os)
        network = Int(record.network)
        domainJoined = record.domainJoined
        publicServices = program.reach[index]
        let accounts = program.accountGroups.indices
        let width = program.hostGroups.count
        owners = program.owners[record.owners].map(Int.init)
        administrators = accounts.filter { program.relations[$0 * width + index].contains(.administers) }
        serviceAccounts = accounts.filter {
            program.relations[$0 * width + index].contains(.stored)
                || program.accountGroups[$0].kind == .service
                    && program.relations[$0 * width + index].contains(.logsOn)
        }
        profile = ChatterProfile(record)
        control = ControlProtocol(services: record.services)
        workStart = owners.map { program.simulation.accounts[$0].workStartMinute }.min() ?? 8 * 60
        workEnd = owners.map { program.simulation.accounts[$0].workEndMinute }.max() ?? 17 * 60
    }
}
