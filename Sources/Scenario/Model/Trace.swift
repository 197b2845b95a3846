/// The kinds of record that sensors write.
public enum RecordKind: String, Sendable, CaseIterable {
    case process, file, registry, module, logon, logonFailure = "logon-failure", kerberosTicket = "kerberos-ticket"
    case directoryAccess = "directory-access", accountChange = "account-change", scheduledJob = "scheduled-job", service
    case script, networkFlow = "network-flow", dns, http, email, firewallDecision = "firewall-decision"
    case remoteShare = "remote-share", logCleared = "log-cleared", controlCommand = "control-command"
}

/// Where a trace is written.
public enum TracePlace: String, Sendable, CaseIterable {
    case source, target, domainController = "domain-controller"
}

/// One record that a technique leaves. Texts are models of what the real system writes; `{…}` placeholders are filled
/// from the step (source, target, account, network).
public struct Trace: Sendable, Equatable {
    /// Which sensor can write it.
    public var sensor: SensorKind
    /// What kind of record.
    public var record: RecordKind
    /// On which host.
    public var place: TracePlace = .source
    /// Program, file, key, job, service or query name.
    public var object = ""
    /// Command line, URL or detail.
    public var detail = ""
    /// Parent program, where it matters.
    public var parent = ""
    /// Windows event id, or 0.
    public var eventID = 0
    /// How many such records the step leaves.
    public var count = 1
    /// Only where the step succeeds.
    public var onSuccess = false
    /// A trace.
    public init(sensor: SensorKind, record: RecordKind) {
        self.sensor = sensor
        self.record = record
    }
}
