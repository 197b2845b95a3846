import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import NetworkWorld
import Scenario

/// How seeds end where nobody defends, a stretch of them at a time: a script asks for one stretch after the other, so that
/// whoever waits sees them come and can stop.
enum SeedTable {
    /// Most seeds of one request.
    private static let most: Int64 = 20
    /// How long one request computes at most.
    private static let patience = Duration.seconds(4)

    /// Answers a form of an exercise, with the fields `first` and `count`, by rows of a table.
    static func response(_ request: WebRequest) async throws -> Response {
        let form = request.form
        do {
            let choice = try ScenarioChoice(form, request.site)
            let settings = try ExercisePlan.settings(form, choice)
            guard let first = UInt64(form.text("first")), let count = Int64(form.text("count")),
                (1...most).contains(count)
            else { throw Problem.invalid(Texts.API.wholeNumber(1...most), field: "count") }
            let scout = SeedScout(program: try choice.program(settings), settings: settings)
            let forecasts = await forecasts(scout, from: first, count: Int(count))
            let clock = Clock(choice.simulation)
            return request.fragment { page in
                page.table(
                    id: "seeds-\(first)", caption: Texts.Exercises.scout, columns: columns,
                    rows: forecasts.map { row($0, scout, clock, choice.simulation.currency) })
            }
        } catch let refusal as ScenarioRefusal {
            throw refusal.problem
        }
    }

    /// Forecasts of a stretch; fewer where the time is over.
    static func forecasts(_ scout: SeedScout, from first: UInt64, count: Int) async -> [SeedForecast] {
        await withTaskGroup(of: [SeedForecast]?.self) { group in
            group.addTask { await scout.forecasts(from: first, count: count, workers: 1) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            var found: [SeedForecast] = []
            for await result in group {
                group.cancelAll()
                if let result { found = result }
            }
            return found
        }
    }

    private static let columns = [
        Column(Texts.Exercises.seed, isNumber: true), Column(Texts.Exercises.goal), Column(Texts.Exercises.firstAccess),
        Column(Texts.Exercises.firstAlert), Column(Texts.Exercises.falseBefore, isNumber: true),
        Column(Texts.Exercises.hostsTaken, isNumber: true), Column(Texts.Exercises.loss, isNumber: true),
        Column(Texts.Exercises.use),
    ]

    private static func row(
        _ forecast: SeedForecast, _ scout: SeedScout, _ clock: Clock, _ currency: String
    ) -> [TableCell] {
        let outcome = forecast.outcome
        let time = { (time: Milliseconds?) in TableCell.text(time.map { clock.time($0) } ?? Texts.none) }
        let isTeachable = forecast.isTeachable(duration: scout.duration)
        return [
            .plain(String(forecast.seed)),
            .drawn { page in
                if let goal = outcome.goalTime, outcome.goalReached {
                    page.chip(Texts.Exercises.reached + clock.time(goal), .bad)
                } else {
                    page.chip(Texts.Exercises.notReached, .neutral)
                }
                if isTeachable {
                    page.text(" ")
                    page.chip(Texts.Exercises.teachable, .good)
                }
            },
            time(outcome.firstCompromise), time(outcome.detected), .text(Figures.number(forecast.falseAlertsBefore)),
            .text(Figures.number(outcome.hostsCompromised)),
            .text(Figures.short(outcome.totalLoss) + "\u{A0}\(currency)"),
            .drawn { page in
                page.element(
                    "button",
                    [
                        "type": "button", "class": "small", "data-seed": String(forecast.seed),
                        "aria-label": page.words(Texts.Exercises.use) + " " + String(forecast.seed),
                    ], Texts.Exercises.use)
            },
        ]
    }
}
