import Exercise
import Kernel
import LogSearch

/// Searching: on a worker's thread, over a snapshot, bounded in time.
extension LiveExercise {
    /// How long a search may take, in real milliseconds. What was found until then is given, and said to be a part.
    public static let longestSearch: Milliseconds = 2_000

    /// What a team's log holds now.
    ///
    /// - Throws: ``GroundError`` (not found).
    public func log(team: Int64) throws(GroundError) -> LogView {
        let place = try place(of: team)
        if clock.phase == .running { advance(place: place, to: now) }
        return teams[place].log.view
    }

    /// Finds records of a team, and notes who searched for what.
    ///
    /// - Parameters:
    ///   - text: what is noted: the search as it was typed.
    ///   - account: who searches.
    /// - Throws: ``GroundError``: `notFound`; `tooMany` where too many searches wait.
    public func search(
        _ request: SearchRequest, text: String, team: Int64, account: Int64
    ) async throws -> SearchResult {
        let view = try log(team: team)
        try environment.ground.activity.note(
            Activity(exercise: id, team: team, account: account, time: view.now, kind: "search", text: text))
        let time = environment.machineTime
        return try await environment.workers.run {
            let end = time() + Self.longestSearch
            return view.search(request) { time() > end }
        }
    }
}
