import Kernel
import NetworkWorld
import Scenario

/// One team's live exercise: a value, and a pure function of program, seeds, settings and entries.
///
/// Everything at or before ``now`` has happened, apart from the run's own agenda of that very instant: injects of the
/// scenario at an instant come first, then the entries of that instant in their order, then the agenda.
///
/// It holds the truth. What a team may see is what the `desk…` views give; see the folder Desk.
public struct TeamExercise: Sendable {
    /// The compiled scenario, shared by all teams.
    public let program: Program
    /// What decides facts and chances.
    public let seeds: Seeds
    /// What was chosen for the exercise.
    public let settings: ExerciseSettings
    /// The run of the network world.
    public internal(set) var run: Run<NetworkWorld>
    /// All that has happened, in order: the truth.
    public internal(set) var events: [Event] = []
    /// All that was taken, in order.
    public internal(set) var entries: [TeamEntry] = []
    /// When it was closed, or nil.
    public internal(set) var closedAt: Milliseconds?
    /// Sections of the desk that changed since ``drainChanges()``.
    public internal(set) var changes: DeskChanges = []

    let plan: InjectPlan
    /// How many of the plan's timed events have happened.
    var timedDone = 0
    /// Which of the plan's waiting events have happened or cannot any more.
    var waitingDone: [Bool]
    /// When conditions are looked at next; never, where nothing waits.
    var nextLook: Milliseconds
    /// Which injects were put in.
    var injected: [Bool]
    var facts = PredicateFacts()
    /// Parallel to the alerts of the seat.
    var alertRecords: [AlertRecord] = []
    /// Parallel to the work of the run.
    var workRecords: [WorkRecord] = []
    /// Indices of work that is not finished.
    var openWork: [Int] = []
    var investigations: [InvestigationRecord] = []
    var messages: [MessageRecord] = []
    var chat: [TeamText] = []
    var notes: [TeamText] = []
    var replyCount = 0
    var questions: [QuestionRecord]
    var reports: [ReportRecord] = []
    var rules: [RuleRecord] = []
    /// Marks of metrics, parallel to the scenario's metrics.
    var marks: [MarkRecord?]
    /// Since when each business service is down, or −1.
    var serviceDown: [Milliseconds]
    /// Controllers that disturb each process, as everybody notices.
    var processDisturbed: [Int32]
    var processSince: [Milliseconds]
    /// Entries of each kind so far.
    var counts: [String: Int] = [:]
    var drainedEvents = 0

    /// An exercise at time zero, with what the scenario puts in at once.
    ///
    /// - Complexity: O(touched at the start + scenario's exercise half).
    public init(program: Program, seeds: Seeds, settings: ExerciseSettings) {
        self.program = program
        self.seeds = seeds
        self.settings = settings
        run = Run<NetworkWorld>(program, seeds: seeds)
        let exercise = program.scenario.exercise
        plan = InjectPlan(exercise)
        waitingDone = [Bool](repeating: false, count: plan.waiting.count)
        nextLook = plan.waiting.isEmpty ? .max : 0
        injected = [Bool](repeating: false, count: exercise.injects.count)
        questions = [QuestionRecord](repeating: QuestionRecord(), count: exercise.questions.count)
        marks = [MarkRecord?](repeating: nil, count: exercise.metrics.count)
        serviceDown = [Milliseconds](repeating: -1, count: program.simulation.businessServices.count)
        processDisturbed = [Int32](repeating: 0, count: program.simulation.processes.count)
        processSince = [Milliseconds](repeating: -1, count: program.simulation.processes.count)
        advance(to: 0)
    }

    /// How far the exercise has come, in exercise milliseconds.
    public var now: Milliseconds { run.now }

    /// The number that the next entry must have.
    public var nextNumber: Int { entries.count + 1 }

    /// Whether it was closed.
    public var isClosed: Bool { closedAt != nil }

    /// What entered the network world: injects of the scenario as well as actions. With program and seeds it rebuilds the run.
    public var networkJournal: [JournalEntry<NetworkInput>] { run.entries }

    /// What the run has come to so far: truth.
    ///
    /// - Complexity: O(services + processes + hosts touched).
    public var outcome: Outcome { NetworkWorld.outcome(of: run) }

    /// What the team's seat knows.
    public var knowledge: BlueKnowledge { run.state.seats[0] }

    /// Gives the sections that changed and forgets them.
    public mutating func drainChanges() -> DeskChanges {
        let result = changes
        changes = []
        return result
    }

    /// Gives the truth events since the last time it was asked, for whoever writes records of them.
    public mutating func drainEvents() -> ArraySlice<Event> {
        defer { drainedEvents = events.count }
        return events[drainedEvents...]
    }
}
