import Kernel
import NetworkWorld
import Scenario

/// What there was to know of a host that red took, and since when.
public struct HostEvidence: Sendable, Equatable {
    /// When red first had access.
    public var taken: Milliseconds?
    /// When a sensor first wrote a record of the attack there: from then on a search could find it.
    public var firstTrace: Milliseconds?
    /// When the first alert that names it was delivered.
    public var firstAlert: Milliseconds?
    /// When an investigation first found it in the adversary's hands.
    public var firstFinding: Milliseconds?
    /// When defenders first cut it off.
    public var isolated: Milliseconds?

    /// Writes it as one JSON object; times are exercise milliseconds, null where it never came to be.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("taken", optional: taken)
            json.member("first-trace", optional: firstTrace)
            json.member("first-alert", optional: firstAlert)
            json.member("first-finding", optional: firstFinding)
            json.member("isolated", optional: isolated)
        }
    }
}

/// What the team had to go by at a moment.
public enum EvidenceKind: String, Sendable, CaseIterable {
    /// An investigation had said so, or pointed there.
    case finding
    /// An alert had named the host.
    case alert
    /// Only the logs held it: a search would have found it.
    case logs
    /// No sensor had written anything.
    case nothing

    /// The kind for people.
    public var title: LocalizedText {
        switch self {
        case .finding: LocalizedText(vietnamese: "kết quả điều tra đã chỉ ra", english: "an investigation had shown it")
        case .alert: LocalizedText(vietnamese: "đã có cảnh báo về máy này", english: "an alert had named the host")
        case .logs: LocalizedText(vietnamese: "chỉ nhật ký ghi lại", english: "only the logs held it")
        case .nothing: LocalizedText(vietnamese: "chưa có dấu vết nào", english: "there was no trace yet")
        }
    }
}

extension ReviewedRun {
    /// The evidence about every host that was taken, cut off, seen or named, by index.
    ///
    /// - Complexity: that of the run, and O(sensors · traces) for each step of the attack.
    func evidence() -> Evidence {
        var evidence = Evidence()
        walk { run, events, _ in for event in events { evidence.take(event, run) } }
        return evidence
    }
}

/// Evidence by host.
struct Evidence {
    private var hosts = Overlay<HostEvidence>()

    subscript(host: Int32) -> HostEvidence { hosts[host] ?? HostEvidence() }

    fileprivate mutating func take(_ event: Event, _ run: Run<NetworkWorld>) {
        switch event.kind {
        case .footholdGained: note(event.target, event.time, \.taken)
        case .alertDelivered: note(event.target, event.time, \.firstAlert)
        case .finding where event.detail == Finding.compromised.rawValue:
            note(event.target, event.time, \.firstFinding)
        case .hostIsolated: note(event.target, event.time, \.isolated)
        case .attackStep:
            let sights = run.program.sights(
                card: Int(event.card), source: event.source, target: event.target, seeds: run.seeds,
                isBlind: { run.state.host($0).blind })
            for sight in sights { note(sight.host, event.time, \.firstTrace) }
        default: break
        }
    }

    private mutating func note(
        _ host: Int32, _ time: Milliseconds, _ path: WritableKeyPath<HostEvidence, Milliseconds?>
    ) {
        if host < 0 { return }
        let slot = hosts.touch(host, initial: HostEvidence())
        if hosts.records[slot][keyPath: path] == nil { hosts.records[slot][keyPath: path] = time }
    }
}

extension HostEvidence: OverlayRecord {
    /// Folds every field in.
    public func hash(into hasher: inout StableHasher) {
        for time in [taken, firstTrace, firstAlert, firstFinding, isolated] { hasher.combine(time ?? -1) }
    }
}
