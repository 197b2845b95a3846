import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// The scoreboard, and the page for a projector.
enum ProjectorRoutes {
    static let all: [Route] = [
        .page("/exercises/{exercise}/scoreboard", .ownAccount, Texts.Direction.scoreboard) { request in
            let board = try await Scoreboard(request)
            let root = "/exercises/\(board.live.stored.publicID)"
            let body = { (page: inout Markup) in
                page.live("score clock", from: root + "/scoreboard/part") { board.write(to: &$0) }
            }
            if request.watches(board.live) { return try await request.direction().page(.scoreboard, body) }
            let (_, team) = try await request.ownSeat()
            var frame = PageFrame(Texts.Direction.scoreboard + " · " + board.live.stored.name, place: .exercises)
            frame.events = "\(root)/teams/\(team)/events"
            frame.parent = (Texts.Exercises.toDesk, "\(root)/teams/\(team)/desk")
            return request.page(frame, body)
        },
        .fragment("/exercises/{exercise}/scoreboard/part", .ownAccount, Texts.Direction.scoreboard) { request in
            let board = try await Scoreboard(request)
            return request.fragment { board.write(to: &$0) }
        },
        .page("/exercises/{exercise}/projector", .observe, Texts.Direction.projector) { request in
            let screen = try await ProjectorScreen(request)
            return screen.page()
        },
        .fragment("/exercises/{exercise}/projector/part", .observe, Texts.Direction.projector) { request in
            let screen = try await ProjectorScreen(request)
            return request.fragment { screen.write(to: &$0) }
        },
    ]
}
