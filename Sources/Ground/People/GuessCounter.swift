/// Counts wrong guesses of one kind, say at accounts, and says how long to wait. A pure value: it is told the time.
///
/// After so many wrong ones waits begin, and each further one makes them twice as long. One is forgiven every so often.
struct GuessCounter: Sendable {
    /// The wrong guess after which waits begin.
    let patience: Int
    /// Milliseconds after which one wrong guess is forgiven.
    let forgiveness: Int64
    /// The longest wait, in milliseconds.
    let longest: Int64
    /// Most names that are counted apart; further ones share one count.
    let capacity: Int

    private var counts: [String: Count] = [:]
    private var lastSweep: Int64 = 0

    private struct Count {
        var wrong: Int
        /// When the forgiving began.
        var since: Int64
        var blockedUntil: Int64
    }

    /// Milliseconds between two sweeps for names that are forgiven.
    private static let sweepInterval: Int64 = 60_000
    /// What names share when there are too many.
    private static let others = ""

    init(patience: Int, forgiveness: Int64, longest: Int64, capacity: Int = 50_000) {
        self.patience = patience
        self.forgiveness = forgiveness
        self.longest = longest
        self.capacity = capacity
    }

    /// How many names are counted.
    var size: Int { counts.count }

    /// How many milliseconds to wait before a guess is looked at; 0 for none.
    mutating func wait(_ name: String, at now: Int64) -> Int64 {
        max((counts[key(for: name, at: now)]?.blockedUntil ?? 0) - now, 0)
    }

    /// Counts a wrong guess, or one of which that is to be seen.
    mutating func count(_ name: String, at now: Int64) {
        let key = key(for: name, at: now)
        var count = current(key, at: now)
        count.wrong += 1
        if count.wrong >= patience {
            let doublings = min(count.wrong - patience, 30)
            count.blockedUntil = max(count.blockedUntil, now + min(1_000 << Int64(doublings), longest))
        }
        counts[key] = count
    }

    /// Takes a guess back that could not be looked at.
    mutating func refund(_ name: String, at now: Int64) {
        let key = counts[name] == nil ? Self.others : name
        guard var count = counts[key] else { return }
        count.wrong = max(count.wrong - 1, 0)
        if count.wrong < patience { count.blockedUntil = min(count.blockedUntil, now) }
        counts[key] = count.wrong == 0 ? nil : count
    }

    /// Forgives everything, after a right guess.
    mutating func clear(_ name: String) { counts[name] = nil }

    private func current(_ key: String, at now: Int64) -> Count {
        guard var count = counts[key] else { return Count(wrong: 0, since: now, blockedUntil: 0) }
        let forgiven = max(now - count.since, 0) / forgiveness
        count.wrong = Int(max(Int64(count.wrong) - forgiven, 0))
        count.since += forgiven * forgiveness
        return count
    }

    private mutating func key(for name: String, at now: Int64) -> String {
        if counts[name] != nil || counts.count < capacity { return name }
        if now - lastSweep >= Self.sweepInterval {
            lastSweep = now
            counts = counts.filter { current($0.key, at: now).wrong > 0 }
        }
        return counts.count < capacity ? name : Self.others
    }
}
