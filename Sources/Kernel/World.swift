/// The state of a run as a value: a copy is a snapshot.
public protocol WorldState: Sendable {
    /// What is to happen.
    var agenda: Agenda { get set }
    /// The seeds that decide the draws; a fork may change the future one.
    var seeds: Seeds { get set }
    /// Folds in everything that can influence what happens later.
    func hash(into hasher: inout StableHasher)
}

/// An input of a world, as a journal keeps it.
public protocol JournalInput: Sendable, Equatable {
    /// Writes the input as one JSON object.
    func write(to json: inout JSONWriter)
    /// Reads what ``write(to:)`` wrote.
    init(json: JSONValue) throws(JSONError)
}

/// A simulated domain with its own state and rules.
///
/// A conformance gets runs, journals, replay, snapshots, forks and batches from the kernel. All functions are pure:
/// they read the program and the draws of the state's seeds, change the state, and append events to the log.
public protocol World: Sendable {
    /// The compiled scenario: immutable, shared by all runs.
    associatedtype Program: Sendable
    /// What changes.
    associatedtype State: WorldState
    /// What enters from outside.
    associatedtype Input: JournalInput
    /// What is reported.
    associatedtype Event: Sendable & Equatable

    /// The name in journals.
    static var name: String { get }
    /// Raised whenever the same journal would give another run; other versions' journals are refused.
    static var rulesVersion: Int { get }

    /// The state at time zero, with the first entries on the agenda.
    static func begin(_ program: Program, seeds: Seeds) -> State
    /// Performs one entry of the agenda.
    static func perform(
        _ entry: Agenda.Entry, _ program: Program, _ state: inout State, _ log: inout EventLog<Event>)
    /// Takes in one input at `time`.
    static func apply(
        _ input: Input, at time: Milliseconds, _ program: Program, _ state: inout State, _ log: inout EventLog<Event>)
}
