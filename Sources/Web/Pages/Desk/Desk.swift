import Exercise
import Ground
import Kernel
import Markup
import NetworkWorld
import Scenario

/// A team's desk as somebody looks at it: pages, their parts and the API are written from this.
///
/// The snapshot holds the truth; everything that is shown comes from the `desk…` views of it, which hold none.
struct Desk: Sendable {
    let request: WebRequest
    let live: LiveExercise
    let snapshot: TeamSnapshot
    /// Whether whoever looks has a seat in the team; others look on.
    let hasSeat: Bool

    /// The team's run.
    var exercise: TeamExercise { snapshot.exercise }
    /// The compiled scenario.
    var program: Program { snapshot.exercise.program }
    /// The clocks of the organisation.
    var time: ExerciseTime { ExerciseTime(program) }
    /// Exercise time.
    var now: Milliseconds { snapshot.status.time }
    /// Whether somebody at the desk may still put something in.
    var isOpen: Bool { hasSeat && snapshot.status.phase != .closed }

    /// Where the desk's pages are.
    var root: String { "/exercises/\(live.stored.publicID)/teams/\(snapshot.team.id)/desk" }
    /// Where its live events come from.
    var events: String { "/exercises/\(live.stored.publicID)/teams/\(snapshot.team.id)/events" }

    /// The author of what whoever looks puts in.
    var author: Author { .seat(request.access?.account.id ?? 0) }
}

extension WebRequest {
    /// The desk of the path's team, for whoever may see it.
    ///
    /// - Throws: `notFound` for all others.
    func desk() async throws -> Desk {
        let (live, team) = try await visibleTeam()
        let seat = try await site.ground.seat(exercise: live.id, account: try account.id)
        return Desk(
            request: self, live: live, snapshot: try await live.snapshot(team: team), hasSeat: seat?.team == team)
    }

    /// The exercise and team of the path, where the account has a seat in it.
    ///
    /// - Throws: `notFound` where it has none.
    func ownTeam() async throws -> (exercise: LiveExercise, team: Int64) {
        let seat = try await ownSeat()
        guard seat.team == (try number("team")) else { throw Problem.notFound }
        return seat
    }

    /// Puts something in from the own seat. It is on disk when this returns.
    ///
    /// - Throws: `notFound` where the account has no seat in the path's team; why it was not taken.
    func take(_ input: TeamInput) async throws -> TeamEntry {
        let (live, team) = try await ownTeam()
        return try await live.submit(input, team: team, by: try seatAuthor(), account: try account.id)
    }
}

extension Desk {
    /// What the authors of these texts are called.
    func names(of authors: some Sequence<Author>) async throws -> AuthorNames {
        var accounts: Set<Int64> = []
        for author in authors {
            switch author {
            case .seat(let account), .direction(let account): accounts.insert(account)
            case .system: break
            }
        }
        let known = accounts.isEmpty ? [:] : try await request.site.ground.accounts(accounts)
        return AuthorNames(names: known.mapValues(\.displayName))
    }
}

/// What authors are called on a desk.
struct AuthorNames: Sendable {
    var names: [Int64: String] = [:]

    /// The name of an author.
    subscript(author: Author) -> LocalizedText {
        switch author {
        case .seat(let account): LocalizedText(names[account] ?? "#\(account)")
        case .direction: Texts.Desk.direction
        case .system: Texts.Desk.system
        }
    }
}
