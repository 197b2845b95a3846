import Kernel

/// Where an exercise stands.
public enum ExercisePhase: String, Sendable, CaseIterable {
    /// Being prepared; nothing runs.
    case draft
    /// Time passes.
    case running
    /// Begun, but time stands still.
    case paused
    /// Over for good.
    case closed

    /// Whether an exercise may go from this phase to that one.
    public func mayBecome(_ next: ExercisePhase) -> Bool {
        switch (self, next) {
        case (.draft, .running), (.draft, .paused), (.running, .paused), (.paused, .running): true
        case (.running, .closed), (.paused, .closed): true
        default: self == next
        }
    }
}

/// An exercise as it is kept, without its scenario's text and results.
public struct StoredExercise: Sendable, Equatable, Identifiable {
    /// Its number.
    public var id: Int64
    /// What links call it: ten characters that say nothing.
    public var publicID: String
    /// What people call it.
    public var name: String
    /// The scenario's short name.
    public var scenario: String
    /// The settings, as JSON.
    public var settings: String
    /// Where it stands.
    public var phase: ExercisePhase
    /// The exercise time of the last input that was acknowledged.
    public var time: Milliseconds
    /// The organisation that it belongs to.
    public var organisation: Int64
    /// Who made it.
    public var createdBy: Int64?
    /// When it was made, in milliseconds since 1970.
    public var created: Int64
    /// When it first ran.
    public var started: Int64?
    /// When it was closed.
    public var closed: Int64?
}

/// What an exercise is played from: it stays the same whatever becomes of the files that it came from.
public struct ExerciseContent: Sendable, Equatable {
    /// The scenario's file.
    public var scenario: EmbeddedText
    /// Cards, analytics and actions.
    public var catalogue: [EmbeddedText]

    /// A scenario with its catalogue.
    public init(scenario: EmbeddedText, catalogue: [EmbeddedText]) {
        self.scenario = scenario
        self.catalogue = catalogue
    }
}

/// What an exercise is to be.
public struct NewExercise: Sendable, Equatable {
    /// What people call it.
    public var name: String
    /// The scenario's short name.
    public var scenario: String
    /// What it is played from.
    public var content: ExerciseContent
    /// The settings, as JSON.
    public var settings: String
    /// The organisation that it belongs to.
    public var organisation: Int64

    /// A new exercise's particulars.
    public init(name: String, scenario: String, content: ExerciseContent, settings: String, organisation: Int64) {
        self.name = name
        self.scenario = scenario
        self.content = content
        self.settings = settings
        self.organisation = organisation
    }
}
