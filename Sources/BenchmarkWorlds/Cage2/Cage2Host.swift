/// The thirteen hosts, in the order of the observation.
public enum Cage2Host: UInt8, Sendable, CaseIterable {
    /// Blue's own server.
    case defender
    /// First server of the enterprise network.
    case enterprise0
    /// Second server of the enterprise network.
    case enterprise1
    /// Third server of the enterprise network; knows the operational server.
    case enterprise2
    /// First workstation of the operational network.
    case operationalHost0
    /// Second workstation of the operational network.
    case operationalHost1
    /// Third workstation of the operational network.
    case operationalHost2
    /// The server that must keep running.
    case operationalServer0
    /// The user's machine that red holds from the start.
    case user0
    /// A user's machine with Windows.
    case user1
    /// A user's machine with Windows.
    case user2
    /// A user's machine with Linux.
    case user3
    /// A user's machine with Linux.
    case user4

    /// How many there are.
    public static let count = 13

    /// The name that the challenge uses.
    public var name: String {
        switch self {
        case .defender: "Defender"
        case .enterprise0: "Enterprise0"
        case .enterprise1: "Enterprise1"
        case .enterprise2: "Enterprise2"
        case .operationalHost0: "Op_Host0"
        case .operationalHost1: "Op_Host1"
        case .operationalHost2: "Op_Host2"
        case .operationalServer0: "Op_Server0"
        case .user0: "User0"
        case .user1: "User1"
        case .user2: "User2"
        case .user3: "User3"
        case .user4: "User4"
        }
    }
}

/// One bit a host, ``Cage2Host/defender`` lowest.
typealias HostMask = UInt16

/// Hosts by number where the hot path needs them; the numbers are the raw values of ``Cage2Host``.
enum Place {
    static let defender = 0
    static let enterprise0 = 1
    static let enterprise1 = 2
    static let enterprise2 = 3
    static let operationalServer = 7
    static let user0 = 8
    static let user1 = 9
    static let user2 = 10
    static let user3 = 11
    static let user4 = 12

    static let all: HostMask = 0b1_1111_1111_1111
    static let enterpriseServers: HostMask = 0b0_0000_0000_1110
    static let operational: HostMask = 0b0_0000_1111_0000
    /// Hosts on which a privileged session of red costs 1.0 a step.
    static let valuable: HostMask = 0b0_0000_1000_1110
    /// Hosts on which it costs 0.1 a step; `User0`, on which it costs nothing, is in neither.
    static let ordinary: HostMask = 0b1_1110_0111_0001
    /// Hosts whose mail service a restore breaks under the leaderboard's rules.
    static let mailServers: HostMask = 0b1_1000_0000_0000
    /// Where green's sessions start.
    static let greenHosts: HostMask = 0b1_1111_0111_0000

    @inline(__always)
    static func bit(_ host: Int) -> HostMask { 1 << HostMask(truncatingIfNeeded: host) }
}

/// The three networks, in the order in which the challenge lists them.
enum Subnet {
    static let enterprise = 0
    static let operational = 1
    static let user = 2

    static func of(_ host: Int) -> Int { host < 4 ? enterprise : host < 8 ? operational : user }

    static func hosts(_ subnet: Int) -> HostMask {
        switch subnet {
        case enterprise: 0b0_0000_0000_1111
        case operational: 0b0_0000_1111_0000
        default: 0b1_1111_0000_0000
        }
    }
}
