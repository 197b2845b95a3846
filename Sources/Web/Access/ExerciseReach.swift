import Exercise
import Ground
import Kernel
import Scenario

/// How far somebody's permissions reach into exercises. Whatever is not in reach does not exist, so that links tell nothing.
extension WebRequest {
    /// The exercise of the path's `{exercise}` that the account directs: of its own organisation, or any for an administrator.
    ///
    /// - Throws: `notFound` for all others.
    func directedExercise() async throws -> LiveExercise {
        let exercise = try await site.live.exercise(publicID: try parameter("exercise"))
        try require(isInOrganisation(exercise))
        return exercise
    }

    /// The exercise of the path's `{exercise}` that the account may watch: as its direction, as an observer of its organisation,
    /// or from a seat.
    ///
    /// - Throws: `notFound` for all others.
    func visibleExercise() async throws -> LiveExercise {
        let exercise = try await site.live.exercise(publicID: try parameter("exercise"))
        if watches(exercise) { return exercise }
        let seat = try await site.ground.seat(exercise: exercise.id, account: try account.id)
        try require(seat != nil)
        return exercise
    }

    /// The exercise of the path's `{exercise}` and the team in which the account has a seat.
    ///
    /// - Throws: `notFound` where it has none.
    func ownSeat() async throws -> (exercise: LiveExercise, team: Int64) {
        let exercise = try await site.live.exercise(publicID: try parameter("exercise"))
        guard let seat = try await site.ground.seat(exercise: exercise.id, account: try account.id) else {
            throw Problem.notFound
        }
        return (exercise, seat.team)
    }

    /// The exercise of the path's `{exercise}` and the team of its `{team}`, which the account may see: its own, or any that
    /// it directs or observes.
    ///
    /// - Throws: `notFound` for all others.
    func visibleTeam() async throws -> (exercise: LiveExercise, team: Int64) {
        let exercise = try await visibleExercise()
        let team = try number("team")
        if watches(exercise) { return (exercise, team) }
        let seat = try await site.ground.seat(exercise: exercise.id, account: try account.id)
        try require(seat?.team == team)
        return (exercise, team)
    }

    /// The author of what the account puts in from its seat.
    func seatAuthor() throws -> Author { .seat(try account.id) }

    /// The author of what the account puts in as direction.
    func directionAuthor() throws -> Author { .direction(try account.id) }

    /// Whether the account prepares, runs and marks the exercise.
    func directs(_ exercise: LiveExercise) -> Bool {
        isInOrganisation(exercise) && PermissionTable.allows(.direct, to: access?.role)
    }

    /// Whether the account may see all teams of the exercise, as direction or as an observer.
    func watches(_ exercise: LiveExercise) -> Bool {
        isInOrganisation(exercise) && PermissionTable.allows(.observe, to: access?.role)
    }

    private func isInOrganisation(_ exercise: LiveExercise) -> Bool {
        guard let access else { return false }
        return access.role == .administrator || access.account.organisation == exercise.stored.organisation
    }

    private func require(_ condition: Bool) throws {
        if !condition { throw Problem.notFound }
    }
}
