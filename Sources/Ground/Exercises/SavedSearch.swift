/// A search that somebody wants to find again.
public struct SavedSearch: Sendable, Equatable, Identifiable {
    /// Its number.
    public var id: Int64
    /// The team.
    public var team: Int64
    /// Who saved it.
    public var account: Int64
    /// What it is called.
    public var name: String
    /// The search.
    public var query: String
    /// Whether the whole team sees it.
    public var shared: Bool
    /// When it was saved, in milliseconds since 1970.
    public var created: Int64
}
