import Kernel

/// Accounts that something points at, and how far the analyst is with each.
struct AccountList: Sendable {
    /// How an account is held to be.
    struct Entry: Sendable {
        /// Account.
        let account: Int32
        /// What points at it.
        var weight = 0
        /// Whether it is to get a new password.
        var isConvicted = false
        /// Whether its use was reviewed since.
        var isReviewed = false
        /// When it got its latest new password, ms.
        var resetAt: Milliseconds?
    }

    /// In the order in which they came up.
    private(set) var entries: [Entry] = []

    private mutating func position(of account: Int32) -> Int {
        if let position = entries.firstIndex(where: { $0.account == account }) { return position }
        entries.append(Entry(account: account))
        return entries.count - 1
    }

    /// Something points at an account.
    mutating func note(_ account: Int32, weight: Int) { entries[position(of: account)].weight += weight }

    /// An account was used by the intruder.
    mutating func convict(_ account: Int32) { entries[position(of: account)].isConvicted = true }

    /// Its use is being reviewed.
    mutating func review(_ account: Int32) { entries[position(of: account)].isReviewed = true }

    /// It gets a new password: what came before does not count any more.
    mutating func reset(_ account: Int32, at time: Milliseconds) {
        entries[position(of: account)] = Entry(account: account, resetAt: time)
    }
}
