/// Whether an action learns or changes.
public enum ActionKind: String, Sendable, CaseIterable {
    case investigation, response
}

/// What an action does; the rules of the network world know these.
public enum ActionMechanic: String, Sendable, CaseIterable {
    // Investigations
    case triageHost = "triage-host", processList = "process-list", memoryCapture = "memory-capture", phoneUser =
        "phone-user"
    case accountReview = "account-review", mailSearch = "mail-search", networkReview = "network-review"
    // Responses
    case isolateHost = "isolate-host", releaseHost = "release-host", resetCredential = "reset-credential"
    case disableAccount = "disable-account", blockAddress = "block-address", restoreHost = "restore-host", patchHost =
        "patch-host"
    case resetDomain = "reset-domain", segmentNetwork = "segment-network", purgeMail = "purge-mail", removeFoothold =
        "remove-foothold"
}

/// What an action is aimed at.
public enum ActionTarget: String, Sendable, CaseIterable {
    case host, account, network, organisation
}

/// An investigation or response.
public struct DefenderAction: Sendable, Equatable {
    /// Key.
    public var id: String
    /// Name.
    public var title = LocalizedText()
    /// Learn or change.
    public var kind: ActionKind
    /// What it does.
    public var mechanic: ActionMechanic
    /// What it is aimed at.
    public var target: ActionTarget
    /// How long it takes.
    public var durationMilliseconds = UncertainNumber(600_000)
    /// Minutes of staff it costs.
    public var staffMinutes = 10
    /// Whether command must approve first.
    public var approval = false
    /// Chance that an investigation finds what is there (parts of 2³²).
    public var chance = UncertainNumber(1 << 32)
    /// What else it does, told before one confirms.
    public var sideEffect = LocalizedText()
    /// An action.
    public init(id: String, kind: ActionKind, mechanic: ActionMechanic, target: ActionTarget) {
        self.id = id
        self.kind = kind
        self.mechanic = mechanic
        self.target = target
    }
}
