import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import NetworkWorld
import Scenario

/// The review of one team: what happened, what could have been seen, and what each decision changed.
struct TeamReviewPage: Sendable {
    let request: WebRequest
    let live: LiveExercise
    let team: Team
    let exercise: TeamExercise
    let review: TeamReview
    /// The whole of the points; nil where they were not marked.
    let score: TeamScore?
    /// Looks into the logs, in order.
    let searches: [Activity]
    let names: [Int64: String]

    /// Most looks into the logs that are told of.
    private static let mostSearches = 3_000

    /// The team of the path, for those who were in it, directed or watched.
    ///
    /// - Throws: `notFound` for all others; `conflict` before the exercise is closed.
    init(_ request: WebRequest) async throws {
        self.request = request
        let (live, id) = try await request.visibleTeam()
        self.live = live
        review = try await live.review(team: id)
        let snapshot = try await live.snapshot(team: id)
        (team, exercise) = (snapshot.team, snapshot.exercise)
        score = await live.scoreboard(forDirection: true).first { $0.team.id == id }?.whole
        var searches: [Activity] = []
        var last: Int64 = 0
        while searches.count < Self.mostSearches {
            let page = try await request.site.ground.activities(exercise: live.id, team: id, after: last)
            searches += page.map(\.activity).filter { $0.kind == "search" }
            guard page.count == GroundLimits.page, let final = page.last else { break }
            last = final.id
        }
        self.searches = searches
        names = try await request.site.names(
            of: snapshot.exercise.entries.compactMap(\.author.person) + searches.map(\.account))
    }

    /// The compiled scenario.
    var program: Program { live.program }
    /// The clocks of the simulated organisation.
    var clock: Clock { Clock(program.simulation) }
    /// The story of the run.
    var timeline: ReviewTimeline { review.timeline }
    /// Where the page is.
    var root: String { "/exercises/\(live.stored.publicID)/teams/\(team.id)" }
    /// The currency of amounts.
    var currency: String { program.simulation.currency }

    /// The page.
    func response() -> Response {
        var frame = PageFrame(Texts.Review.title + " · " + team.name, place: .exercises, width: .full)
        frame.events = root + "/events"
        frame.scripts = ["review.js"]
        frame.styles = ["direction.css", "review.css"]
        frame.parent = (Texts.Review.otherTeams + ": " + live.stored.name, "/exercises/\(live.stored.publicID)/review")
        return request.page(frame) { page in
            page.element("div", ["class": "review"]) { page in
                tools(&page)
                writeSummary(to: &page)
                page.card(Texts.Review.replay, id: "replay", lead: Texts.Review.replayLead) { writeReplay(to: &$0) }
                page.card(Texts.Review.lanes, id: "lanes", lead: Texts.Review.lanesLead) { writeLanes(to: &$0) }
                page.card(Texts.Review.decisions, id: "decisions", lead: Texts.Review.decisionsLead) { page in
                    part(.decisions, in: &page)
                }
                page.card(Texts.Review.missed, id: "missed", lead: Texts.Review.missedLead) { page in
                    part(.moments, in: &page)
                }
                page.card(Texts.Review.trail, id: "trail", lead: Texts.Review.trailLead) { writeTrail(to: &$0) }
                page.element("div", ["class": "columns"]) { page in
                    page.card(Texts.Review.answers, id: "answers") { writeAnswers(to: &$0) }
                    page.card(Texts.Review.objectives, id: "objectives") { writeObjectives(to: &$0) }
                }
                page.card(Texts.Review.byPerson, id: "people") { writePeople(to: &$0) }
            }
        }
    }

    private func tools(_ page: inout Markup) {
        page.element("div", ["class": "buttons"]) { page in
            page.element("button", ["type": "button", "id": "print", "hidden": ""], Texts.Review.print)
            page.element(
                "a",
                [
                    "class": "button", "href": "/api/v1/exercises/\(live.stored.publicID)/teams/\(team.id)/review",
                    "download": "review-\(live.stored.publicID)-\(team.number).json",
                ], Texts.Review.download)
        }
    }

    private func part(_ part: ReviewPart, in page: inout Markup) {
        page.live("score", from: "\(root)/review/\(part.rawValue)") { write(part, to: &$0) }
    }

    /// Writes a part that is renewed while it is computed.
    func write(_ part: ReviewPart, to page: inout Markup) {
        switch part {
        case .decisions: writeDecisions(to: &page)
        case .moments: writeMoments(to: &page)
        }
    }

    /// Writes everything as one JSON object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", team.name)
            json.member("track", team.track.rawValue)
            if let score {
                json.key("score")
                score.write(to: &json)
            }
            json.key("review")
            review.write(to: &json)
            json.key("searches")
            json.array { json in
                for search in searches {
                    json.object { json in
                        json.member("time", search.time)
                        json.member("account", search.account)
                        json.member("query", search.text)
                    }
                }
            }
        }
    }

    /// A host by its index.
    func host(_ host: Int32) -> String? { host < 0 ? nil : program.hostName(host) }

    /// An amount, short.
    func money(_ amount: Int64) -> LocalizedText {
        (amount < 0 ? LocalizedText("−") + Figures.short(-amount) : Figures.short(amount)) + "\u{A0}\(currency)"
    }
}

/// The parts of a review that are renewed while they are computed.
enum ReviewPart: String {
    case decisions, moments
}
