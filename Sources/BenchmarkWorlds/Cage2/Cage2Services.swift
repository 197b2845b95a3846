/// The ways in which red can get a session on a host: abstract kinds with a port, a weight and an effect. The order
/// is that of the challenge's table, and each kind's number is the number of its port in a ``PortMask``.
enum Exploit {
    static let eternalBlue = 0
    static let blueKeep = 1
    static let httpInclusion = 2
    static let httpsInclusion = 3
    static let sshBruteForce = 4
    static let sqlInjection = 5
    static let mailCommand = 6
    static let fileTransferTraversal = 7

    /// The challenge's names.
    static let names = [
        "EternalBlue", "BlueKeep", "HTTPRFI", "HTTPSRFI", "SSHBruteForce", "SQLInjection", "HarakaRCE",
        "FTPDirectoryTraversal",
    ]
}

/// Ports 139, 3389, 80, 443, 22, 3390, 25 and 21: one bit for each kind of ``Exploit``. Other ports never matter to
/// red.
typealias PortMask = UInt8

/// What an exploit meets when it finds a real process of its type on its port.
enum Access {
    /// No such process: red fails, and nothing is seen.
    static let absent = 0
    /// A process that does not give way.
    static let refused = 1
    /// A session of an ordinary account.
    static let user = 2
    /// A session of root or SYSTEM at once.
    static let privileged = 3
}

/// The processes that a host starts with.
struct HostServices {
    /// Which of red's eight ports are open.
    var ports: PortMask
    /// Listening connections: a port scan makes one event for each.
    var connections: Int
    /// How many distinct ports are open beside red's eight.
    var otherPorts: Int
    var isWindows: Bool
    /// Two bits for each kind of exploit: what it meets here (``Access``).
    var access: UInt16

    /// What exploit `kind` meets.
    @inline(__always)
    func access(of kind: Int) -> Int { Int((access >> UInt16(truncatingIfNeeded: kind * 2)) & 3) }

    /// The processes of a host.
    @inline(__always)
    static func on(_ host: Int) -> HostServices {
        switch host {
        case Place.defender:
            // Nobody's password can be guessed here; port 53 is open twice.
            HostServices(ports: 0b0001_0000, connections: 4, otherPorts: 2, isWindows: false, access: 0x0100)
        case Place.enterprise1, Place.enterprise2:
            // Port 139 is open, but its process is not of the type that EternalBlue looks for.
            HostServices(ports: 0b0001_1111, connections: 7, otherPorts: 2, isWindows: true, access: 0x02AC)
        case Place.user0, Place.user1:
            HostServices(ports: 0b1001_0000, connections: 2, otherPorts: 0, isWindows: true, access: 0xC200)
        case Place.user2:
            HostServices(ports: 0b0000_0011, connections: 4, otherPorts: 2, isWindows: true, access: 0x000B)
        case Place.user3:
            // A database listens on 3389 in place of 3390, so BlueKeep is tried on it and finds nothing.
            HostServices(ports: 0b0100_1110, connections: 4, otherPorts: 0, isWindows: false, access: 0x30A0)
        case Place.user4:
            HostServices(ports: 0b0111_1100, connections: 5, otherPorts: 0, isWindows: false, access: 0x3EA0)
        default:
            HostServices(ports: 0b0001_0000, connections: 1, otherPorts: 0, isWindows: false, access: 0x0200)
        }
    }

    /// Whether a process of the host's image has this number. The operational service's is not counted here: it can
    /// stop.
    static func imageUses(_ process: Int, on host: Int) -> Bool {
        switch host {
        case Place.defender:
            switch process {
            case 1, 389, 407, 409, 560, 634, 656, 790, 802, 803, 807, 824, 825, 827, 832, 844, 847, 852, 853, 863, 867,
                875, 879, 884, 1370, 1432, 2288:
                true
            default: false
            }
        case Place.enterprise1, Place.enterprise2:
            process == 4 || process == 832 || process == 3368 || process == 3404 || process == 4400
        case Place.user0, Place.user1: process == 3344 || process == 3368
        case Place.user2: process == 4 || process == 832 || process == 4400
        case Place.user3: (1100...1102).contains(process)
        case Place.user4: process == 1091 || (1100...1102).contains(process)
        default: process == 1091
        }
    }

    /// The number of the operational service's process.
    static let operationalProcess = 1043
}

/// Blue's eight kinds of decoy, in the order of the actions.
struct DecoyKind {
    /// The port that must be free.
    var testedPort: PortMask
    /// The port that is opened: the same, but for Vsftpd.
    var openedPort: PortMask
    /// Whether it exists for Windows.
    var onWindows: Bool
    /// Whether it exists for Linux.
    var onLinux: Bool

    static let count = 8
    /// Tests one port and opens another, so it can be placed again and again.
    static let vsftpd = 7

    /// The kind of a number below ``count``.
    @inline(__always)
    static func numbered(_ kind: Int) -> DecoyKind {
        switch kind {
        case 0: both(Exploit.httpInclusion)  // Apache
        case 1: one(Exploit.fileTransferTraversal, windows: true)  // Femitter
        case 2: one(Exploit.mailCommand, windows: false)  // HarakaSMPT
        case 3: one(Exploit.eternalBlue, windows: true)  // Smss
        case 4: both(Exploit.sshBruteForce)  // SSHD
        case 5: one(Exploit.blueKeep, windows: true)  // Svchost
        case 6: both(Exploit.httpsInclusion)  // Tomcat
        default:
            DecoyKind(
                testedPort: 1 << Exploit.fileTransferTraversal, openedPort: 1 << Exploit.httpInclusion,
                onWindows: false, onLinux: true)
        }
    }

    @inline(__always)
    private static func both(_ port: Int) -> DecoyKind {
        DecoyKind(testedPort: 1 << port, openedPort: 1 << port, onWindows: true, onLinux: true)
    }

    @inline(__always)
    private static func one(_ port: Int, windows: Bool) -> DecoyKind {
        DecoyKind(testedPort: 1 << port, openedPort: 1 << port, onWindows: windows, onLinux: !windows)
    }
}
