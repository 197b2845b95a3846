import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import NetworkWorld
import Scenario

/// The page for a projector: what everybody in the room may know, in large letters.
struct ProjectorScreen: Sendable {
    let request: WebRequest
    let board: Scoreboard
    /// Announcements that every team got, newest first.
    let news: [DeskMessage]

    private static let mostNews = 4
    private static let mostTeams = 12

    /// The screen of the path's exercise, for those who direct or watch it.
    ///
    /// - Throws: `notFound` for all others.
    init(_ request: WebRequest) async throws {
        self.request = request
        let direction = try await request.direction()
        board = try await Scoreboard(request)
        news = Self.common(direction.snapshots.map(\.exercise.deskMessages))
    }

    /// What stands in every team's messages with the same words, newest first.
    private static func common(_ teams: [[DeskMessage]]) -> [DeskMessage] {
        guard let first = teams.first else { return [] }
        let others = teams.dropFirst()
        let shared = first.filter { message in
            others.allSatisfy { $0.contains { $0.text == message.text && $0.title == message.title } }
        }
        return Array(shared.suffix(mostNews).reversed())
    }

    /// The page.
    func page() -> Response {
        let live = board.live
        var frame = PageFrame(Texts.Direction.projector + " · " + live.stored.name, place: .exercises, width: .full)
        frame.showsHeading = false
        frame.events = "/exercises/\(live.stored.publicID)/events"
        frame.scripts = ["instructor.js"]
        frame.styles = ["direction.css"]
        return request.page(frame) { page in
            page.element("div", ["class": "projector", "id": "projector"]) { page in
                page.live(
                    "clock score messages truth", from: "/exercises/\(live.stored.publicID)/projector/part"
                ) { write(to: &$0) }
                page.element("p", ["class": "buttons projector-tools"]) { page in
                    page.element(
                        "button",
                        ["type": "button", "class": "small", "data-full-screen": "projector", "hidden": ""],
                        Texts.Direction.fullScreen)
                    page.element(
                        "a", ["class": "button small quiet", "href": "/exercises/\(live.stored.publicID)"],
                        Texts.back)
                }
            }
        }
    }

    /// Writes what live events renew.
    func write(to page: inout Markup) {
        let status = board.status
        let live = board.live
        page.element("header", ["class": "projector-head"]) { page in
            page.element("div") { page in
                page.element("h1", live.stored.name)
                let scenario = live.program.scenario.title.or(live.stored.scenario)
                if scenario[request.language] != live.stored.name { page.element("p", ["class": "muted"], scenario) }
            }
            page.element("div", ["class": "projector-clock"]) { page in
                page.clock(status, Clock(live.program.simulation), pace: live.settings.pace, class: "large")
                if status.phase != .running {
                    page.chip(
                        status.phase == .draft ? Texts.Direction.waitingStart : status.phase.title, status.phase.tone)
                }
                if status.isFrozen { page.chip(Texts.Direction.frozen, .warning) }
            }
        }
        page.element("div", ["class": "projector-body"]) { page in
            page.element("div") { page in
                for track in board.tracks { ranking(track, &page) }
                if board.tracks.isEmpty {
                    page.emptyState(Texts.Direction.noTeamsLive, Texts.Exercises.noTeamsLead)
                }
            }
            page.element("section", ["class": "projector-news", "aria-labelledby": "news-title"]) { page in
                page.element("h2", ["id": "news-title"], Texts.Direction.news)
                if news.isEmpty { page.element("p", ["class": "muted"], Texts.Direction.noNews) }
                for message in news {
                    page.element("article", ["data-key": "news-\(message.number)"]) { page in
                        page.element("p", ["class": "muted small"]) { page in
                            page.text(Clock(live.program.simulation).time(message.time) + " · " + message.from)
                        }
                        if !message.isBroadcast { page.element("h3", message.title) }
                        page.element("p", message.text)
                    }
                }
            }
        }
    }

    private func ranking(_ track: Track, _ page: inout Markup) {
        let rows = board.places(track)
        let isClosed = board.status.phase == .closed
        page.element("section", ["class": "ranking", "aria-labelledby": "track-\(track.rawValue)"]) { page in
            page.element("h2", ["id": "track-\(track.rawValue)"], track.title)
            page.element("ol") { page in
                for (place, standing) in rows.prefix(Self.mostTeams) {
                    page.element("li", ["data-key": "team-\(standing.team.id)"]) { page in
                        page.element("span", ["class": "place"], String(place))
                        page.element("span", ["class": "who"], standing.team.name)
                        page.element(
                            "span", ["class": "points"], Figures.number(standing.points(isClosed: isClosed)))
                    }
                }
            }
            if rows.count > Self.mostTeams {
                page.element("p", ["class": "muted"], LocalizedText("+\(rows.count - Self.mostTeams)"))
            }
        }
    }
}
