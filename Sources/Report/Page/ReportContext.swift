import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

/// What all parts of a page share, worked out once.
struct ReportContext {
    let report: RunReport
    let story: RunStory
    let names: RunNames
    let clock: Clock

    init(_ report: RunReport) {
        self.report = report
        story = RunStory(program: report.program, events: report.events)
        names = RunNames(program: report.program)
        clock = Clock(report.program.simulation)
    }

    var program: Program { report.program }
    var outcome: Outcome { report.outcome }
    var simulation: Simulation { report.program.simulation }

    func money(_ amount: Int64) -> LocalizedText { Figures.money(amount, simulation.currency) }

    /// When something happened, or a dash.
    func time(_ time: Milliseconds?) -> LocalizedText { time.map { clock.time($0) } ?? LocalizedText("–") }
}
