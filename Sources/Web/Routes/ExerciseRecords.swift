import Exercise
import Ground
import Kernel
import Markup
import Scenario

/// The JSON of exercises, as shapes. The writing is beside each.
enum ExerciseRecords {
    static let parameter = Route.Parameter(
        name: "exercise", summary: LocalizedText("Mã của bài tập", "What links call the exercise"),
        schema: .string("", 1...40), isRequired: true)
    static let name = Schema.string("Its name", 1...GroundLimits.name)

    static let team = Schema.named(
        "Team",
        .object([
            .required("id", .integer()), .required("number", .integer("Within the exercise, from 1")),
            .required("name", name), .required("track", Records.track),
        ]))

    static let exercise = Schema.named(
        "Exercise",
        .object([
            .required("exercise", .string("What links call it")), .required("name", name),
            .required("scenario", .string("The scenario's short name")),
            .required("phase", .choice(ExercisePhase.allCases.map(\.rawValue))),
            .required("time", .integer("Exercise milliseconds")),
            .required("organisation", .integer()), .required("created", .integer("Milliseconds since 1970")),
            .required("started", .integer().orNull), .required("closed", .integer().orNull),
        ]))

    static let openExercise = Schema.named(
        "OpenExercise",
        .object([
            .required("exercise", exercise), .required("duration", .integer("Exercise milliseconds")),
            .required("over", .boolean("Its time is up")), .required("frozen", .boolean("The scoreboard stands still")),
            .required("settings", .any("Settings as they are given when an exercise is made")),
            .required("teams", .array(of: team)),
        ]))

    static let diagnostic = Schema.named(
        "Diagnostic",
        .object([
            .required("severity", .choice(Diagnostic.Severity.allCases.map(\.rawValue))),
            .required("line", .integer()), .required("column", .integer()),
            .required("path", .string("The keys that lead there")), .required("message", .string()),
            .required("suggestion", .string().orNull),
        ]))

    static let settings = Schema.any(
        "adversary, measures, seed (a text), variant (shared, per-team), factor (1 to 600) or turn (milliseconds), "
            + "grouping (team, alone), duration (milliseconds), hints-allowed, scoreboard-visible; all may be left out")
}

extension Team {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("number", number)
            json.member("name", name)
            json.member("track", track.rawValue)
        }
    }
}

extension StoredExercise {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter, status: LiveStatus? = nil) {
        json.object { json in
            json.member("exercise", publicID)
            json.member("name", name)
            json.member("scenario", scenario)
            json.member("phase", (status?.phase ?? phase).rawValue)
            json.member("time", status?.time ?? time)
            json.member("organisation", organisation)
            json.member("created", created)
            json.member("started", started)
            json.member("closed", closed)
        }
    }
}

extension LiveExercise {
    /// Writes it as programs read it, with what storage has of it now.
    nonisolated func write(
        _ stored: StoredExercise, to json: inout JSONWriter, status: LiveStatus, teams: [Team]
    ) {
        json.object { json in
            json.key("exercise")
            stored.write(to: &json, status: status)
            json.member("duration", status.duration)
            json.member("over", status.isOver)
            json.member("frozen", status.isFrozen)
            json.key("settings")
            settings.write(to: &json)
            json.key("teams")
            json.array { json in for team in teams { team.write(to: &json) } }
        }
    }
}

extension Diagnostic {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("severity", severity.rawValue)
            json.member("line", position.line)
            json.member("column", position.column)
            json.member("path", path)
            json.member("message", message)
            json.key("suggestion")
            if let suggestion { json.value(suggestion) } else { json.null() }
        }
    }
}
