/// The answer to a request that must not act twice, as it is given again.
public struct IdempotentAnswer: Sendable, Equatable {
    /// The protocol's status.
    public var status: Int
    /// What the body is.
    public var contentType: String
    /// The body; at most 256 KiB.
    public var body: [UInt8]

    /// An answer to keep.
    public init(status: Int, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    func check() throws(GroundError) {
        guard body.count <= GroundLimits.idempotentBody, contentType.utf8.count <= GroundLimits.auditWord else {
            throw GroundError(.limit, "An answer that is kept has at most \(GroundLimits.idempotentBody) bytes.")
        }
    }
}

/// The right to act on a request, until it is answered or given up.
public struct IdempotencyClaim: Sendable, Equatable {
    let account: Int64
    let key: String
    let route: String
    let digest: [UInt8]
}

/// What is known of a request.
public enum IdempotencyState: Sendable, Equatable {
    /// It is new. Act on it, then keep the answer or give the claim up.
    case fresh(IdempotencyClaim)
    /// It has been answered so.
    case answered(IdempotentAnswer)
}
