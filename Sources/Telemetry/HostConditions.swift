import NetworkWorld

/// What the run's events have made of hosts and accounts, as far as records care.
struct HostConditions: Sendable {
    /// Conditions of one host as bits.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// Cut off by a defender.
        static let isolated = Flags(rawValue: 1)
        /// Its files are encrypted: nothing runs on it any more.
        static let encrypted = Flags(rawValue: 2)
        /// It is being set up anew.
        static let restoring = Flags(rawValue: 4)
        /// Its endpoint sensor sees nothing.
        static let blind = Flags(rawValue: 8)
        /// It was taken out of the scenario.
        static let absent = Flags(rawValue: 16)

        static let silent: Flags = [.encrypted, .restoring, .absent]
        static let cutOff: Flags = [.isolated, .encrypted, .restoring, .absent]
    }

    private(set) var flags: [Flags]
    private(set) var disabledAccounts: [Int32] = []

    init(program: Program) {
        flags = [Flags](repeating: [], count: program.hostCount)
        for host in program.removedHosts { flags[Int(host)] = .absent }
    }

    mutating func insert(_ flag: Flags, host: Int32) {
        if host >= 0 { flags[Int(host)].insert(flag) }
    }

    mutating func remove(_ flag: Flags, host: Int32) {
        if host >= 0 { flags[Int(host)].remove(flag) }
    }

    mutating func disable(account: Int32) {
        if account >= 0 && !disabledAccounts.contains(account) { disabledAccounts.append(account) }
    }

    mutating func enable(account: Int32) { disabledAccounts.removeAll { $0 == account } }

    /// Whether a record is written at all: attacks are stopped by the run itself, so that only a blind sensor hides them.
    @inline(__always)
    func allow(_ record: Record, _ info: TemplateInfo, chatter: Bool) -> Bool {
        let own = flags[Int(record.host)]
        if info.needsEndpoint && own.contains(.blind) { return false }
        if !chatter { return true }
        if !own.isDisjoint(with: .silent) { return false }
        if info.usesNetwork {
            if !own.isDisjoint(with: .cutOff) { return false }
            if record.source >= 0 && !flags[Int(record.source)].isDisjoint(with: .cutOff) { return false }
            if record.target >= 0 && !flags[Int(record.target)].isDisjoint(with: .cutOff) { return false }
        }
        return record.account < 0 || disabledAccounts.isEmpty || !disabledAccounts.contains(record.account)
    }
}
