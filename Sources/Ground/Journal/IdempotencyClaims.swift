import Synchronization

/// Requests that are being acted on at this moment. After a crash none is.
final class IdempotencyClaims: Sendable {
    private struct Name: Hashable {
        var account: Int64
        var key: String
    }

    private let open = Mutex(Set<Name>())

    /// Opens a claim; false where somebody has it.
    func claim(_ claim: IdempotencyClaim) -> Bool {
        open.withLock { $0.insert(Name(account: claim.account, key: claim.key)).inserted }
    }

    /// Lets go of a claim.
    func release(_ claim: IdempotencyClaim) {
        _ = open.withLock { $0.remove(Name(account: claim.account, key: claim.key)) }
    }
}
