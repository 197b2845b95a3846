import Kernel
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
    /// What has changed, and when, where somebody wants to know it later.
    var history: ConditionHistory?
    /// When what happens now happens.
    var moment: Milliseconds = 0

    init(program: Program) {
        flags = [Flags](repeating: [], count: program.hostCount)
        for host in program.removedHosts { flags[Int(host)] = .absent }
    }

    mutating func insert(_ flag: Flags, host: Int32) {
        if host >= 0 { set(flags[Int(host)].union(flag), host: host) }
    }

    mutating func remove(_ flag: Flags, host: Int32) {
        if host >= 0 { set(flags[Int(host)].subtracting(flag), host: host) }
    }

    private mutating func set(_ new: Flags, host: Int32) {
        let old = flags[Int(host)]
        if old == new { return }
        flags[Int(host)] = new
        history?.note(host: host, from: old, to: new, at: moment)
    }

    mutating func disable(account: Int32) {
        if account < 0 || disabledAccounts.contains(account) { return }
        disabledAccounts.append(account)
        history?.note(account: account, disabled: true, at: moment)
    }

    mutating func enable(account: Int32) {
        guard let index = disabledAccounts.firstIndex(of: account) else { return }
        disabledAccounts.remove(at: index)
        history?.note(account: account, disabled: false, at: moment)
    }

    /// Whether a record is written at all: attacks are stopped by the run itself, so that only a blind sensor hides them.
    @inline(__always)
    func allow(_ record: Record, _ info: TemplateInfo, chatter: Bool) -> Bool {
        let own = flags[Int(record.host)]
        if info.needsEndpoint && own.contains(.blind) { return false }
        if !chatter { return true }
        return Self.allowsChatter(
            own: own, usesNetwork: info.usesNetwork, source: { record.source >= 0 ? flags[Int(record.source)] : [] },
            target: { record.target >= 0 ? flags[Int(record.target)] : [] },
            isDisabled: {
                record.account >= 0 && !disabledAccounts.isEmpty && disabledAccounts.contains(record.account)
            })
    }

    /// Whether chatter is written that no blind sensor hides, by the conditions of those who take part.
    @inline(__always)
    static func allowsChatter(
        own: Flags, usesNetwork: Bool, source: () -> Flags, target: () -> Flags, isDisabled: () -> Bool
    ) -> Bool {
        if !own.isDisjoint(with: .silent) { return false }
        if usesNetwork {
            if !own.isDisjoint(with: .cutOff) { return false }
            if !source().isDisjoint(with: .cutOff) || !target().isDisjoint(with: .cutOff) { return false }
        }
        return !isDisabled()
    }
}
