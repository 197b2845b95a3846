/// Data worth taking.
public struct DataAsset: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Host group that holds it.
    public var host: String
    /// How many records.
    public var records: Int64 = 0
    /// Loss per record taken, whole currency units.
    public var lossPerRecord = UncertainNumber(0)
    /// An asset.
    public init(name: String, host: String) {
        self.name = name
        self.host = host
    }
}

/// What the organisation does for others.
public struct BusinessService: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Host groups it rests on: it is down while any of them has too few hosts working.
    public var dependsOn: [String] = []
    /// Share of a group's hosts that must work, in parts of 2³² (a single host: 2³²).
    public var requiredShare: Int64 = 1 << 31
    /// Loss per hour without it, whole currency units.
    public var lossPerHour = UncertainNumber(0)
    /// A service.
    public init(name: String) { self.name = name }
}

/// A physical process that OT devices control.
public struct PhysicalProcess: Sendable, Equatable {
    /// Key.
    public var name: String
    /// Name for people.
    public var title = LocalizedText()
    /// Host groups of controllers; each host disturbed is its share of the process.
    public var controlledBy: [String] = []
    /// Loss per hour of full disturbance, whole currency units.
    public var lossPerHour = UncertainNumber(0)
    /// How long the operators need to bring it back by hand.
    public var restoreMilliseconds = UncertainNumber(7_200_000)
    /// A process.
    public init(name: String) { self.name = name }
}
