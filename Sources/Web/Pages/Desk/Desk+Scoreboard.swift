import Exercise
import Ground
import Markup
import Scenario

extension Desk {
    /// Writes the scoreboard, track by track, and the team's own points.
    func writeScoreboard(to page: inout Markup) async throws {
        let isClosed = snapshot.status.phase == .closed
        ownPoints(&page)
        guard live.settings.scoreboardVisible || isClosed || !hasSeat else {
            page.emptyState(Texts.Scoreboard.hidden, Texts.Scoreboard.hiddenText)
            return
        }
        if snapshot.status.isFrozen { page.element("p", ["class": "form-note"], Texts.Scoreboard.frozen) }
        let board = await live.scoreboard(forDirection: false)
        for track in Track.allCases {
            let standings = board.filter { $0.team.track == track }
            if standings.isEmpty { continue }
            page.table(
                id: "board-\(track.rawValue)", caption: track.title,
                columns: [
                    Column(Texts.Scoreboard.place, isNumber: true), Column(Texts.Scoreboard.team),
                    Column(Texts.Scoreboard.answers, isNumber: true), Column(Texts.Scoreboard.hints, isNumber: true),
                    Column(Texts.Scoreboard.marks, isNumber: true), Column(Texts.Scoreboard.total, isNumber: true),
                ],
                rows: standings.enumerated().map { index, standing in
                    let points = standing.points(isClosed: isClosed)
                    // Teams of equal points share a place.
                    let place = standings.firstIndex { $0.points(isClosed: isClosed) == points } ?? index
                    let marks = standing.score.marks.reduce(0) { $0 + $1.points }
                    return [
                        .plain(String(place + 1)), .heading(LocalizedText(standing.team.name)),
                        .text(Figures.number(standing.score.answers)), .text(Figures.number(-standing.score.hints)),
                        .text(Figures.number(marks)), .drawn { $0.element("strong", Figures.number(points)) },
                    ]
                })
        }
    }

    private func ownPoints(_ page: inout Markup) {
        let score = exercise.deskScore
        page.card(Texts.Scoreboard.own, id: "own", lead: Texts.Scoreboard.note) { page in
            page.element("dl", ["class": "facts"]) { page in
                fact(
                    Texts.Scoreboard.answers,
                    Figures.number(score.answers) + " / " + Figures.number(score.answersMaximum), &page)
                fact(Texts.Scoreboard.hints, Figures.number(-score.hints), &page)
                for mark in score.marks {
                    let comment = mark.comment.isEmpty ? LocalizedText() : LocalizedText(" · \(mark.comment)")
                    fact(
                        mark.title.or(mark.metric ?? ""),
                        Figures.number(mark.points) + " / " + Figures.number(mark.maximum) + comment, &page)
                }
                fact(Texts.Scoreboard.total, Figures.number(score.total), &page)
            }
        }
    }
}
