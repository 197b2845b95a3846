import Exercise
import Kernel
import NetworkWorld
import Testing

struct BaselineTests {
    private func baselines(_ exercise: TeamExercise) throws -> Baselines {
        let playbook = try LiveOffice.program(options: exercise.settings.playbookOptions())
        return Baselines(
            program: exercise.program, playbookProgram: playbook, seeds: exercise.seeds, settings: exercise.settings,
            directed: exercise.directedEntries, until: .hours(8))
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func aTeamThatDoesNothingLosesWhatNobodyWouldLose(seed: UInt64) throws {
        var exercise = try LiveOffice.start(seed: seed)
        try exercise.take(.grantFoothold(host: 21), at: .minutes(61) + 17, by: .direction(1))
        try exercise.take(.inject("call"), at: .minutes(62), by: .direction(1), ifPossible: true)
        exercise.advance(to: .hours(8))
        let baselines = try baselines(exercise)
        #expect(baselines.undefended.outcome == exercise.outcome)
        #expect(baselines.undefended.losses.count == 97)
        #expect(baselines.undefended.losses == baselines.undefended.losses.sorted())
        let score = exercise.score(baselines: baselines)
        #expect(score.lossUndefended == score.loss)
        #expect(score.lossUnderPlaybook == baselines.playbook.outcome.totalLoss)
        #expect(baselines.undefended.loss(at: .minutes(7)) == baselines.undefended.losses[1])
        #expect(baselines.undefended.loss(at: .hours(99)) == baselines.undefended.losses.last)
    }

    @Test func thePlaybookWorks() throws {
        let exercise = try LiveOffice.start(seed: 2)
        let outcome = try baselines(exercise).playbook.outcome
        #expect(outcome.staffMinutes > 0)
    }
}

extension TeamExercise {
    /// Takes an input, or leaves it where it is refused.
    fileprivate mutating func take(
        _ input: TeamInput, at time: Milliseconds, by author: Author, ifPossible: Bool
    ) throws(TeamInputError) {
        do throws(TeamInputError) { try take(input, at: time, by: author) } catch { if !ifPossible { throw error } }
    }
}
