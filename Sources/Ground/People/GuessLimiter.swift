import Scenario
import Synchronization

/// Slows down who guesses passwords: by account, whoever asks, and by remote address, whichever account.
///
/// Ten wrong guesses at an account are free, then waits grow from a second to five minutes; one guess is forgiven every ten
/// minutes. An address has fifty, forgiven one every half minute, since a class may sit behind one. Kept in memory: a
/// restart of the server forgives.
final class GuessLimiter: Sendable {
    private let state: Mutex<State>
    private let now: @Sendable () -> Int64

    private struct State {
        var accounts = GuessCounter(free: 10, forgiveness: 600_000, longest: 300_000)
        var addresses = GuessCounter(free: 50, forgiveness: 30_000, longest: 300_000)
    }

    init(now: @escaping @Sendable () -> Int64) {
        self.now = now
        state = Mutex(State())
    }

    /// Counts an attempt before it is looked at.
    /// - Throws: `tooMany` with the seconds to wait; the attempt is not looked at then.
    func attempt(account: String, address: String) throws(GroundError) {
        let address = Self.network(of: address)
        let wait: Int64? = state.withLock { state in
            let time = now()
            if let wait = state.addresses.attempt(address, at: time) { return wait }
            guard let wait = state.accounts.attempt(account, at: time) else { return nil }
            state.addresses.refund(address, at: time)
            return wait
        }
        guard let wait else { return }
        let seconds = Int((wait + 999) / 1_000)
        throw GroundError(
            .tooMany,
            LocalizedText(
                vietnamese: "Đã thử sai quá nhiều lần. Hãy thử lại sau \(seconds) giây.",
                english: "Too many wrong attempts. Try again in \(seconds) seconds."),
            secondsToWait: seconds)
    }

    /// Forgives what was right.
    func succeeded(account: String, address: String) {
        state.withLock { state in
            state.accounts.clear(account)
            state.addresses.refund(Self.network(of: address), at: now())
        }
    }

    /// Takes back what could not be looked at.
    func abandoned(account: String, address: String) {
        state.withLock { state in
            state.accounts.refund(account, at: now())
            state.addresses.refund(Self.network(of: address), at: now())
        }
    }

    /// One customer has at least 2⁶⁴ addresses of IPv6, so they count together.
    static func network(of address: String) -> String {
        guard address.contains(":") else { return String(address.prefix(GroundLimits.auditWord)) }
        let halves = address.prefix(GroundLimits.auditWord).split(separator: "::", maxSplits: 1)
        let front = halves.first?.split(separator: ":").prefix(4) ?? []
        return front.joined(separator: ":") + "::/64"
    }
}
