/// One of blue's 145 actions, as the challenge numbers them: two without a host, then eleven blocks of thirteen hosts.
public struct Cage2Action: Sendable, Hashable, CustomStringConvertible {
    /// What an action does to a host.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// Looks at the host's files.
        case analyse
        /// Ends the processes of ordinary accounts that blue has seen connecting outwards.
        case remove
        /// Pretends to be a web server on port 80.
        case decoyApache
        /// Pretends to be a file server on port 21 of a Windows host.
        case decoyFemitter
        /// Pretends to be a mail server on port 25 of a Linux host.
        case decoyHarakaSMPT
        /// Pretends to share files on port 139 of a Windows host.
        case decoySmss
        /// Pretends to be a remote shell on port 22.
        case decoySSHD
        /// Pretends to be a remote desktop on port 3389 of a Windows host.
        case decoySvchost
        /// Pretends to be a web server on port 443.
        case decoyTomcat
        /// Pretends to be a file server of a Linux host, but on port 80.
        case decoyVsftpd
        /// Puts the host back to the start; costs one point.
        case restore

        /// The challenge's name.
        public var name: String {
            switch self {
            case .analyse: "Analyse"
            case .remove: "Remove"
            case .decoyApache: "DecoyApache"
            case .decoyFemitter: "DecoyFemitter"
            case .decoyHarakaSMPT: "DecoyHarakaSMPT"
            case .decoySmss: "DecoySmss"
            case .decoySSHD: "DecoySSHD"
            case .decoySvchost: "DecoySvchost"
            case .decoyTomcat: "DecoyTomcat"
            case .decoyVsftpd: "DecoyVsftpd"
            case .restore: "Restore"
            }
        }
    }

    /// How many actions there are.
    public static let count = 2 + Kind.allCases.count * Cage2Host.count
    /// Does nothing.
    public static let sleep = Cage2Action(unchecked: 0)
    /// Does nothing either: blue monitors after every action anyway.
    public static let monitor = Cage2Action(unchecked: 1)

    /// Its number, 0 to 144.
    public let index: Int

    /// The action of a number.
    ///
    /// - Returns: nil outside of 0 to 144.
    public init?(index: Int) {
        guard (0..<Self.count).contains(index) else { return nil }
        self.index = index
    }

    /// What `kind` does to `host`.
    public init(_ kind: Kind, _ host: Cage2Host) {
        index = 2 + Int(kind.rawValue) * Cage2Host.count + Int(host.rawValue)
    }

    private init(unchecked index: Int) { self.index = index }

    /// What it does to a host; nil for ``sleep`` and ``monitor``.
    public var kind: Kind? { index < 2 ? nil : Kind(rawValue: UInt8((index - 2) / Cage2Host.count)) }

    /// The host that it is about; nil for ``sleep`` and ``monitor``.
    public var host: Cage2Host? { index < 2 ? nil : Cage2Host(rawValue: UInt8((index - 2) % Cage2Host.count)) }

    /// The challenge's name, for example `DecoyApache User1`.
    public var description: String {
        guard let kind, let host else { return index == 0 ? "Sleep" : "Monitor" }
        return "\(kind.name) \(host.name)"
    }
}

/// Numbers of actions where the hot path needs them.
enum ActionBlock {
    static let analyse = 0
    static let remove = 1
    static let firstDecoy = 2
    static let restore = 10

    @inline(__always)
    static func action(_ block: Int, _ host: Int) -> Int { 2 + block * Cage2Host.count + host }
}
