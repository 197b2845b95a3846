import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import NetworkWorld
import Scenario

/// One team for those who direct: the truth beside what the team sees and does.
struct TeamTruth: Sendable {
    let direction: Direction
    let snapshot: TeamSnapshot
    /// The run as it truly was; nil where only parts without it are written.
    let timeline: ReviewTimeline?
    /// Names of those who put something in.
    let names: [Int64: String]
    /// The latest looks into logs, newest first.
    let searches: [KeptActivity]

    /// The team's run.
    var exercise: TeamExercise { snapshot.exercise }
    /// The clocks of the simulated organisation.
    var clock: Clock { direction.clock }
    /// Where the page is.
    var root: String { "\(direction.root)/teams/\(snapshot.team.id)" }

    /// The team of the path.
    ///
    /// - Throws: `notFound` where there is none, or where the truth is not for whoever asks.
    /// - Parameter part: the only part that will be written, or nil for all.
    /// - Complexity: that of the team's run, where the part tells of it.
    init(_ request: WebRequest, part: TruthPart? = nil) async throws {
        direction = try await request.direction()
        let id = try request.number("team")
        guard direction.showsTruth, let snapshot = direction.snapshots.first(where: { $0.team.id == id }) else {
            throw Problem.notFound
        }
        self.snapshot = snapshot
        do throws(ReviewError) {
            timeline = part?.needsTimeline ?? true ? try ReviewedRun(snapshot.exercise).timeline() : nil
        } catch {
            throw Problem.conflict(LocalizedText(error.description))
        }
        if part == nil || part == .searches {
            searches = try await request.site.ground.latestActivities(exercise: direction.live.id, team: id, limit: 200)
        } else {
            searches = []
        }
        let people = snapshot.exercise.entries.compactMap(\.author.person) + searches.map(\.activity.account)
        names = try await request.site.names(of: people)
    }

    /// The page.
    static func page(_ request: WebRequest) async throws -> Response {
        let truth = try await TeamTruth(request)
        let direction = truth.direction
        return direction.page(.overview) { page in
            page.element("header", ["class": "team-head"]) { page in
                page.element("h2", truth.snapshot.team.name)
                page.chip(truth.snapshot.team.track.title, .neutral)
                page.element("a", ["class": "button small", "href": truth.root + "/desk"], Texts.Direction.teamDesk)
                if direction.status.phase == .closed {
                    page.element(
                        "a", ["class": "button small primary", "href": truth.root + "/review"], Texts.Direction.review)
                }
            }
            truth.part(.glance, in: &page)
            page.card(Texts.Direction.story, id: "story", lead: Texts.Direction.storyLead) { page in
                truth.part(.story, in: &page)
            }
            page.element("div", ["class": "columns wide-columns"]) { page in
                page.card(Texts.Direction.alertTitle, id: "alerts") { truth.part(.alerts, in: &$0) }
                page.card(Texts.Direction.actions, id: "actions") { truth.part(.actions, in: &$0) }
                page.card(Texts.Direction.reports, id: "reports", lead: Texts.Direction.markRubric) { page in
                    truth.part(.reports, in: &page)
                }
                page.card(Texts.Direction.searches, id: "searches") { truth.part(.searches, in: &$0) }
                page.card(Texts.Direction.chat, id: "chat") { page in
                    truth.part(.chat, in: &page)
                    truth.writeSaying(to: &page)
                }
                if !truth.manualMetrics.isEmpty {
                    page.card(Texts.Direction.metrics, id: "metrics") { truth.part(.metrics, in: &$0) }
                }
            }
        }
    }

    private func part(_ part: TruthPart, in page: inout Markup) {
        page.live(part.sections, from: "\(root)/truth/\(part.rawValue)") { write(part, to: &$0) }
    }

    /// Writes a part.
    func write(_ part: TruthPart, to page: inout Markup) {
        switch part {
        case .glance: writeGlance(to: &page)
        case .story: writeStory(to: &page)
        case .alerts: writeAlerts(to: &page)
        case .actions: writeActions(to: &page)
        case .reports: writeReports(to: &page)
        case .searches: writeSearches(to: &page)
        case .chat: writeChat(to: &page)
        case .metrics: writeMetrics(to: &page)
        }
    }

    /// Who somebody is.
    func name(_ author: Author?) -> LocalizedText {
        switch author {
        case .seat(let person), .direction(let person): names[person].map { LocalizedText($0) } ?? Texts.none
        case .system: Texts.Direction.program
        case nil: Texts.none
        }
    }

    /// A host by its index.
    func host(_ host: Int32) -> String? { host < 0 ? nil : direction.program.hostName(host) }
}

/// The parts of that page that live events renew.
enum TruthPart: String, CaseIterable {
    case glance, story, alerts, actions, reports, searches, chat, metrics

    /// Whether it tells of the run as it truly was.
    var needsTimeline: Bool { self == .story || self == .alerts }

    /// Names of the changes that make it out of date.
    var sections: String {
        switch self {
        case .glance, .story: "truth alerts hosts work clock"
        case .alerts: "alerts"
        case .actions: "work"
        case .reports: "reports score"
        case .searches: "truth"
        case .chat: "chat"
        case .metrics: "score"
        }
    }
}
