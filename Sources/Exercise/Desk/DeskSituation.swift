import Kernel
import NetworkWorld
import Scenario

/// The network as the team knows it: what is built is known, what the adversary did only as far as it came to light.
public struct DeskSituation: Sendable, Equatable {
    /// Networks with their hosts.
    public var networks: [DeskNetwork]
    /// Accounts.
    public var accounts: [DeskAccount]
    /// Business services and physical processes, which everybody sees stop.
    public var services: [DeskService]
    /// Whether an outside address of the adversary is known that is not blocked.
    public var isAddressKnown: Bool
    /// Whether outside addresses of the adversary were blocked.
    public var isAddressBlocked: Bool

    /// Writes the situation as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.list("networks", networks) { $0.write(to: &$1) }
            json.list("accounts", accounts) { $0.write(to: &$1) }
            json.list("services", services) { $0.write(to: &$1) }
            json.member("address-known", isAddressKnown)
            json.member("address-blocked", isAddressBlocked)
        }
    }
}

/// A network with its hosts.
public struct DeskNetwork: Sendable, Equatable {
    /// Number, from 1.
    public var id: Int32
    /// Key.
    public var name: String
    /// Name for people.
    public var title: LocalizedText
    /// Kind of place.
    public var zone: Zone
    /// Address range, such as `10.0.1.0/24`.
    public var range: String
    /// Whether the team cut it off.
    public var isCutOff: Bool
    /// Its hosts.
    public var hosts: [DeskHost]

    /// Writes the network as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("title", title)
            json.member("zone", zone.rawValue)
            json.member("range", range)
            json.member("cut-off", isCutOff)
            json.list("hosts", hosts) { $0.write(to: &$1) }
        }
    }
}

/// A host and what is known of it.
public struct DeskHost: Sendable, Equatable {
    /// Number.
    public var id: Int32
    /// Name.
    public var name: String
    /// What it is, for people.
    public var title: LocalizedText
    /// Address.
    public var address: String
    /// System.
    public var os: OperatingSystem
    /// Role.
    public var role: HostRole
    /// How it is held to be.
    public var assessment: Assessment
    /// Alerts that named it.
    public var alerts: Int
    /// The worst severity of those; nil without any.
    public var severity: Severity?
    /// Investigations finished on it.
    public var investigations: Int
    /// When it was last looked at, in exercise milliseconds, or nil.
    public var lookedAt: Milliseconds?
    /// Whether it is cut off from the network.
    public var isIsolated: Bool
    /// Whether something is being done about it.
    public var isInWork: Bool
    /// Keys of the business services that rest on hosts like it.
    public var services: [String]

    /// Writes the host as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("title", title)
            json.member("address", address)
            json.member("os", os.rawValue)
            json.member("role", role.rawValue)
            json.member("assessment", assessment.name)
            json.member("alerts", alerts)
            if let severity { json.member("severity", severity.rawValue) }
            json.member("investigations", investigations)
            json.member(ifAny: "looked-at", lookedAt)
            json.member("isolated", isIsolated)
            json.member("in-work", isInWork)
            json.member("services", services)
        }
    }
}

/// An account and what is known of it.
public struct DeskAccount: Sendable, Equatable {
    /// Number.
    public var id: Int32
    /// Name.
    public var name: String
    /// What it is, for people.
    public var title: LocalizedText
    /// Where it lives.
    public var kind: AccountKind
    /// What it may do.
    public var privilege: AccountPrivilege
    /// The workstation of its owner, or nil.
    public var workstation: DeskPlace?
    /// How it is held to be.
    public var assessment: Assessment
    /// Whether the team disabled it.
    public var isDisabled: Bool
    /// Whether something is being done about it.
    public var isInWork: Bool

    /// Writes the account as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("title", title)
            json.member("kind", kind.rawValue)
            json.member("privilege", privilege.rawValue)
            DeskPlace.write("workstation", workstation, to: &json)
            json.member("assessment", assessment.name)
            json.member("disabled", isDisabled)
            json.member("in-work", isInWork)
        }
    }
}

/// A business service or physical process.
public struct DeskService: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title: LocalizedText
    /// Whether it is a physical process.
    public var isProcess: Bool
    /// Since when it is down or disturbed, in exercise milliseconds; nil while it works.
    public var downSince: Milliseconds?
    /// What an hour without it costs, in whole units of the currency.
    public var lossPerHour: Int64

    /// Writes the service as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("title", title)
            json.member("process", isProcess)
            json.member(ifAny: "down-since", downSince)
            json.member("loss-per-hour", lossPerHour)
        }
    }
}

extension Assessment {
    /// The word in JSON and in files of texts.
    public var name: String {
        switch self {
        case .unknown: "unknown"
        case .suspect: "suspect"
        case .clean: "clean"
        case .compromised: "compromised"
        case .recovered: "recovered"
        }
    }
}
