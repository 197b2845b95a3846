import Scenario

extension Ground {
    /// Looks whether a request has been answered already, and otherwise claims it for the caller.
    ///
    /// End every claim: by `finish`, by handing it to the journal with the answer and then `abandon`, or by `abandon`
    /// alone where nothing came of it. Answers are kept for 24 hours.
    /// - Parameters:
    ///   - digest: A digest of the request, so that the same key with another request is noticed.
    /// - Throws: `conflict` where the key was used for another request, or the same one is being acted on; `invalid` for a
    ///   key that is empty or too long.
    public func beginIdempotent(
        account: Int64, key: String, route: String, digest: [UInt8]
    ) async throws(GroundError) -> IdempotencyState {
        guard (1...GroundLimits.idempotencyKey).contains(key.utf8.count), !key.utf8.contains(0) else {
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Khóa chống lặp phải có từ 1 đến \(GroundLimits.idempotencyKey) byte.",
                    english: "An idempotency key has 1 to \(GroundLimits.idempotencyKey) bytes."),
                field: "Idempotency-Key")
        }
        let claim = IdempotencyClaim(account: account, key: key, route: route, digest: digest)
        guard claims.claim(claim) else { throw GroundError.beingActedOn }
        do {
            let answer = try await database.read { [now = database.now] database in
                try IdempotencyTable.answer(for: claim, at: now(), in: database)
            }
            guard let answer else { return .fresh(claim) }
            claims.release(claim)
            return .answered(answer)
        } catch {
            claims.release(claim)
            throw error
        }
    }

    /// Keeps the answer to a claimed request and ends the claim.
    /// - Throws: `storage` or `limit`; the claim has ended all the same.
    public func finish(_ claim: IdempotencyClaim, with answer: IdempotentAnswer) async throws(GroundError) {
        defer { claims.release(claim) }
        try answer.check()
        try await database.write { [now = database.now] database in
            try IdempotencyTable.keep(answer, for: claim, at: now(), in: database)
        }
    }

    /// Ends a claim whose request came to nothing, or whose answer the journal has kept.
    public func abandon(_ claim: IdempotencyClaim) { claims.release(claim) }
}

extension GroundError {
    fileprivate static let beingActedOn = GroundError(
        .conflict,
        LocalizedText(
            vietnamese: "Yêu cầu này đang được xử lý. Hãy thử lại sau giây lát.",
            english: "This request is being acted on. Try again in a moment."),
        field: "Idempotency-Key")
}
