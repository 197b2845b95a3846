/// What an account is for. Ordered by how much it may do.
public enum Role: String, Sendable, CaseIterable, Comparable {
    /// Works in exercises, from a seat.
    case participant
    /// Sees exercises as teams see them, and the scoreboard.
    case observer
    /// Directs exercises of the own organisation.
    case instructor
    /// May do everything.
    case administrator

    /// Whether the first may do less than the second.
    public static func < (first: Role, second: Role) -> Bool { first.rank < second.rank }

    private var rank: Int {
        switch self {
        case .participant: 0
        case .observer: 1
        case .instructor: 2
        case .administrator: 3
        }
    }
}
