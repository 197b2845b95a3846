/// A group of people with instructors and exercises of its own.
public struct Organisation: Sendable, Equatable, Identifiable {
    /// Its number.
    public var id: Int64
    /// Its name, unique without regard to case.
    public var name: String
    /// When it was made, in milliseconds since 1970.
    public var created: Int64
}
