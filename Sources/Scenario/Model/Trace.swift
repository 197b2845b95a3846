/// The kinds of record that sensors write.
public enum RecordKind: String, Sendable, CaseIterable {
    case process, processEnd = "process-end", processAccess = "process-access", remoteThread = "remote-thread"
    case module, driver, diskRead = "disk-read", file, fileStream = "file-stream", registry, pipe
    case managementSubscription = "management-subscription", script, cmdlet, engineStart = "engine-start"
    case logon, logonFailure = "logon-failure", logoff, specialPrivileges = "special-privileges"
    case explicitCredentials = "explicit-credentials", kerberosTicket = "kerberos-ticket"
    case ticketRefused = "ticket-refused", credentialValidation = "credential-validation"
    case directoryAccess = "directory-access", directoryChange = "directory-change"
    case accountChange = "account-change", groupChange = "group-change", scheduledJob = "scheduled-job", service
    case auditPolicy = "audit-policy", logCleared = "log-cleared", antivirus, firewallRule = "firewall-rule"
    case transferJob = "transfer-job", desktopSession = "desktop-session", message
    case networkFlow = "network-flow", dns, http, email, firewallDecision = "firewall-decision"
    case remoteShare = "remote-share", remoteCall = "remote-call", controlCommand = "control-command"
}

/// Where a trace is written.
public enum TracePlace: String, Sendable, CaseIterable {
    case source, target, domainController = "domain-controller"
}

/// Which way a connection goes that leaves the organisation or comes into it.
public enum TraceWay: String, Sendable, CaseIterable {
    /// From the host that it is written on to an address outside.
    case outwards
    /// From an address outside to the host that it is written on.
    case inwards
}

/// What differs from one record of a trace to the next, where it has several.
public enum TraceSpread: String, Sendable, CaseIterable {
    case target, source, account
}

/// The two families of system that traces differ by.
public enum TracePlatform: String, Sendable, CaseIterable {
    case windows, linux
}

/// What a trace may say, by the key under which it stands in a card.
public enum TraceKey: String, Sendable, CaseIterable {
    case image, command, parent, parentCommand = "parent-command", directory, user, integrity
    case targetImage = "target-image", access, callTrace = "call-trace", library, signed, device
    case path, action, contents, key, value, data, pipe, query, consumer, script
    case logonType = "logon-type", protocolName = "protocol", process, status, service, options, encryption
    case object, objectClass = "object-class", properties, accessMask = "access-mask", member, group
    case job, start, category, log, threat, rule, url, share, targetPath = "target-path"
    case port, amount, type, answer, method, agent, contentType = "content-type"
    case from, subject, decision, endpoint, operation, function, program, text
}

/// Who does a technique in a certain way.
public enum TraceDoer: String, Sendable, CaseIterable {
    case adversaries, administrators
}

/// One text of a trace.
public struct TraceValue: Sendable, Equatable {
    /// What it is.
    public var key: TraceKey
    /// The text, which may hold placeholders; see ``TraceText``.
    public var text: String
    /// A text.
    public init(_ key: TraceKey, _ text: String) {
        self.key = key
        self.text = text
    }
}

/// One record that a technique leaves, or several alike: a model of what the real system writes.
public struct Trace: Sendable, Equatable {
    /// Which sensor can write it.
    public var sensor: SensorKind
    /// What kind of record.
    public var record: RecordKind
    /// On which host.
    public var place: TracePlace = .source
    /// Whether it leaves the organisation or comes from outside; nil: it passes between source and target.
    public var way: TraceWay?
    /// What each record of several has of its own.
    public var each: TraceSpread?
    /// Windows event id, or 0 for the usual one of its kind.
    public var eventID = 0
    /// How many such records the step leaves.
    public var count = 1
    /// Only where the step succeeds.
    public var onSuccess = false
    /// What it says, each key at most once.
    public var values: [TraceValue] = []
    /// A trace.
    public init(sensor: SensorKind, record: RecordKind) {
        self.sensor = sensor
        self.record = record
    }

    /// The text under a key.
    public subscript(key: TraceKey) -> String? { values.first { $0.key == key }?.text }
}

/// One of several ways in which a technique is done, by what it leaves: a step takes one, drawn by weight.
public struct TraceVariant: Sendable, Equatable {
    /// Name.
    public var name: String
    /// How often it is taken beside the others.
    public var weight = 1
    /// Who does it so; nil: adversaries, and administrators where none of the card's ways is theirs.
    public var doer: TraceDoer?
    /// Systems that it is for; nil: any.
    public var platform: TracePlatform?
    /// What it leaves, beside what the card always leaves.
    public var traces: [Trace] = []
    /// A variant.
    public init(name: String) { self.name = name }
}
