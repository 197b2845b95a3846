/// The exercise half: people and goals, in the words and rules of Open Cyber Range's language.
public struct ExerciseHalf: Sendable, Equatable {
    /// Named states of the run that can be true or false.
    public var conditions: [Condition] = []
    /// What is scored.
    public var metrics: [Metric] = []
    /// Metrics with a threshold.
    public var evaluations: [Evaluation] = []
    /// Training and learning objectives.
    public var trainingObjectives: [TrainingObjective] = []
    /// Goals made of objectives.
    public var goals: [Goal] = []
    /// People and organisations, flattened to dotted paths.
    public var entities: [Entity] = []
    /// What can be put into the exercise.
    public var injects: [Inject] = []
    /// What happens around the exercise.
    public var events: [ExerciseEvent] = []
    /// Time plans.
    public var scripts: [Script] = []
    /// Whole storylines.
    public var stories: [Story] = []
    /// Questions whose answers are computed from the run (ours; not part of Open Cyber Range).
    public var questions: [Question] = []
    /// An empty half.
    public init() {}
}
