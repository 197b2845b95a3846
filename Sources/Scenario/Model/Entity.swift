/// Sides of an exercise.
public enum EntityRole: String, Sendable, CaseIterable {
    case white = "White", green = "Green", red = "Red", blue = "Blue"
}

/// A person or organisation.
public struct Entity: Sendable, Equatable {
    /// Dotted path, `parent.child`.
    public var path: String
    /// Name for people.
    public var title = LocalizedText()
    /// Side.
    public var role: EntityRole?
    /// What it is to do.
    public var mission = LocalizedText()
    /// Keys of objectives.
    public var trainingObjectives: [String] = []
    /// An entity.
    public init(path: String) { self.path = path }
}
