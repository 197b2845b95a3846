import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

/// Nothing that a team sees may follow from what it has not found out.
struct TruthTests {
    /// The office with alarms that are all false: nothing notices an attack.
    private func program(attack: Bool) throws -> Program {
        var scenario = SmallOffice.scenario
        scenario.exercise = LiveOffice.exercise
        // The events of the scenario that follow from the truth, and the foothold by inject, are meant to show.
        scenario.exercise.events.removeLast()
        scenario.exercise.injects[2].effect = .message
        var catalogue = SmallOffice.catalogue
        for index in catalogue.analytics.indices {
            catalogue.analytics[index].techniques = []
            catalogue.analytics[index].falseAlarmsPerDayThousandths = 60_000
        }
        var options = RunOptions()
        options.attack = attack
        return try Program(scenario: scenario, catalogue: catalogue, options: options)
    }

    /// Everything that pages and agents can read.
    private func desk(_ exercise: TeamExercise) -> String {
        var json = JSONWriter()
        json.array { json in
            exercise.deskClock.write(to: &json)
            exercise.deskSituation.write(to: &json)
            exercise.deskScore.write(to: &json)
            for alert in exercise.deskAlerts { alert.write(to: &json) }
            for work in exercise.deskWork { work.write(to: &json) }
            for finding in exercise.deskFindings { finding.write(to: &json) }
            for message in exercise.deskMessages { message.write(to: &json) }
            for question in exercise.deskQuestions { question.write(to: &json) }
            for text in exercise.deskNotes + exercise.deskChat { text.write(to: &json) }
            for report in exercise.deskReports { report.write(to: &json) }
            for rule in exercise.deskRules { rule.write(to: &json) }
        }
        return json.text
    }

    /// Hosts and accounts that red has to do with in an undefended run: work elsewhere cannot bring the truth to light.
    private func isTouched(_ input: TeamInput, _ quiet: TeamExercise) -> Bool {
        guard case .action(_, let host, let account, _) = input else { return false }
        let state = quiet.run.state
        if host >= 0 { return state.host(host).compromised }
        guard account >= 0 else { return false }
        let station = quiet.program.workstation(ofAccount: account)
        return state.account(account).known || station >= 0 && state.host(station).compromised
    }

    private func isSafe(_ input: TeamInput) -> Bool {
        switch input {
        case .action(let action, _, _, let network):
            // These look at the whole organisation, and what they find they may tell.
            return network < 0 && action != "mail-search" && action != "reset-domain" && action != "purge-mail"
        case .answer, .grantFoothold: return false
        default: return true
        }
    }

    @Test(arguments: 1...16 as ClosedRange<UInt64>)
    func anAttackThatNobodyNoticedShowsNowhere(seed: UInt64) throws {
        var random = FuzzRandom(seed: seed)
        var peaceful = TeamExercise(
            program: try program(attack: false), seeds: Seeds(seed), settings: ExerciseSettings())
        var attacked = TeamExercise(
            program: try program(attack: true), seeds: Seeds(seed), settings: ExerciseSettings())
        var undefended = attacked
        undefended.advance(to: .hours(8))
        for minute in 1...480 as ClosedRange<Int64> {
            let time = Milliseconds.minutes(minute) + Milliseconds(random.below(30_000))
            peaceful.advance(to: time)
            attacked.advance(to: time)
            if random.below(4) == 0 {
                let (input, author) = TeamExerciseTests.randomInput(&random, in: peaceful)
                guard isSafe(input), !isTouched(input, undefended), !isTouched(input, attacked) else { continue }
                let refusal = Self.refusal { () throws(TeamInputError) in try peaceful.take(input, by: author) }
                #expect(
                    Self.refusal { () throws(TeamInputError) in try attacked.take(input, by: author) } == refusal)
            }
            #expect(peaceful.drainChanges() == attacked.drainChanges(), "minute \(minute)")
        }
        let shown = desk(attacked)
        #expect(desk(peaceful) == shown)
        #expect(try JSONValue.parse(shown).array().count > 20)
        #expect(attacked.entries.count > 20)
        #expect(attacked.events.contains { $0.kind == .attackStep })
        #expect(!peaceful.events.contains { $0.kind == .attackStep })
    }

    private static func refusal(_ body: () throws(TeamInputError) -> Void) -> TeamInputError? {
        do throws(TeamInputError) {
            try body()
            return nil
        } catch { return error }
    }
}
