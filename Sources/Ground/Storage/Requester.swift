/// On whose behalf something is done, for the audit trail.
public struct Requester: Sendable, Equatable {
    /// The account; nil where nobody has signed in, or the server acts by itself.
    public var account: Int64?
    /// The remote address, as text; empty where there is none.
    public var address: String

    /// Someone at an address.
    public init(account: Int64?, address: String) {
        self.account = account
        self.address = address
    }

    /// The server itself.
    public static let system = Requester(account: nil, address: "")
}
