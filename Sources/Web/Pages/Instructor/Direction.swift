import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import NetworkWorld
import Scenario

/// An exercise as those see it who direct or watch it: pages, their parts and the API are written from this.
struct Direction: Sendable {
    let request: WebRequest
    let live: LiveExercise
    let status: LiveStatus
    /// The teams' runs, in their order. They hold the truth.
    let snapshots: [TeamSnapshot]
    /// Whether whoever looks may act.
    let directs: Bool

    /// The compiled scenario.
    var program: Program { live.program }
    /// Where the exercise's pages are.
    var root: String { "/exercises/\(live.stored.publicID)" }
    /// The clocks of the simulated organisation.
    var clock: Clock { Clock(program.simulation) }
    /// What may be shown of the truth: all to those who direct; to others once the exercise is closed.
    var showsTruth: Bool { directs || status.phase == .closed }
    /// The currency of amounts.
    var currency: String { program.simulation.currency }

    /// A whole page of the exercise: the bar, the way to the other pages, and what `body` writes.
    func page(
        _ current: DirectionPage, _ body: (inout Markup) -> Void
    ) -> Response {
        var frame = PageFrame(current.title + " · " + live.stored.name, place: .exercises, width: .full)
        frame.showsHeading = false
        frame.events = root + "/events"
        frame.scripts = ["instructor.js"]
        frame.styles = ["direction.css"] + current.styles
        return request.page(frame) { page in
            page.element("div", ["class": "direction"]) { page in
                part(.bar, in: &page, class: "direction-bar")
                tabs(current, &page)
                body(&page)
            }
        }
    }

    private func tabs(_ current: DirectionPage, _ page: inout Markup) {
        let pages = DirectionPage.allCases.filter { $0.isShown(directs: directs, phase: status.phase) }
        page.element("nav", ["class": "tabs", "aria-label": page.words(Texts.Direction.pages)]) { page in
            for item in pages {
                page.element(
                    "a",
                    [
                        "href": root + item.path, "aria-current": item == current ? "page" : nil, "data-go": item.key,
                    ], item.title)
            }
        }
        page.element("template", ["id": "direction-keys"]) { page in
            for item in pages {
                page.element("dt") { page in
                    page.element("kbd", "g")
                    page.element("kbd", item.key)
                }
                page.element("dd", item.title)
            }
        }
    }

    /// Writes a part that live events renew.
    func part(_ part: DirectionPart, in page: inout Markup, class name: String? = nil) {
        page.live(part.sections, from: "\(root)/parts/\(part.rawValue)", class: name) { write(part, to: &$0) }
    }

    /// Writes a part without what renews it.
    func write(_ part: DirectionPart, to page: inout Markup) {
        switch part {
        case .bar: writeBar(to: &page)
        case .teams: writeTeams(to: &page)
        case .injects: writeInjects(to: &page)
        }
    }
}

/// The pages of an exercise for those who direct or watch it.
enum DirectionPage: CaseIterable {
    case overview, setup, scoreboard, projector, review

    /// What it is called.
    var title: LocalizedText {
        switch self {
        case .overview: Texts.Direction.overview
        case .setup: Texts.Direction.setup
        case .scoreboard: Texts.Direction.scoreboard
        case .projector: Texts.Direction.projector
        case .review: Texts.Direction.review
        }
    }

    /// The key that leads there after `g`.
    var key: String {
        switch self {
        case .overview: "o"
        case .setup: "t"
        case .scoreboard: "b"
        case .projector: "p"
        case .review: "r"
        }
    }

    /// The end of its address.
    var path: String {
        switch self {
        case .overview: ""
        case .setup: "/setup"
        case .scoreboard: "/scoreboard"
        case .projector: "/projector"
        case .review: "/review"
        }
    }

    /// Styles beside the common ones.
    var styles: [String] { self == .review ? ["review.css"] : [] }

    /// Whether there is anything on it.
    func isShown(directs: Bool, phase: ExercisePhase) -> Bool {
        switch self {
        case .overview, .scoreboard, .projector: true
        case .setup: directs
        case .review: phase == .closed
        }
    }
}

/// The parts of those pages that live events renew.
enum DirectionPart: String, CaseIterable {
    case bar, teams, injects

    /// Names of the changes that make it out of date; `truth` is what a script asks for now and then.
    var sections: String {
        switch self {
        case .bar: "clock truth"
        case .teams: "alerts hosts work messages questions score reports clock truth"
        case .injects: "messages clock truth"
        }
    }
}

extension WebRequest {
    /// The exercise of the path, for those who direct or watch it.
    ///
    /// - Throws: `notFound` for all others.
    func direction() async throws -> Direction {
        let live = try await visibleExercise()
        guard watches(live) else { throw Problem.notFound }
        return Direction(
            request: self, live: live, status: await live.status, snapshots: await live.snapshots(),
            directs: directs(live))
    }
}
