/// Somebody who takes a team's seat by rule: it reads the desk and searches, and acts.
public protocol Player: Sendable {
    /// Its name in tables.
    static var name: String { get }

    /// A player before the exercise begins.
    init()

    /// Looks and acts; called at the start and then every exercise minute.
    mutating func act(_ desk: inout PlayerDesk)

    /// The last thing before the exercise is closed: answers and reports.
    mutating func finish(_ desk: inout PlayerDesk)
}
