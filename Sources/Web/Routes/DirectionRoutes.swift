import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import NetworkWorld
import Scenario

/// What those who direct do with an exercise and its teams.
enum DirectionRoutes {
    static let all: [Route] = [
        .action("/exercises/{exercise}/control", .direct, Texts.Direction.overview) { request in
            let live = try await request.directedExercise()
            let input = try control(request.form)
            try await live.control(input, by: request.requester)
            let root = "/exercises/\(live.stored.publicID)"
            // Once it is closed there is a page more, and nothing left to direct on this one.
            if case .close = input { return request.done(input.notice, to: root + "/review") }
            return request.stayed(input.notice, at: root)
        },
        .action("/exercises/{exercise}/direct", .direct, Texts.Direction.overview) { request in
            let live = try await request.directedExercise()
            let input = try input(request.form, live)
            _ = try await request.direct(input, team: Int64(request.form.text("team")), in: live)
            return request.stayed(
                input.notice, at: WebRequest.ownPlace(request.form["return"] ?? "/exercises/\(live.stored.publicID)"))
        },
        .action("/exercises/{exercise}/delete", .direct, Texts.Exercises.delete) { request in
            let live = try await request.directedExercise()
            try await request.site.live.delete(live, by: request.requester)
            return request.done(.exerciseDeleted, to: "/exercises")
        },
    ]

    private static func control(_ form: FormFields) throws -> ControlInput {
        let kind = form.text("kind")
        if kind == "extend" {
            let range: ClosedRange<Int64> = 1...(ControlInput.longestExtension / 60_000)
            guard let minutes = Int64(form.text("minutes")), range.contains(minutes) else {
                throw Problem.invalid(Texts.API.wholeNumber(range), field: "minutes")
            }
            return .extend(.minutes(minutes))
        }
        let simple: [ControlInput] = [.start, .pause, .resume, .step, .freezeScoreboard, .unfreezeScoreboard, .close]
        guard let input = simple.first(where: { $0.kind == kind }) else {
            throw Problem.invalid(Texts.API.oneOf(simple.map(\.kind) + ["extend"]), field: "kind")
        }
        return input
    }

    private static func input(_ form: FormFields, _ live: LiveExercise) throws -> TeamInput {
        switch form.text("kind") {
        case "inject": return .inject(form.text("inject"))
        case "broadcast": return .broadcast(form.text("text"))
        case "chat": return .chat(form.text("text"))
        case "grant-foothold":
            guard let host = live.program.host(named: form.text("host")) else {
                throw Problem.invalid(Texts.Direction.unknownHost, field: "host")
            }
            return .grantFoothold(host: host)
        case "mark":
            guard let points = Int64(form.text("points")) else {
                throw Problem.invalid(Texts.API.wholeNumber(0...TeamLimits.reportPoints), field: "points")
            }
            let subject: MarkSubject =
                if let report = Int(form.text("report")) { .report(report) } else { .metric(form.text("metric")) }
            return .mark(subject: subject, points: points, comment: form.text("comment"))
        default:
            throw Problem.invalid(
                Texts.API.oneOf(["inject", "broadcast", "chat", "grant-foothold", "mark"]), field: "kind")
        }
    }
}

extension WebRequest {
    /// Puts something in as direction, for one team or for all that can take it.
    ///
    /// - Returns: the teams that took it, with the entries of their journals.
    /// - Throws: why it was not taken, where no team took it.
    func direct(
        _ input: TeamInput, team: Int64?, in live: LiveExercise
    ) async throws -> [(team: Int64, entry: TeamEntry)] {
        let author = try directionAuthor()
        let account = try account.id
        if let team {
            return [(team, try await live.submit(input, team: team, by: author, account: account))]
        }
        var taken: [(team: Int64, entry: TeamEntry)] = []
        var refusal: (any Error)?
        for team in await live.teamList {
            do {
                taken.append((team.id, try await live.submit(input, team: team.id, by: author, account: account)))
            } catch let error as TeamInputError {
                // One team may have what another still waits for.
                refusal = refusal ?? error
            }
        }
        guard taken.isEmpty else { return taken }
        throw refusal ?? Problem.conflict(Texts.Direction.nothingTaken)
    }

    /// What an action answers after which the page stays: a script renews its parts, a browser comes back to it.
    func stayed(_ notice: Notice, at location: String) -> Response {
        if wantsJSON { return .json { $0.object { $0.member("message", notice.text[language]) } } }
        return done(notice, to: location)
    }
}

extension ControlInput {
    /// What is said when it is done.
    fileprivate var notice: Notice {
        switch self {
        case .start: .exerciseStarted
        case .pause: .exercisePaused
        case .resume: .exerciseResumed
        case .extend: .exerciseExtended
        case .step: .exerciseStepped
        case .freezeScoreboard: .boardFrozen
        case .unfreezeScoreboard: .boardFreed
        case .close: .exerciseClosed
        }
    }
}

extension TeamInput {
    /// What is said when the direction has put it in.
    fileprivate var notice: Notice {
        switch self {
        case .inject: .injectIn
        case .broadcast: .announced
        case .grantFoothold: .footholdGranted
        case .mark: .marked
        default: .saved
        }
    }
}
