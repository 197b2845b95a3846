/// The content library beside a scenario: technique cards, analytics, actions. Data files of the package, read by the same
/// reader as scenarios.
public struct Catalogue: Sendable, Equatable {
    /// Technique cards.
    public var cards: [TechniqueCard] = []
    /// Built-in analytics.
    public var analytics: [Analytic] = []
    /// Investigations and responses.
    public var actions: [DefenderAction] = []
    /// An empty catalogue.
    public init() {}
}
