import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// The pages of an exercise for those who direct or watch it.
enum InstructorRoutes {
    static let all: [Route] = [
        .page("/exercises/{exercise}", .ownAccount, Texts.Direction.overview) { request in
            let live = try await request.visibleExercise()
            guard request.watches(live) else {
                let (_, team) = try await request.ownSeat()
                return .redirect(to: "/exercises/\(live.stored.publicID)/teams/\(team)/desk")
            }
            return overview(try await request.direction())
        },
        .fragment("/exercises/{exercise}/parts/{part}", .observe, Texts.Direction.overview) { request in
            let direction = try await request.direction()
            guard let part = DirectionPart(rawValue: try request.parameter("part")),
                part != .injects || direction.directs
            else { throw Problem.notFound }
            return request.fragment { direction.write(part, to: &$0) }
        },
        .page("/exercises/{exercise}/setup", .direct, Texts.Direction.setup) { request in
            try await SetupPage.response(request, .empty, link: nil)
        },
        .page("/exercises/{exercise}/teams/{team}", .observe, Texts.Direction.story) { request in
            try await TeamTruth.page(request)
        },
        .fragment("/exercises/{exercise}/teams/{team}/truth/{part}", .observe, Texts.Direction.story) { request in
            guard let part = TruthPart(rawValue: try request.parameter("part")) else { throw Problem.notFound }
            let truth = try await TeamTruth(request, part: part)
            return request.fragment { truth.write(part, to: &$0) }
        },
    ]

    private static func overview(_ direction: Direction) -> Response {
        direction.page(.overview) { page in
            page.card(Texts.Direction.allTeams, id: "glance") { direction.part(.teams, in: &$0) }
            guard direction.directs else { return }
            page.element("div", ["class": "columns"]) { page in
                page.card(Texts.Direction.injects, id: "injects", lead: Texts.Direction.injectsLead) { page in
                    direction.part(.injects, in: &page)
                }
                if direction.status.phase != .closed {
                    page.element("div") { direction.writeTools(to: &$0) }
                }
            }
        }
    }
}
