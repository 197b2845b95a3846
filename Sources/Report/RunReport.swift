import Exercise
import Kernel
import NetworkWorld

/// Everything that the report of one run is made from.
public struct RunReport: Sendable {
    /// What was run.
    public var program: Program
    /// The seeds.
    public var seeds: Seeds
    /// All events, in order of time.
    public var events: [Event]
    /// What it came to.
    public var outcome: Outcome
    /// What it means for the exercise.
    public var marking: Marking
    /// How many records sensors wrote; nil where none were made.
    public var records: RecordCounts?
    /// Where it comes from, for those who want to make it again.
    public var provenance: Provenance

    /// A report of a run.
    public init(
        program: Program, seeds: Seeds, events: [Event], outcome: Outcome, marking: Marking,
        records: RecordCounts? = nil, provenance: Provenance = Provenance()
    ) {
        self.program = program
        self.seeds = seeds
        self.events = events
        self.outcome = outcome
        self.marking = marking
        self.records = records
        self.provenance = provenance
    }
}

/// How many records a run left.
public struct RecordCounts: Sendable, Equatable {
    /// All records.
    public var total: Int
    /// Those that belong to the attack.
    public var attack: Int
    /// Bytes of all.
    public var bytes: Int

    /// Counts.
    public init(total: Int, attack: Int, bytes: Int) {
        self.total = total
        self.attack = attack
        self.bytes = bytes
    }
}

/// What is needed to make a run again, byte for byte.
public struct Provenance: Sendable, Equatable {
    /// Name and version of the program that made the run.
    public var generator: String
    /// What was hashed, and its hash.
    public var hashes: [NamedHash]
    /// The command that makes the run again, or empty.
    public var command: String

    /// A provenance.
    public init(generator: String = "", hashes: [NamedHash] = [], command: String = "") {
        self.generator = generator
        self.hashes = hashes
        self.command = command
    }
}

/// A hash with the name of what it belongs to.
public struct NamedHash: Sendable, Equatable {
    /// What was hashed, for instance `scenario`.
    public var name: String
    /// The hash, as text.
    public var hash: String

    /// A named hash.
    public init(name: String, hash: String) {
        self.name = name
        self.hash = hash
    }
}
