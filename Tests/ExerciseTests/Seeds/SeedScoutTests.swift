import Exercise
import Kernel
import NetworkWorld
import Testing

struct SeedScoutTests {
    @Test func forecastsDoNotDependOnWorkers() async throws {
        let scout = SeedScout(program: try LiveOffice.program(), settings: ExerciseSettings())
        let one = await scout.forecasts(from: 40, count: 60, workers: 1)
        let two = await scout.forecasts(from: 40, count: 60, workers: 2)
        #expect(one == two)
        #expect(one.map(\.seed) == Array(40..<100))
        #expect(one[7] == scout.forecast(47))
        let reached = one.filter(\.outcome.goalReached)
        #expect(!reached.isEmpty && reached.count < 60)
        #expect(one.filter { $0.isTeachable(duration: scout.duration) }.allSatisfy { $0.outcome.goalReached })
        #expect(await scout.forecasts(from: .max, count: 2, workers: 1).map(\.seed) == [.max, 0])
        #expect(await scout.forecasts(from: 1, count: -5, workers: 1).isEmpty)
    }

    @Test func aForecastIsWhatAnIdleTeamComesTo() throws {
        let scout = SeedScout(program: try LiveOffice.program(), settings: ExerciseSettings())
        var exercise = try LiveOffice.start(seed: 11)
        exercise.advance(to: .hours(8))
        #expect(scout.forecast(11).outcome == exercise.outcome)
    }
}
