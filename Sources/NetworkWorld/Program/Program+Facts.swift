import Kernel
import Scenario

/// Purposes of draws. The numbers enter keys: never reuse one.
extension Purpose {
    static let patched = Purpose(rawValue: 1)
    static let cachedCredential = Purpose(rawValue: 2)
    static let sensorSees = Purpose(rawValue: 3)
    static let guessable = Purpose(rawValue: 4)
    static let redStart = Purpose(rawValue: 10)
    static let redChoice = Purpose(rawValue: 11)
    static let redSuccess = Purpose(rawValue: 12)
    static let redTempo = Purpose(rawValue: 13)
    static let redDiscovery = Purpose(rawValue: 14)
    static let redAmount = Purpose(rawValue: 15)
    static let redRegroup = Purpose(rawValue: 16)
    static let notice = Purpose(rawValue: 20)
    static let falseAlarm = Purpose(rawValue: 21)
    static let falseAlarmPlace = Purpose(rawValue: 22)
    static let habitTime = Purpose(rawValue: 23)
    static let habitPlace = Purpose(rawValue: 24)
    static let visitTime = Purpose(rawValue: 25)
    static let visitPlace = Purpose(rawValue: 26)
    static let actionTime = Purpose(rawValue: 30)
    static let actionChance = Purpose(rawValue: 31)
    static let approval = Purpose(rawValue: 32)
    static let processRestore = Purpose(rawValue: 40)
}

/// Hidden attributes of the world: pure functions of the program and the world seed.
extension Program {
    /// Whether a host has the patch for a weakness.
    ///
    /// - Complexity: one draw.
    public func isPatched(_ host: Int32, _ weakness: WeaknessRecord, seeds: Seeds) -> Bool {
        if controls(onHost: host) & ControlSet.patching != 0 { return true }
        return seeds.fact(path(ofHost: host), .patched, target: weakness.path).occurs(weakness.patched)
    }

    /// Whether a host holds the credential of an account that administers it.
    ///
    /// - Complexity: one draw.
    public func isCached(account: Int32, onHost host: Int32, seeds: Seeds) -> Bool {
        let record = accountGroups[group(ofAccount: account)]
        return seeds.fact(path(ofHost: host), .cachedCredential, target: path(ofAccount: account)).occurs(record.cached)
    }

    /// Whether a sensor covers a host and really sees it.
    ///
    /// - Complexity: one draw.
    public func sees(sensor: Int, host: Int32, seeds: Seeds) -> Bool {
        let group = group(ofHost: host)
        if !covers[sensor * hostGroups.count + group] { return false }
        let record = sensors[sensor]
        if record.coverage == .always { return true }
        return seeds.fact(path(ofHost: host), .sensorSees, target: record.path).occurs(record.coverage)
    }

    /// Whether a password can be guessed by trying common ones.
    ///
    /// The shares are judgement: one in twelve weak, one in sixty fair, no strong one; a password policy takes nine tenths.
    /// - Complexity: one draw.
    public func isGuessable(account: Int32, seeds: Seeds) -> Bool {
        let record = accountGroups[group(ofAccount: account)]
        var share: Probability
        switch record.password {
        case .weak: share = Probability(millionths: 83_333)
        case .fair: share = Probability(millionths: 16_667)
        case .strong: share = .never
        }
        if record.controls & ControlSet.passwordPolicy != 0 { share = share * Probability(millionths: 100_000) }
        return seeds.fact(path(ofAccount: account), .guessable).occurs(share)
    }

    /// Controls in force on a host.
    @inlinable
    public func controls(onHost host: Int32) -> ControlSet { hostGroups[group(ofHost: host)].controls }

    /// Whether a host was taken out of the scenario.
    public func isRemoved(host: Int32) -> Bool { !removedHosts.isEmpty && removedHosts.contains(host) }

    /// Whether an account was taken out of the scenario.
    public func isRemoved(account: Int32) -> Bool { !removedAccounts.isEmpty && removedAccounts.contains(account) }
}

extension Control {
    /// The control as a bit of a ``ControlSet``.
    ///
    /// - Complexity: O(cases): hot code asks for a constant, see ``ControlSet``.
    public var bit: ControlSet { 1 << ControlSet(ordinal) }
}

extension ServiceKind {
    /// The service as a bit of a ``ServiceSet``.
    public var bit: ServiceSet { 1 << ServiceSet(ordinal) }
}

/// Controls that rules ask for by name.
extension ControlSet {
    static let patching = Control.patching.bit
    static let passwordPolicy = Control.passwordPolicy.bit
    static let serviceAccountHygiene = Control.serviceAccountHygiene.bit
    static let adminTiering = Control.adminTiering.bit
    static let mfa = Control.mfa.bit
    static let offlineBackup = Control.offlineBackup.bit
}
