import Exercise
import Ground
import Kernel
import Markup
import Scenario

/// Live events of exercises: which sections of a desk have something new. What it is, the page fetches.
enum ExerciseEventRoutes {
    static let all: [Route] = [
        .events(
            "/exercises/{exercise}/teams/{team}/events", .ownAccount,
            LocalizedText("Sự kiện trực tiếp của một đội", "Live events of a team")
        ) { request in
            let (exercise, team) = try await request.visibleTeam()
            return EventStream.response(
                try await exercise.signals(team: team).map(\.serverEvent), metrics: request.site.metrics)
        },
        .events(
            "/exercises/{exercise}/events", .observe,
            LocalizedText("Sự kiện trực tiếp của diễn tập", "Live events of an exercise")
        ) { request in
            let exercise = try await request.visibleExercise()
            return EventStream.response(
                exercise.signalsOfAll().map(\.serverEvent), metrics: request.site.metrics)
        },
    ]
}

extension LiveSignal {
    /// The signal as browsers and programs read it.
    fileprivate var serverEvent: ServerEvent {
        var json = JSONWriter()
        json.object { json in
            json.key("changed")
            json.array { json in for name in changes.names { json.value(name) } }
            json.member("time", time)
            json.member("phase", phase.rawValue)
        }
        // No number: signals to a slow browser are added up, none is lost, so a gap would mean nothing.
        return ServerEvent(data: json.text)
    }
}
