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
    /// How much it stirs up whoever looks at it by itself.
    var stir = TraceStir.none

    /// The text on a host of a family.
    func template(_ family: SystemFamily) -> UInt16? { family == .windows ? windows : unix }
}

/// How likely detectors are to raise an alarm at one record by itself, wherever it stands.
///
/// Judgement by kinds of record, kept coarse: everyday life writes what stirs nobody often, and what does seldom.
enum TraceStir: Int, CaseIterable, Sendable {
    case none, some, much
}

/// A trace of a card that everyday life leaves by itself.
struct Lookalike: Sendable {
    /// The card's position in the catalogue.
    var card: Int
    var trace: TraceTemplate
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
