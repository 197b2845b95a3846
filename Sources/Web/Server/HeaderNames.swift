import HTTPTypes

extension HTTPField.Name {
    /// A name of this program's own list; anything else is a mistake of ours.
    private static func own(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a field") }
        return name
    }

    static let csrfToken = own("X-CSRF-Token")
    static let fetchSite = own("Sec-Fetch-Site")
    static let idempotencyKey = own("Idempotency-Key")
    static let idempotencyReplayed = own("Idempotency-Replayed")
    static let requestID = own("X-Request-Id")
    static let referrerPolicy = own("Referrer-Policy")
    static let permissionsPolicy = own("Permissions-Policy")
    static let crossOriginOpenerPolicy = own("Cross-Origin-Opener-Policy")
    static let crossOriginResourcePolicy = own("Cross-Origin-Resource-Policy")
    static let accelBuffering = own("X-Accel-Buffering")
}
