import Scenario

/// A card's trace, ready to be written.
struct TraceTemplate: Sendable {
    var sensor: SensorSlot
    var place: TracePlace
    /// Text on a Windows host, and on any other; nil where such a host writes no such record.
    var windows: UInt16?
    var unix: UInt16?
    /// Texts by ``ControlProtocol``, for commands to devices.
    var control: [UInt16] = []
    /// Ports, one of which each record has.
    var ports: [UInt16] = []
    /// Whether it goes to an address outside, or comes from one.
    var way: TraceWay?
    /// What each of several records has of its own.
    var each: TraceSpread?
    /// Whether it is a look-up of a name.
    var isLookup = false
    /// Site that its text names.
    var site: UInt16 = 0
    /// Who does it, where it is none of the step's: one of ``SystemAccount``.
    var account: Int32?
    /// Which processes of the variant act and begin: see ``Record/actor``.
    var actor: UInt8 = 1
    var process: UInt8 = 2
    var count: Int
    var onSuccess: Bool
    /// Whether it would be taken for an attack wherever it stands.
    var isLoud = false

    /// The text on a host of a family.
    func template(_ family: SystemFamily) -> UInt16? { family == .windows ? windows : unix }
}

/// One way in which a card's technique is done.
struct VariantTemplate: Sendable {
    var weight: Int
    /// Who does it so; nil: see ``TraceVariant/doer``.
    var doer: TraceDoer?
    /// The system that it is for; nil: any.
    var family: SystemFamily?
    /// What it leaves, what is common to all ways of the card first.
    var traces: [TraceTemplate]
}
