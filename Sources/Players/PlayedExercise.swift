import Exercise
import Kernel
import LogSearch
import NetworkWorld

/// An exercise that a player works from beginning to end.
public enum PlayedExercise {
    /// How often a player looks at its desk.
    public static let turn = Milliseconds.minutes(1)

    /// Plays, and gives the closed exercise with its truth. The same arguments give the same exercise.
    ///
    /// - Parameter base: everyday records under the seeds to play; its program is the exercise's.
    /// - Complexity: minutes × (desk + searches of the player).
    public static func play(_ player: any Player, settings: ExerciseSettings, base: BaseLog) -> TeamExercise {
        let program = base.schema.program
        let end = settings.duration(of: program)
        base.build(to: end)
        var player = player
        var desk = PlayerDesk(program: program, settings: settings, base: base)
        var time: Milliseconds = 0
        player.act(&desk)
        while time < end {
            time = min(end, time + turn)
            desk.advance(to: time)
            if time < end { player.act(&desk) }
        }
        player.finish(&desk)
        return desk.close()
    }
}
