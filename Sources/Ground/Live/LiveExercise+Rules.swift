import Exercise
import Kernel
import NetworkWorld

/// Armed rules: they read on a worker's thread, and what they find enters as the program's own input.
extension LiveExercise {
    /// Lets a team's rules read up to where its run stands, unless they are still reading.
    func listen(place: Int, events: [Event]) {
        guard let watch = teams[place].rules else { return }
        teams[place].unread += events
        if teams[place].isReading || clock.phase == .closed { return }
        teams[place].isReading = true
        let stretch = RuleWatch.Stretch(until: teams[place].exercise.now, events: teams[place].unread)
        teams[place].unread.removeAll(keepingCapacity: true)
        let team = teams[place].team.id
        Task { [workers = environment.workers] in
            let alerts = (try? await workers.run { watch.read(stretch) }) ?? []
            await self.hear(alerts, of: watch, team: team)
        }
    }

    /// Puts in what a watch found, unless the rules were changed meanwhile.
    private func hear(_ alerts: [TeamInput], of watch: RuleWatch, team: Int64) async {
        guard let place = try? place(of: team), teams[place].rules === watch else { return }
        teams[place].isReading = false
        for alert in alerts { _ = try? await submit(alert, team: team, by: .system, account: nil) }
    }

    /// Makes the watch of a team anew after a rule was armed or disarmed. What the others had gathered is forgotten, since
    /// correlations look over all of them.
    func renewRules(place: Int) {
        let armed = teams[place].exercise.armedRules
        teams[place].isReading = false
        teams[place].unread = []
        guard !armed.isEmpty else {
            teams[place].rules = nil
            return
        }
        let exercise = teams[place].exercise
        teams[place].rules = try? RuleWatch(
            armed, program: program, seeds: exercise.seeds, events: exercise.events, from: exercise.now)
    }
}
