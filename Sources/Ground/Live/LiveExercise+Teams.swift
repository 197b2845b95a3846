import Exercise
import Kernel

/// Changes of teams while the exercise is open.
extension LiveExercise {
    /// Takes in another name or track of a team, as storage has it now.
    ///
    /// - Throws: ``GroundError`` (not found).
    public func update(_ team: Team) throws(GroundError) {
        let place = try place(of: team.id)
        teams[place].team = team
        forgetStanding(place: place)
        signals.send(.score, team: nil, time: now, phase: clock.phase)
    }
}
