import Scenario
import Synchronization

/// Slows down who guesses passwords: by account, whoever asks, and by remote address, whichever account.
///
/// After ten wrong guesses at an account waits grow from a second to five minutes; one guess is forgiven every ten minutes.
/// A class may sit behind one address, so there a hundred guesses are taken, one is forgiven every ten seconds, and waits
/// end at half a minute. Kept in memory: a restart of the server forgives.
final class GuessLimiter: Sendable {
    private let state: Mutex<State>
    private let now: @Sendable () -> Int64

    private struct State {
        var accounts = GuessCounter(patience: 10, forgiveness: 600_000, longest: 300_000)
        var addresses = GuessCounter(patience: 100, forgiveness: 10_000, longest: 30_000)
    }

    init(now: @escaping @Sendable () -> Int64) {
        self.now = now
        state = Mutex(State())
    }

    /// Counts an attempt at an account before it is looked at, so that many at once do not slip through.
    /// - Throws: `tooMany` with the seconds to wait; the attempt is not to be looked at then.
    func begin(account: String, address: String) throws(GroundError) {
        let wait = state.withLock { state in
            let time = now()
            let wait = max(
                state.addresses.wait(Self.network(of: address), at: time), state.accounts.wait(account, at: time))
            if wait == 0 { state.accounts.count(account, at: time) }
            return wait
        }
        guard wait > 0 else { return }
        let seconds = Int((wait + 999) / 1_000)
        throw GroundError(
            .tooMany,
            LocalizedText(
                vietnamese: "Đã thử sai quá nhiều lần. Hãy thử lại sau \(seconds) giây.",
                english: "Too many wrong attempts. Try again in \(seconds) seconds."),
            secondsToWait: seconds)
    }

    /// The attempt was wrong.
    func failed(address: String) {
        state.withLock { $0.addresses.count(Self.network(of: address), at: now()) }
    }

    /// The attempt was right: what came before is forgiven.
    func succeeded(account: String) {
        state.withLock { $0.accounts.clear(account) }
    }

    /// The attempt could not be looked at.
    func abandoned(account: String) {
        state.withLock { $0.accounts.refund(account, at: now()) }
    }

    /// One customer has at least 2⁶⁴ addresses of IPv6, so they count together.
    static func network(of address: String) -> String {
        let address = address.prefix(GroundLimits.auditWord)
        guard address.contains(":") else { return String(address) }
        // An address of IPv4 in the clothes of IPv6.
        if address.contains(".") { return String(address.split(separator: ":").last ?? address) }
        let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let front = halves.first?.split(separator: ":").prefix(4) ?? []
        return front.joined(separator: ":") + "::/64"
    }
}
