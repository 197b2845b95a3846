import Kernel
import NetworkWorld

/// The hosts and credentials that a successful attack went through.
struct WinningPath {
    var hosts: [String]
    var accounts: [String]
}

extension Program {
    private func events(seed: UInt64) -> [Event] {
        var log = EventLog<Event>(open: true)
        var run = Run<NetworkWorld>(self, seeds: Seeds(seed))
        run.advance(to: duration, log: &log)
        return log.drain()
    }

    /// A hash of the techniques of a run, in their order.
    func sequenceHash(seed: UInt64) -> UInt64 {
        var hasher = StableHasher()
        for event in events(seed: seed) where event.kind == .attackStep { hasher.combine(event.card) }
        return hasher.digest
    }

    /// The path of the first seed that reaches the goal: back from the host of the last step, by where red came from and
    /// with whose credential.
    func winningPath(seeds: ClosedRange<UInt64>) -> WinningPath? {
        for seed in seeds {
            let events = events(seed: seed)
            guard let end = events.lastIndex(where: { $0.kind == .goalReached }) else { continue }
            guard let last = events[..<end].last(where: { $0.kind == .stepEnded && $0.success }) else { continue }
            var path = WinningPath(hosts: [], accounts: [])
            var place = last.target >= 0 ? last.target : last.source
            if last.source >= 0 && last.source != place { add(host: place, account: last.account, &path) }
            if last.source >= 0 { place = last.source }
            while place >= 0, !path.hosts.contains(hostName(place)) {
                let entry = events[..<end].first { $0.kind == .footholdGained && $0.target == place }
                add(host: place, account: entry?.account ?? -1, &path)
                place = entry?.source ?? -1
            }
            return path
        }
        return nil
    }

    private func add(host: Int32, account: Int32, _ path: inout WinningPath) {
        path.hosts.append(hostName(host))
        if account >= 0, !path.accounts.contains(accountName(account)) { path.accounts.append(accountName(account)) }
    }
}
