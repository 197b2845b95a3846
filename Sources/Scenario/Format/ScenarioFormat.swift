import Kernel

/// A scenario as the file gives it: with those parts of Open Cyber Range's language that are checked and not kept.
struct ScenarioDraft {
    var scenario: Scenario
    var nodes: [NodeDraft] = []
    var infrastructure: [InfrastructureDraft] = []
    var features: [FeatureDraft] = []
    var metrics: [MetricDraft] = []
}

/// The scenario file as a whole.
enum ScenarioFormat {
    static let scenario = Shape<ScenarioDraft>.record(
        "scenario", "A scenario: a world's content, and the people and goals around it.",
        make: { _ in ScenarioDraft(scenario: Scenario(name: "")) },
        fields: [
            .required("name", \.scenario.name, scenarioName, "The short name."),
            .optional("title", \.scenario.title, .localized, "The name that people read.").ours,
            .optional("description", \.scenario.description, .localized, "What it is about."),
            .optional(
                "nodes", \.nodes, .map(DeploymentFormat.node, declares: .nodes), "Virtual machines and switches."),
            .optional("infrastructure", \.infrastructure, DeploymentFormat.infrastructure, "How often each node runs."),
            .optional(
                "features", \.features, .map(DeploymentFormat.feature, declares: .features),
                "Software that nodes have."),
            .optional(
                "conditions", \.scenario.exercise.conditions, .map(ScoringFormat.condition, declares: .conditions),
                "States of the run that can be true or false."),
            .checked(
                "vulnerabilities", .map(DeploymentFormat.vulnerability, declares: .vulnerabilities),
                "Weaknesses of nodes, features and people."),
            .optional(
                "metrics", \.metrics, .map(ScoringFormat.metric, declares: .metrics), "What is scored."),
            .optional(
                "evaluations", \.scenario.exercise.evaluations, .map(ScoringFormat.evaluation, declares: .evaluations),
                "Metrics with a threshold."),
            .optional(
                "tlos", \.scenario.exercise.trainingObjectives, .map(ScoringFormat.objective, declares: .tlos),
                "Training and learning objectives."),
            .optional(
                "goals", \.scenario.exercise.goals, .map(ScoringFormat.goal, declares: .goals),
                "Goals made of objectives."),
            .optional("entities", \.scenario.exercise.entities, PeopleFormat.entities, "People and organisations."),
            .optional(
                "injects", \.scenario.exercise.injects, .map(StoryFormat.inject, declares: .injects),
                "What can be put into the exercise."),
            .optional(
                "events", \.scenario.exercise.events, .map(StoryFormat.event, declares: .events),
                "What happens around the exercise."),
            .optional(
                "scripts", \.scenario.exercise.scripts, .map(StoryFormat.script, declares: .scripts), "Time plans."),
            .optional(
                "stories", \.scenario.exercise.stories, .map(StoryFormat.story, declares: .stories),
                "Whole storylines."),
            .optional(
                "questions", \.scenario.exercise.questions, .map(PeopleFormat.question),
                "Questions to trainees whose answers are computed from the run."
            ).ours,
            .custom(
                "simulation", SimulationFormat.simulation, "The simulated world.", isRequired: true,
                store: { $0.scenario.simulation = $1 }
            ).ours,
        ],
        checksRest: true, check: ExerciseChecks.check)

    /// Ours is a name that files and commands can carry; the other dialect takes any text.
    private static let scenarioName = Shape<String>(
        .form("a name", example: "egov", pattern: NameRule.pattern)
    ) { node, context in
        guard let name = Shape<String>.text.read(node, &context) else { return nil }
        if context.isStrict && !NameRule.allows(name) {
            context.error("expected \(NameRule.expectation), found \(node.summary)", at: node.position)
        }
        return name
    }
}
