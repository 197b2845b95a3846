import Exercise
import Kernel
import NetworkWorld
import Scenario
import Testing

struct InjectTests {
    private func titles(_ exercise: TeamExercise) -> [String] { exercise.deskMessages.map(\.title.english) }

    @Test func scriptsPlayAtTheirTime() throws {
        var exercise = try LiveOffice.start()
        #expect(titles(exercise) == ["News briefing"])
        #expect(exercise.drainChanges() == .messages)
        exercise.advance(to: .minutes(30) - 1)
        #expect(exercise.deskMessages.count == 1)
        exercise.advance(to: .minutes(30))
        // Gossip is for the press only; the call goes to everybody.
        #expect(titles(exercise) == ["News briefing", "News call"])
        #expect(exercise.deskMessages[1].time == .minutes(30))
        #expect(exercise.deskMessages[0].from.english == "press")
        #expect(exercise.deskMessages[0].to.map(\.english) == ["office.lead"])
        #expect(exercise.deskMessages[1].from.english == "Exercise direction")
    }

    @Test func anInjectMayGrantTheFirstHostThatWasNeverHeld() throws {
        var exercise = try LiveOffice.start()
        exercise.advance(to: .minutes(30) - 1)
        let first = (0..<20).first { !exercise.run.state.host(Int32($0)).compromised }
        exercise.advance(to: .minutes(30))
        let granted = exercise.events.filter { $0.kind == .footholdGranted }
        #expect(granted.map { Int($0.target) } == [first])
        #expect(exercise.networkJournal.count == 1)
    }

    @Test(
        arguments: [
            // script speed, story speeds, expected minutes of an event at minute 40 of a script that starts at minute 20
            (1_000, [], [40]), (2_000, [], [30]), (500, [], [60]), (0, [], []), (1_000, [1_000], [40]),
            (1_000, [2_000], [20]), (2_000, [2_000], [15]), (1_000, [1_000, 4_000], [10, 40]),
        ] as [(Int64, [Int64], [Int64])])
    func speedsOfScriptsAndStoriesMultiply(script: Int64, stories: [Int64], minutes: [Int64]) throws {
        let program = try LiveOffice.program { scenario in
            scenario.exercise.scripts[0].startMilliseconds = .minutes(20)
            scenario.exercise.scripts[0].speedThousandths = script
            scenario.exercise.scripts[0].events = [ScriptedEvent(event: "morning", atMilliseconds: .minutes(40))]
            scenario.exercise.events.removeAll { $0.name == "news" }
            scenario.exercise.stories = stories.enumerated().map { index, speed in
                var story = Story(name: "story-\(index)")
                story.speedThousandths = speed
                story.scripts = ["day"]
                return story
            }
        }
        var exercise = TeamExercise(program: program, seeds: Seeds(1), settings: ExerciseSettings())
        exercise.advance(to: .hours(8))
        // An inject is put in once, however many stories bring it.
        #expect(exercise.deskMessages.map { $0.time / 60_000 } == Array(minutes.prefix(1)))
    }

    @Test func aScriptThatNoStoryNamesDoesNotPlay() throws {
        let program = try LiveOffice.program { scenario in
            scenario.exercise.scripts.append(Script(name: "other"))
            var story = Story(name: "story")
            story.scripts = ["other"]
            scenario.exercise.stories = [story]
        }
        var exercise = TeamExercise(program: program, seeds: Seeds(1), settings: ExerciseSettings())
        exercise.advance(to: .hours(1))
        #expect(exercise.deskMessages.isEmpty)
    }

    /// A seed in which records are taken while nobody defends.
    private func lossySeed() throws -> (seed: UInt64, time: Milliseconds) {
        for seed in 1...60 as ClosedRange<UInt64> {
            var exercise = try LiveOffice.start(seed: seed)
            exercise.advance(to: .hours(8))
            if let taken = exercise.events.first(where: { $0.kind == .recordsStolen }) { return (seed, taken.time) }
        }
        throw TeamInputError(.unknown, LocalizedText(english: "no seed loses records"))
    }

    @Test func anEventWaitsForItsConditionsUntilTheNextWholeMinute() throws {
        let (seed, time) = try lossySeed()
        var exercise = try LiveOffice.start(seed: seed)
        exercise.advance(to: .hours(8))
        let leaks = exercise.deskMessages.filter { $0.title.english == "News leak" }
        #expect(leaks.map(\.time) == [time / 60_000 * 60_000 + 60_000])
    }

    @Test func whatAPersonDecidesNeverHappensByItself() throws {
        let program = try LiveOffice.program { scenario in
            scenario.exercise.events[2].conditions = ["safe", "spoken"]
        }
        var exercise = TeamExercise(program: program, seeds: Seeds(3), settings: ExerciseSettings())
        exercise.advance(to: .hours(1))
        #expect(!titles(exercise).contains("News leak"))
        try exercise.take(.inject("leak"), by: .direction(1))
        #expect(titles(exercise).last == "News leak")
    }

    @Test func aScriptedEventWithConditionsWaitsWithinItsScript() throws {
        func minutes(_ condition: String, from: Int64, until: Int64) throws -> [Int64] {
            let program = try LiveOffice.program { scenario in
                scenario.exercise.events[2].conditions = [condition]
                scenario.exercise.scripts[0].events = [ScriptedEvent(event: "news", atMilliseconds: .minutes(from))]
                scenario.exercise.scripts[0].endMilliseconds = .minutes(until)
            }
            var exercise = TeamExercise(program: program, seeds: Seeds(3), settings: ExerciseSettings())
            exercise.advance(to: .minutes(10))
            try exercise.take(.action("triage-host", host: 15, account: -1, network: -1))
            exercise.advance(to: .hours(8))
            return exercise.deskMessages.map { $0.time / 60_000 }
        }
        #expect(try minutes("safe", from: 5, until: 60) == [5])
        let done = try #require(try minutes("looked", from: 5, until: 480).first)
        #expect(done > 10)
        #expect(try minutes("looked", from: 5, until: done - 1) == [])
        #expect(try minutes("looked", from: done + 7, until: 480) == [done + 7])
    }

    @Test func anInjectGivenByHandDoesNotComeAgain() throws {
        var exercise = try LiveOffice.start()
        try exercise.take(.inject("call"), at: .minutes(5), by: .direction(1))
        exercise.advance(to: .hours(1))
        #expect(titles(exercise) == ["News briefing", "News call"])
        #expect(exercise.events.count { $0.kind == .footholdGranted } == 1)
    }
}
