import Kernel
import NetworkWorld
import Scenario

/// How a host stands; where several hold, the last of them.
public enum HostStanding: String, Sendable, CaseIterable {
    /// Nothing is wrong.
    case clean
    /// The adversary has a user's access.
    case user
    /// The adversary has an administrator's access.
    case administrator
    /// Its files are encrypted.
    case encrypted
    /// It is cut off from the network.
    case isolated
    /// It is being set up anew.
    case restoring

    /// How a host of that state stands.
    init(_ state: HostState) {
        if state.restoring {
            self = .restoring
        } else if state.isolated {
            self = .isolated
        } else if state.encrypted {
            self = .encrypted
        } else {
            self = state.access == 2 ? .administrator : state.access == 1 ? .user : .clean
        }
    }

    /// The standing for people.
    public var title: LocalizedText {
        switch self {
        case .clean: LocalizedText(vietnamese: "sạch", english: "clean")
        case .user: LocalizedText(vietnamese: "bị chiếm, quyền người dùng", english: "taken, as a user")
        case .administrator: LocalizedText(vietnamese: "bị chiếm, quyền quản trị", english: "taken, as administrator")
        case .encrypted: LocalizedText(vietnamese: "bị mã hoá", english: "encrypted")
        case .isolated: LocalizedText(vietnamese: "đã cô lập", english: "isolated")
        case .restoring: LocalizedText(vietnamese: "đang khôi phục", english: "being restored")
        }
    }
}

/// The state of hosts over time, as changes: who never changed is not in it and is clean throughout.
public struct HostFrames: Sendable, Equatable {
    /// A change of one host.
    public struct Change: Sendable, Equatable {
        /// When.
        public var time: Milliseconds
        /// Which host.
        public var host: Int32
        /// How it stands from then on.
        public var standing: HostStanding
    }

    /// All changes, in the order of time.
    public private(set) var changes: [Change] = []
    private var standing = Overlay<HostStandingRecord>()

    /// No host has changed yet.
    init() {}

    /// How every host that ever changed stands just after an instant, in the order of first change.
    ///
    /// - Complexity: O(changes).
    public func standings(at time: Milliseconds) -> [(host: Int32, standing: HostStanding)] {
        var frame = Overlay<HostStandingRecord>()
        for change in changes where change.time <= time {
            let slot = frame.touch(change.host, initial: HostStandingRecord())
            frame.records[slot].standing = change.standing
        }
        return frame.keys.indices.map { (frame.keys[$0], frame.records[$0].standing) }
    }

    /// Notes how the hosts stand that events of an instant spoke of.
    mutating func take(_ events: [Event], _ state: NetworkState) {
        for event in events {
            note(event.target, event.time, state)
            note(event.source, event.time, state)
        }
    }

    private mutating func note(_ host: Int32, _ time: Milliseconds, _ state: NetworkState) {
        guard host >= 0, let record = state.hosts[host] else { return }
        let now = HostStanding(record)
        let before = standing[host]?.standing ?? .clean
        if now == before { return }
        let slot = standing.touch(host, initial: HostStandingRecord())
        standing.records[slot].standing = now
        changes.append(Change(time: time, host: host, standing: now))
    }

    /// Equal where the changes are.
    public static func == (left: HostFrames, right: HostFrames) -> Bool { left.changes == right.changes }
}

private struct HostStandingRecord: OverlayRecord {
    var standing = HostStanding.clean

    func hash(into hasher: inout StableHasher) { hasher.combine(standing.ordinal) }
}
