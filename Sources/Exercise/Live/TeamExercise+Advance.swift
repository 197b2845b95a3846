import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// Lets time pass. A time in the past changes nothing, nor does anything once the exercise is closed. The result is the
    /// same however a stretch of time is cut.
    ///
    /// - Complexity: O(what happens + whole minutes while events of the scenario wait for their conditions); well below a
    ///   microsecond where nothing does.
    public mutating func advance(to time: Milliseconds) {
        if isClosed { return }
        let target = min(time, TeamLimits.longest)
        while true {
            let stop = nextStop
            if stop > target { break }
            step(to: stop)
            playScenario()
        }
        if target > run.now { step(to: target) }
    }

    /// Ends the exercise: what is still to be marked is marked, and nothing but marks of the direction is taken any more.
    /// Closing again changes nothing.
    public mutating func close(at time: Milliseconds) {
        if isClosed { return }
        advance(to: time)
        closedAt = now
        markPendingAnswers()
        changes.formUnion([.clock, .questions, .score, .reports])
    }

    /// The next time at which the scenario itself may put something in.
    private var nextStop: Milliseconds {
        timedDone < plan.timed.count ? min(nextLook, plan.timed[timedDone].time) : nextLook
    }

    /// Carries the run on instant by instant, so that what an instant changed can be told from what the next one did.
    private mutating func step(to bound: Milliseconds) {
        while let next = run.state.agenda.nextTime, next < bound {
            var log = EventLog<Event>(open: true)
            run.advance(to: next + 1, log: &log)
            absorb(log, at: next, author: .system)
        }
        run.advance(to: bound)
    }

    /// Plays what the scenario has for this instant: events at their time, then those whose conditions hold.
    private mutating func playScenario() {
        while timedDone < plan.timed.count, plan.timed[timedDone].time <= now {
            let event = plan.timed[timedDone].event
            timedDone += 1
            play(event: event)
        }
        guard nextLook <= now else { return }
        let judge = PredicateJudge(program: program, facts: facts, outcome: outcome)
        var due: [Int] = []
        for (index, waiting) in plan.waiting.enumerated() where !waitingDone[index] && waiting.from <= now {
            if now > waiting.until {
                waitingDone[index] = true
            } else if waiting.conditions.allSatisfy({ judge.holds($0) }) {
                waitingDone[index] = true
                due.append(waiting.event)
            }
        }
        nextLook = waitingDone.allSatisfy(\.self) ? .max : nextLook + InjectPlan.interval
        for event in due { play(event: event) }
    }

    private mutating func play(event: Int) {
        let exercise = program.scenario.exercise
        for name in exercise.events[event].injects {
            guard let inject = exercise.injects.firstIndex(where: { $0.name == name }), !injected[inject] else {
                continue
            }
            put(inject: inject)
        }
    }
}
