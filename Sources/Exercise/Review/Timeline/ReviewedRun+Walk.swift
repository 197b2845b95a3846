import Kernel
import NetworkWorld

extension ReviewedRun {
    /// Goes through the run instant by instant. `visit` is called for each in which something was reported, with the events
    /// and the run just after it; and after each entry, with its place, whether something was reported or not.
    ///
    /// - Complexity: that of the run, and a call for each instant.
    func walk(_ visit: (_ run: Run<NetworkWorld>, _ events: [Event], _ entry: Int?) -> Void) {
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var log = EventLog<Event>(open: true)
        func carry(to time: Milliseconds) {
            while let next = run.state.agenda.nextTime, next < time {
                run.advance(to: next + 1, log: &log)
                if !log.events.isEmpty { visit(run, log.drain(), nil) }
            }
            run.advance(to: time, log: &log)
        }
        for (index, entry) in entries.enumerated() {
            carry(to: entry.time)
            run.take(entry, log: &log)
            visit(run, log.drain(), index)
        }
        carry(to: end)
    }
}
