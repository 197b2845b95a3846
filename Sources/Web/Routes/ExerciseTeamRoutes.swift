import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Teams of an exercise: making them, and who sits in them.
enum ExerciseTeamRoutes {
    static let all: [Route] = [
        .action("/exercises/{exercise}/teams", .direct, Texts.Exercises.addTeam) { request in
            try await request.attempt({ try await SetupPage.response($0, $1, link: nil) }) {
                let live = try await request.directedExercise()
                _ = try await request.addTeam(
                    named: request.form.text("name"), track: request.form["track"].flatMap(Track.init) ?? .human,
                    to: live)
                return request.done(.teamAdded, to: setup(live))
            }
        },
        .action("/exercises/{exercise}/teams/{team}", .direct, Texts.Exercises.teams) { request in
            try await request.attempt({ try await SetupPage.response($0, $1, link: nil) }) {
                let (live, team) = try await request.directedTeam()
                try await request.change(
                    team, name: request.form["name"], track: request.form["track"].flatMap(Track.init), in: live)
                return request.done(.saved, to: setup(live))
            }
        },
        .action("/exercises/{exercise}/teams/{team}/remove", .direct, Texts.Exercises.removeTeam) { request in
            let (live, team) = try await request.directedTeam()
            try await request.remove(team, from: live)
            return request.done(.teamRemoved, to: setup(live))
        },
        .action("/exercises/{exercise}/teams/{team}/seat", .direct, Texts.Exercises.takeSeat) { request in
            let (live, team) = try await request.directedTeam()
            let account = try request.account.id
            if request.form["leave"] == "yes" {
                try await request.site.ground.leaveSeat(exercise: live.id, account: account, by: request.requester)
                return request.done(.seatLeft, to: setup(live))
            }
            _ = try await request.site.ground.takeSeat(team: team.id, account: account, by: request.requester)
            return request.done(.seatTaken, to: setup(live))
        },
        .action("/exercises/{exercise}/invitations", .direct, Texts.Exercises.inviteTeam) { request in
            try await request.attempt({ try await SetupPage.response($0, $1, link: nil) }) {
                let live = try await request.directedExercise()
                let team = Int64(request.form.text("team"))
                let uses = Int(request.form.text("uses")) ?? 30
                let issued = try await request.invite(to: live, team: team, uses: uses)
                return try await SetupPage.response(request, .empty, link: (issued.secret, team))
            }
        },
    ]

    private static func setup(_ live: LiveExercise) -> String { "/exercises/\(live.stored.publicID)/setup" }
}

extension WebRequest {
    /// The exercise of the path that the account directs, and the team of the path in it.
    ///
    /// - Throws: `notFound` for all others.
    func directedTeam() async throws -> (exercise: LiveExercise, team: Team) {
        let live = try await directedExercise()
        let id = try number("team")
        guard let team = await live.teamList.first(where: { $0.id == id }) else { throw Problem.notFound }
        return (live, team)
    }

    /// Adds a team to an exercise.
    func addTeam(named name: String, track: Track, to live: LiveExercise) async throws -> Team {
        let team = try await site.ground.createTeam(exercise: live.id, name: name, track: track, by: requester)
        try await live.add(team)
        return team
    }

    /// Gives a team another name or track.
    @discardableResult
    func change(_ team: Team, name: String?, track: Track?, in live: LiveExercise) async throws -> Team {
        let changed = try await site.ground.updateTeam(team.id, name: name, track: track, by: requester)
        try await live.update(changed)
        return changed
    }

    /// Takes a team out of an exercise that has not begun.
    func remove(_ team: Team, from live: LiveExercise) async throws {
        try await site.ground.removeTeam(team.id, by: requester)
        await site.live.renew(live)
    }

    /// Makes an invitation into a team of the exercise; without one, those invited choose or get one of their own.
    func invite(
        to live: LiveExercise, team: Int64?, uses: Int, expires: Int64? = nil
    ) async throws -> IssuedInvitation {
        try await site.ground.createInvitation(
            NewInvitation(
                role: .participant, organisation: live.stored.organisation, exercise: live.id, team: team, uses: uses,
                expires: expires ?? site.now() + 7 * 86_400_000),
            by: requester)
    }
}
