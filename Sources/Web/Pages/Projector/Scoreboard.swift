import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// The scoreboard as everybody may see it: what desks show, track by track; the whole once the exercise is closed.
struct Scoreboard: Sendable {
    let live: LiveExercise
    let status: LiveStatus
    let standings: [Standing]
    /// Whether whoever looks may see it now.
    let isShown: Bool

    /// The scoreboard of the path's exercise.
    ///
    /// - Throws: `notFound` where the exercise is not for whoever asks.
    init(_ request: WebRequest) async throws {
        self = await Scoreboard(try await request.visibleExercise(), for: request)
    }

    /// The scoreboard of an exercise that whoever asks may see.
    init(_ live: LiveExercise, for request: WebRequest) async {
        self.live = live
        status = await live.status
        isShown = live.settings.scoreboardVisible || status.phase == .closed || request.watches(live)
        standings = isShown ? await live.scoreboard(forDirection: false) : []
    }

    private var isClosed: Bool { status.phase == .closed }

    /// The tracks in which anybody plays.
    var tracks: [Track] { Track.allCases.filter { track in standings.contains { $0.team.track == track } } }

    /// The standings of a track with their places; teams of equal points share one.
    func places(_ track: Track) -> [(place: Int, standing: Standing)] {
        let rows = standings.filter { $0.team.track == track }
        return rows.map { standing in
            let points = standing.points(isClosed: isClosed)
            let place = rows.firstIndex { $0.points(isClosed: isClosed) == points } ?? 0
            return (place + 1, standing)
        }
    }

    /// Writes it as tables.
    func write(to page: inout Markup) {
        guard isShown else { return page.emptyState(Texts.Direction.scoreboard, Texts.Direction.hiddenBoard) }
        if standings.isEmpty { return page.emptyState(Texts.Direction.noTeamsLive, Texts.Exercises.noTeamsLead) }
        if status.isFrozen && !isClosed { page.element("p", ["class": "form-note"], Texts.Direction.frozen) }
        for track in tracks {
            page.table(
                id: "board-\(track.rawValue)", caption: track.title, columns: columns,
                rows: places(track).map { row($0.place, $0.standing) })
        }
    }

    private var columns: [Column] {
        // Points stand right beside the team: a phone shows no more.
        let first = [
            Column(Texts.Direction.rank, isNumber: true), Column(Texts.Exercises.team),
            Column(Texts.Direction.points, isNumber: true),
        ]
        let live = [Texts.Direction.answers, Texts.Direction.hints, Texts.Direction.marks]
        guard isClosed else { return first + live.map { Column($0, isNumber: true) } }
        let whole =
            ScoreComponent.Part.allCases.map(\.title)
            + [Texts.Review.detect, Texts.Review.contain, Texts.Exercises.loss]
        return first + whole.map { Column($0, isNumber: true) }
    }

    private func row(_ place: Int, _ standing: Standing) -> [TableCell] {
        let points = standing.points(isClosed: isClosed)
        let first: [TableCell] = [
            .plain(String(place)), .heading(LocalizedText(standing.team.name)),
            .drawn { $0.element("strong", Figures.number(points)) },
        ]
        guard isClosed, let whole = standing.whole else {
            let score = standing.score
            let marks = score.marks.reduce(0) { $0 + $1.points }
            return first + [score.answers, -score.hints, marks].map { .text(Figures.number($0)) }
        }
        let minutes = { (number: Int64?) in TableCell.text(number.map { Figures.number($0) } ?? Texts.none) }
        let loss = Figures.short(whole.loss) + "\u{A0}\(live.program.simulation.currency)"
        return first + whole.components.map { .text(Figures.number($0.points)) }
            + [minutes(whole.minutesToDetect), minutes(whole.minutesToContain), .text(loss)]
    }

    /// Writes it as one JSON object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("phase", status.phase.rawValue)
            json.member("time", status.time)
            json.member("frozen", status.isFrozen)
            json.member("shown", isShown)
            json.key("teams")
            json.array { json in
                for track in tracks {
                    for (place, standing) in places(track) {
                        json.object { json in
                            json.member("team", standing.team.id)
                            json.member("name", standing.team.name)
                            json.member("track", track.rawValue)
                            json.member("place", place)
                            json.member("points", standing.points(isClosed: isClosed))
                            json.key("score")
                            standing.score.write(to: &json)
                            if isClosed, let whole = standing.whole {
                                json.key("whole")
                                whole.write(to: &json)
                            }
                        }
                    }
                }
            }
        }
    }
}

extension ScoreComponent.Part {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .metrics: LocalizedText("Tiêu chí", "Metrics")
        case .answers: LocalizedText("Trả lời", "Answers")
        case .hints: LocalizedText("Gợi ý", "Hints")
        case .triage: LocalizedText("Phân loại", "Triage")
        case .reports: LocalizedText("Báo cáo", "Reports")
        }
    }
}
