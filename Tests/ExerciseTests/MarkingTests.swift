import Exercise
import Kernel
import NetworkWorld
import Scenario
import Testing

/// A hand-made scenario with every way of marking in it.
enum Fixture {
    static func program(_ exercise: ExerciseHalf) throws -> Program {
        var simulation = Simulation()
        simulation.networks = [
            Network(name: "office", baseAddress: 0x0A00_0000, prefixLength: 24, zone: .office),
            Network(name: "servers", baseAddress: 0x0A00_0100, prefixLength: 24, zone: .servers),
        ]
        var clerks = HostGroup(name: "clerk", network: "office", os: .windowsWorkstation, role: .workstation)
        clerks.count = 20
        simulation.hosts = [
            clerks, HostGroup(name: "files", network: "servers", os: .windowsServer, role: .fileServer),
        ]
        var people = AccountGroup(name: "an")
        people.count = 20
        people.workstation = "clerk"
        simulation.accounts = [people]
        var asset = DataAsset(name: "records", host: "files")
        asset.records = 1_000
        simulation.assets = [asset]
        simulation.sensors = [Sensor(name: "edr", kind: .endpoint)]
        var adversary = Adversary(name: "crew", goal: .steal)
        adversary.target = "records"
        adversary.title = LocalizedText(vietnamese: "Nhóm trộm", english: "Thieves")
        simulation.adversaries = [adversary]
        var scenario = Scenario(name: "fixture")
        scenario.simulation = simulation
        scenario.exercise = exercise

        var catalogue = Catalogue()
        catalogue.cards = [
            TechniqueCard(
                id: "T1566.001", attackID: "T1566.001", tactic: .initialAccess, target: .person, effect: .accessUser),
            TechniqueCard(
                id: "T1021.002", attackID: "T1021.002", tactic: .lateralMovement, target: .host,
                effect: .accessAdministrator),
        ]
        catalogue.cards[0].name = LocalizedText(vietnamese: "Tệp đính kèm", english: "Attachment")
        var loud = Analytic(id: "loud", sensor: .endpoint)
        loud.severity = .high
        loud.techniques = ["T1021.002"]
        catalogue.analytics = [loud]
        catalogue.actions = [
            DefenderAction(id: "triage", kind: .investigation, mechanic: .triageHost, target: .host),
            DefenderAction(id: "isolate", kind: .response, mechanic: .isolateHost, target: .host),
        ]
        return try Program(scenario: scenario, catalogue: catalogue)
    }

    /// A person opens an attachment on clerk-003; from there red goes to files; one alert; triage of clerk-003.
    static let events: [Event] = [
        Event(time: 60_000, kind: .alertDelivered, success: false, card: 0, target: 6),
        Event(time: 600_000, kind: .attackStep, success: false, card: 0, step: 1, target: 1, account: 1, detail: 1_000),
        Event(time: 601_000, kind: .stepEnded, success: false, card: 0, step: 1, target: 1, account: 1),
        Event(time: 660_000, kind: .attackStep, card: 0, step: 2, target: 2, account: 2, detail: 1_000),
        Event(time: 720_000, kind: .footholdGained, card: 0, step: 2, target: 2, account: 2, detail: 1),
        Event(time: 720_000, kind: .stepEnded, card: 0, step: 2, target: 2, account: 2),
        Event(time: 900_000, kind: .credentialGained, step: 2, target: 2, account: 5),
        Event(time: 960_000, kind: .attackStep, card: 1, step: 3, source: 2, target: 20, detail: 1_000),
        Event(time: 961_000, kind: .footholdGained, card: 1, step: 3, source: 2, target: 20, detail: 2),
        Event(time: 961_000, kind: .stepEnded, card: 1, step: 3, source: 2, target: 20),
        Event(time: 990_000, kind: .alertDelivered, success: false, card: 0, step: 3, target: 20),
        Event(time: 1_000_000, kind: .actionStarted, card: 0, target: 2),
        Event(time: 1_200_000, kind: .actionFinished, success: false, card: 0, target: 2),
    ]

    static var outcome: Outcome {
        var outcome = Outcome()
        outcome.firstCompromise = 720_000
        outcome.detected = 990_000
        outcome.recordsStolen = 480
        outcome.hostsCompromised = 2
        outcome.serviceLost = [600_000, 300_000]
        return outcome
    }

    static func condition(_ predicate: Predicate?) -> Condition {
        var condition = Condition(name: "condition")
        condition.when = predicate
        return condition
    }

    static func holds(_ predicate: Predicate?) throws -> Bool? {
        var exercise = ExerciseHalf()
        exercise.conditions = [condition(predicate)]
        let marking = Marking(program: try program(exercise), events: events, outcome: outcome)
        return marking.conditions.first?.holds
    }
}

struct PredicateTests {
    @Test(arguments: [
        (Predicate.atMost(.recordsStolen, 480), true), (.atMost(.recordsStolen, 479), false),
        (.atLeast(.recordsStolen, 480), true), (.atLeast(.recordsStolen, 481), false),
        (.atMost(.minutesToDetect, 4), true), (.atMost(.minutesToDetect, 3), false),
        (.atMost(.serviceMinutesLost, 15), true), (.atMost(.serviceMinutesLost, 14), false),
        (.atMost(.goalReached, 0), true), (.atLeast(.goalReached, 1), false),
        // Never contained is later than any time.
        (.atMost(.minutesToContain, Int64.max), false), (.atLeast(.minutesToContain, Int64.max), true),
        (.alerted(.medium), true), (.alerted(.high), true), (.alerted(.critical), false),
        (.actionTaken(action: "triage", on: ""), true), (.actionTaken(action: "triage", on: "clerk"), true),
        (.actionTaken(action: "triage", on: "files"), false), (.actionTaken(action: "isolate", on: ""), false),
        (.actionTaken(action: "unheard-of", on: ""), false),
        (.all([]), true), (.any([]), false), (.not(.any([])), true),
        (.all([.alerted(.low), .atMost(.hostsCompromised, 2)]), true),
        (.all([.alerted(.low), .atMost(.hostsCompromised, 1)]), false),
        (.any([.alerted(.critical), .atMost(.hostsCompromised, 2)]), true),
    ])
    func predicateOverRun(predicate: Predicate, expected: Bool) throws {
        #expect(try Fixture.holds(predicate) == expected)
        #expect(try Fixture.holds(.not(predicate)) == !expected)
    }

