import Kernel
import NetworkWorld
import Scenario

/// Prints what an adversary did in one run: for whoever tunes cards and scenarios.
enum Trace {
    static func run(_ arguments: [String]) throws {
        guard arguments.count >= 3, let seed = UInt64(arguments[2]) else {
            throw BenchError("usage: thao-bench trace SCENARIO ADVERSARY SEED [PLAYBOOK]")
        }
        let playbook = arguments.count > 3 ? Playbook(rawValue: arguments[3]) ?? .none : .none
        let program = try Loaded(arguments[0]).program(arguments[1], playbook: playbook)
        var log = EventLog<Event>(open: true)
        var run = Run<NetworkWorld>(program, seeds: Seeds(seed))
        run.advance(to: program.duration, log: &log)
        for event in log.events where event.kind != .hostDiscovered {
            var line = "\(event.time / 60_000)m \(event.kind) \(event.success ? "ok" : "-")"
            switch event.kind {
            case .attackStep, .stepEnded, .stepLost, .administrativeHabit:
                line += " " + program.catalogue.cards[Int(event.card)].id
            case .actionStarted, .actionFinished, .actionRefused:
                if event.card >= 0 { line += " " + program.catalogue.actions[Int(event.card)].id }
            case .alertDelivered where event.card >= 0:
                line += " " + program.catalogue.analytics[program.analyticSource[Int(event.card)]].id
            default: break
            }
            if event.source >= 0 { line += " from \(program.hostName(event.source))" }
            if event.target >= 0 { line += " at \(program.hostName(event.target))" }
            if event.account >= 0 { line += " account \(program.accountName(event.account))" }
            print(line + " #\(event.step) (\(event.detail))")
        }
        print(NetworkWorld.outcome(of: run))
    }
}
