import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct TeamExerciseTests {
    /// Inputs of every kind that a machine may take at any time; who asks for what follows from the seed.
    static func randomInput(_ random: inout FuzzRandom, in exercise: TeamExercise) -> (TeamInput, Author) {
        let host = Int32(random.below(exercise.program.hostCount))
        let account = Int32(random.below(exercise.program.accountCount))
        let actions = exercise.program.catalogue.actions
        switch random.below(15) {
        case 0...4:
            let action = actions[random.below(actions.count)]
            return (
                .action(
                    action.id, host: action.target == .host ? host : -1,
                    account: action.target == .account ? account : -1,
                    network: action.target == .network ? Int32(1 + random.below(2)) : -1), .seat(1)
            )
        case 5:
            let triage = Triage.allCases[random.below(Triage.allCases.count)]
            return (.triage(alert: 1 + random.below(8), triage), .seat(2))
        case 6:
            let questions = exercise.program.scenario.exercise.questions
            return (.answer(question: questions[random.below(questions.count)].name, text: "pc-00\(host)"), .seat(1))
        case 7: return (.hint(question: "first-technique", number: 1), .seat(1))
        case 8:
            var report = SituationReport()
            report.hosts = [host]
            report.techniques = ["T1190"]
            return (.report(report), .seat(2))
        case 9: return (.note("ghi chú \(host)", host: host), .seat(2))
        case 10: return (.chat("chào"), .direction(9))
        case 11: return (.armRule("title: Rule \(host)\n"), .seat(1))
        case 12: return (.broadcast("nghỉ mười phút"), .direction(9))
        case 13: return (.grantFoothold(host: host), .direction(9))
        default: return (.ruleAlert(rule: 1, host: host, account: -1, severity: 2), .system)
        }
    }

    /// An exercise that somebody played without sense, with refusals left out.
    static func played(seed: UInt64, until end: Milliseconds) throws -> TeamExercise {
        play(try LiveOffice.start(seed: seed), seed: seed, until: end)
    }

    static func play(_ start: TeamExercise, seed: UInt64, until end: Milliseconds) -> TeamExercise {
        var random = FuzzRandom(seed: seed)
        var exercise = start
        var time: Milliseconds = 0
        while true {
            time += Milliseconds(random.below(600_000))
            if time > end { break }
            exercise.advance(to: time)
            let (input, author) = randomInput(&random, in: exercise)
            try? exercise.take(input, by: author)
        }
        exercise.advance(to: end)
        return exercise
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func replayEqualsLifeWhateverTheCuts(seed: UInt64) throws {
        let end = Milliseconds.hours(4)
        let live = try Self.played(seed: seed, until: end)
        #expect(live.entries.count > 10)
        let again = try TeamExercise.replay(
            program: live.program, seeds: live.seeds, settings: live.settings, entries: live.entries, until: end)
        #expect(again.stateHash == live.stateHash)
        #expect(again.events == live.events)
        var random = FuzzRandom(seed: seed &+ 99)
        var cut = TeamExercise(program: live.program, seeds: live.seeds, settings: live.settings)
        for entry in live.entries {
            while cut.now < entry.time {
                cut.advance(to: min(entry.time, cut.now + 1 + Milliseconds(random.below(90_000))))
            }
            try cut.take(entry)
        }
        while cut.now < end { cut.advance(to: min(end, cut.now + 1 + Milliseconds(random.below(90_000)))) }
        #expect(cut.stateHash == live.stateHash)
        #expect(cut.events == live.events)
        #expect(cut.networkJournal == live.networkJournal)
    }

    @Test(arguments: ["egov", "power"]) func shippedScenariosReplay(name: String) throws {
        let start = TeamExercise(
            program: try Shipped.program(name), seeds: Seeds(7), settings: ExerciseSettings())
        var live = Self.play(start, seed: 1, until: .hours(8))
        live.close(at: .hours(8))
        let again = try TeamExercise.replay(
            program: live.program, seeds: live.seeds, settings: live.settings,
            entries: live.entries.map { try TeamEntry(line: $0.line) }, until: .hours(8), closedAt: .hours(8))
        #expect(again.stateHash == live.stateHash)
        #expect(live.deskMessages.count >= 4)
        #expect(!live.events.contains { $0.kind == .actionRefused })
        #expect(live.score().total <= live.score().maximum)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func whatIsTakenIsNeverRefusedByTheRun(seed: UInt64) throws {
        let exercise = try Self.played(seed: seed, until: .hours(8))
        #expect(!exercise.events.contains { $0.kind == .actionRefused })
    }

    @Test func theStateHasAGoldenHash() throws {
        var exercise = try Self.played(seed: 3, until: .hours(4))
        exercise.close(at: .hours(4))
        #expect(exercise.stateHash.hexadecimal == "3489db34e435ea29")
    }

    @Test func theNetworkJournalRebuildsTheRun() throws {
        let exercise = try Self.played(seed: 5, until: .hours(8))
        var log = EventLog<Event>(open: true)
        let run = Run<NetworkWorld>.replay(
            exercise.program, seeds: exercise.seeds, entries: exercise.networkJournal, until: exercise.now, log: &log)
        #expect(run.stateHash == exercise.run.stateHash)
        #expect(log.events == exercise.events)
    }

    @Test func eventsAreDrainedOnce() throws {
        var exercise = try LiveOffice.start()
        var drained: [Event] = []
        for minute in stride(from: 0 as Int64, through: 480, by: 7) {
            exercise.advance(to: .minutes(minute))
            drained += exercise.drainEvents()
        }
        #expect(drained == exercise.events)
        #expect(exercise.drainEvents().isEmpty)
    }
}