    @Test func conditionWithoutPredicateWaitsForPeople() throws {
        #expect(try Fixture.holds(nil) == nil)
    }
}

struct MarkingTests {
    /// Two metrics marked by the run (3 of 3 points, 0 of 2), one by people (5).
    private func exercise(_ minimum: MinimumScore, metrics: [String] = ["won", "lost", "manual"]) -> ExerciseHalf {
        var exercise = ExerciseHalf()
        exercise.conditions = [
            Fixture.condition(.alerted(.high)), Fixture.condition(.alerted(.critical)), Fixture.condition(nil),
        ]
        for (index, name) in ["yes", "no", "people"].enumerated() { exercise.conditions[index].name = name }
        for (name, condition, points) in [("won", "yes", 3), ("lost", "no", 2), ("manual", nil, 5)]
            as [(String, String?, Int64)]
        {
            var metric = Metric(name: name)
            metric.condition = condition
            metric.maxScore = points
            exercise.metrics.append(metric)
        }
        var evaluation = Evaluation(name: "evaluation")
        evaluation.metrics = metrics
        evaluation.minimum = minimum
        exercise.evaluations = [evaluation]
        exercise.trainingObjectives = [TrainingObjective(name: "objective", evaluation: "evaluation")]
        var goal = Goal(name: "goal")
        goal.trainingObjectives = ["objective"]
        exercise.goals = [goal]
        return exercise
    }

    @Test(arguments: [
        (MinimumScore.absolute(3), Verdict.passed), (.absolute(4), .open), (.absolute(8), .open),
        (.absolute(9), .failed), (.percentage(30), .passed), (.percentage(31), .open), (.percentage(80), .open),
        (.percentage(81), .failed), (.percentage(0), .passed),
    ])
    func verdictFollowsThreshold(minimum: MinimumScore, verdict: Verdict) throws {
        let marking = Marking(
            program: try Fixture.program(exercise(minimum)), events: Fixture.events, outcome: Fixture.outcome)
        #expect(marking.metrics.map(\.score) == [3, 0, nil])
        #expect(marking.evaluations.map(\.verdict) == [verdict])
        #expect(marking.evaluations.map(\.score) == [3])
        #expect(marking.evaluations.map(\.open) == [5])
        #expect(marking.objectives.map(\.verdict) == [verdict])
        #expect(marking.goals.map(\.verdict) == [verdict])
    }

    @Test func halfAPointCounts() throws {
        let marking = Marking(
            program: try Fixture.program(exercise(.percentage(50), metrics: ["won", "lost"])), events: Fixture.events,
            outcome: Fixture.outcome)
        // Half of five points is three whole ones.
        #expect(marking.evaluations.first?.required == 3)
        #expect(marking.evaluations.first?.verdict == .passed)
    }

    @Test func scenarioWithoutExerciseMarksNothing() throws {
        let marking = Marking(program: try Fixture.program(ExerciseHalf()), events: [], outcome: Outcome())
        #expect(marking == Marking())
    }

    @Test func jsonParsesAndKeepsOrder() throws {
        var half = exercise(.percentage(50))
        half.questions = AnswerSource.allCases.map { Question(name: $0.rawValue, answer: $0) }
        let marking = Marking(program: try Fixture.program(half), events: Fixture.events, outcome: Fixture.outcome)
        let text = marking.json()
        #expect(text == marking.json())
        let json = try JSONValue.parse(text)
        #expect(try json.required("metrics").array().count == 3)
        #expect(try json.required("answers").array().count == AnswerSource.allCases.count)
    }
}

struct AnswerTests {
    private func answer(_ source: AnswerSource, events: [Event], outcome: Outcome) throws -> Answer? {
        var exercise = ExerciseHalf()
        exercise.questions = [Question(name: "question", answer: source)]
        return Marking(program: try Fixture.program(exercise), events: events, outcome: outcome).answers.first
    }

    @Test(arguments: [
        (AnswerSource.firstCompromisedHost, "clerk-003"), (.firstTechnique, "T1566.001"),
        (.firstCompromisedMinute, "12"), (.firstStolenAccount, "an-006"), (.compromisedHostCount, "2"),
        (.adversaryName, "crew"), (.recordsStolen, "480"), (.lastLateralTarget, "files"),
        (.firstAlertedHost, "files"), (.goalReached, "no"),
    ])
    func answerComesFromRun(source: AnswerSource, value: String) throws {
        let answer = try answer(source, events: Fixture.events, outcome: Fixture.outcome)
        #expect(answer?.value == value)
        #expect(answer?.answer.isEmpty == false)
    }

    @Test(arguments: AnswerSource.allCases)
    func quietRunHasAnswersOrSaysNone(source: AnswerSource) throws {
        let answer = try answer(source, events: [], outcome: Outcome())
        #expect(answer?.answer.vietnamese.isEmpty == false)
        #expect(answer?.answer.english.isEmpty == false)
    }
}
