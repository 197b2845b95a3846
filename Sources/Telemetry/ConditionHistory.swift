import Kernel

/// What became of hosts and accounts in the course of a run, so that records made without the run can be held against it.
///
/// Keeps what changed only: a few dozen bytes for each change.
package struct ConditionHistory: Sendable {
    /// A host's conditions from a moment on.
    private struct HostChange: Sendable {
        var time: Milliseconds
        var before: HostConditions.Flags
        var after: HostConditions.Flags
    }

    /// Whether an account is disabled from a moment on.
    private struct AccountChange: Sendable {
        var time: Milliseconds
        var disabled: Bool
    }

    private var hosts: [Int32: [HostChange]] = [:]
    private var accounts: [Int32: [AccountChange]] = [:]
    /// A bit for every host and account that has ever changed, by the lowest bits of their number.
    private var hostMarks = Marks()
    private var accountMarks = Marks()
    /// When something changed for the first time; no record before it is missing.
    package private(set) var start = Milliseconds.max

    /// A set of small numbers that may hold too many of them.
    private struct Marks: Sendable {
        private var words = [UInt64](repeating: 0, count: 64)

        mutating func insert(_ number: Int32) { words[Int(number & 4095) >> 6] |= 1 << UInt64(number & 63) }

        @inline(__always)
        func mayContain(_ number: Int32) -> Bool {
            number >= 0 && words[Int(number & 4095) >> 6] & 1 << UInt64(number & 63) != 0
        }
    }

    /// Nothing has changed.
    package init() {}

    mutating func note(host: Int32, from old: HostConditions.Flags, to new: HostConditions.Flags, at time: Milliseconds)
    {
        hosts[host, default: []].append(HostChange(time: time, before: old, after: new))
        hostMarks.insert(host)
        start = min(start, time)
    }

    mutating func note(account: Int32, disabled: Bool, at time: Milliseconds) {
        accounts[account, default: []].append(AccountChange(time: time, disabled: disabled))
        accountMarks.insert(account)
        start = min(start, time)
    }

    /// Whether a record of chatter that was written under the conditions of the beginning is still written.
    ///
    /// - Complexity: O(1) where nothing ever happened to those who take part, else O(log changes of each).
    @inline(__always)
    package func allows(_ record: Record, usesNetwork: Bool, needsEndpoint: Bool) -> Bool {
        let marked =
            hostMarks.mayContain(record.host) || accountMarks.mayContain(record.account)
            || usesNetwork && (hostMarks.mayContain(record.source) || hostMarks.mayContain(record.target))
        return !marked || decide(record, usesNetwork: usesNetwork, needsEndpoint: needsEndpoint)
    }

    private func decide(_ record: Record, usesNetwork: Bool, needsEndpoint: Bool) -> Bool {
        let own = flags(of: record.host, at: record.time)
        if needsEndpoint && own.contains(.blind) { return false }
        return HostConditions.allowsChatter(
            own: own, usesNetwork: usesNetwork, source: { flags(of: record.source, at: record.time) },
            target: { flags(of: record.target, at: record.time) },
            isDisabled: { isDisabled(record.account, at: record.time) })
    }

    private func flags(of host: Int32, at time: Milliseconds) -> HostConditions.Flags {
        guard host >= 0, let changes = hosts[host] else { return [] }
        let next = Self.firstAfter(time, changes.count) { changes[$0].time }
        return next == 0 ? changes[0].before : changes[next - 1].after
    }

    private func isDisabled(_ account: Int32, at time: Milliseconds) -> Bool {
        guard account >= 0, let changes = accounts[account] else { return false }
        let next = Self.firstAfter(time, changes.count) { changes[$0].time }
        return next > 0 && changes[next - 1].disabled
    }

    /// The position of the first of some ordered times that is later.
    private static func firstAfter(_ time: Milliseconds, _ count: Int, _ at: (Int) -> Milliseconds) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if at(middle) <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
