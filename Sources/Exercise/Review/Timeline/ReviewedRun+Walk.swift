import Kernel
import NetworkWorld

extension ReviewedRun {
    /// Goes through the run instant by instant, and shows for each in which something was reported the events and the run
    /// just after it.
    ///
    /// - Complexity: that of the run, and a call for each instant.
    func walk(_ visit: (_ run: Run<NetworkWorld>, _ events: [Event]) -> Void) {
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var log = EventLog<Event>(open: true)
        func show() {
            if !log.events.isEmpty { visit(run, log.drain()) }
        }
        func carry(to time: Milliseconds) {
            while let next = run.state.agenda.nextTime, next < time {
                run.advance(to: next + 1, log: &log)
                show()
            }
            run.advance(to: time, log: &log)
        }
        for entry in entries {
            carry(to: entry.time)
            run.take(entry, log: &log)
            show()
        }
        carry(to: end)
    }
}
