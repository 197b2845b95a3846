import Kernel

/// What the direction does to an exercise as a whole. Kept in its journal like what enters a team's run.
public enum ControlInput: Sendable, Equatable {
    /// The clock begins to run.
    case start
    /// The clock stops; nobody can act.
    case pause
    /// It goes on.
    case resume
    /// The exercise lasts longer by so many exercise milliseconds.
    case extend(Milliseconds)
    /// One turn passes, where the pace is by turns.
    case step
    /// Teams and projector see the scoreboard as it stands now.
    case freezeScoreboard
    /// They see it as it is again.
    case unfreezeScoreboard
    /// The exercise is over; answers are marked and the review opens.
    case close

    /// The most by which an exercise is extended in one go: a week.
    public static let longestExtension = Milliseconds.hours(24 * 7)

    /// Writes the input as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind)
            if case .extend(let time) = self { json.member("milliseconds", time) }
        }
    }

    /// Reads what ``write(to:)`` wrote; anything else is an error with its position.
    public init(json: JSONValue) throws(JSONError) {
        let kind = try json.required("kind")
        switch try kind.string() {
        case "start": self = .start
        case "pause": self = .pause
        case "resume": self = .resume
        case "extend":
            let time: Milliseconds = try json.required("milliseconds").integer()
            guard (1...Self.longestExtension).contains(time) else {
                throw JSONError("expected 1 ms to a week", at: json.position)
            }
            self = .extend(time)
        case "step": self = .step
        case "freeze-scoreboard": self = .freezeScoreboard
        case "unfreeze-scoreboard": self = .unfreezeScoreboard
        case "close": self = .close
        default:
            throw JSONError(
                "expected start, pause, resume, extend, step, freeze-scoreboard, unfreeze-scoreboard or close",
                at: kind.position)
        }
    }

    /// Its name in journals and in the audit trail.
    public var kind: String {
        switch self {
        case .start: "start"
        case .pause: "pause"
        case .resume: "resume"
        case .extend: "extend"
        case .step: "step"
        case .freezeScoreboard: "freeze-scoreboard"
        case .unfreezeScoreboard: "unfreeze-scoreboard"
        case .close: "close"
        }
    }
}
