import Ground
import HTTPTypes

/// Refuses what another site makes a browser send (cross-site request forgery).
enum ForgeryGuard {
    /// Checks an unsafe request that a browser vouches for by its cookies. Programs with an API token need no check: no
    /// browser sends one by itself.
    ///
    /// - Throws: ``Problem``, where the origin is another one or the token is missing or wrong.
    static func check(_ request: WebRequest) throws(Problem) {
        if case .token = request.access?.kind { return }
        guard isOwnOrigin(request.head) else {
            throw Problem(.forbidden, "foreign-origin", Texts.Errors.foreignOrigin)
        }
        let expected = request.formToken
        let given = request.head.headerFields[.csrfToken] ?? request.form["_csrf"] ?? ""
        if !expected.isEmpty && isEqual(given, expected) { return }
        // Whoever has no cookies at all, and sends what no form of another site can, is a program that signs in.
        if request.access == nil && request.route.kind == .api && request.isJSONBody { return }
        throw Problem(.forbidden, "stale-form", Texts.Errors.staleForm)
    }

    /// Whether a request comes from a page of this server, as far as the browser says.
    static func isOwnOrigin(_ head: HTTPRequest) -> Bool {
        if let origin = head.headerFields[.origin] {
            guard let separator = origin.firstRange(of: "://") else { return false }
            return !origin[separator.upperBound...].isEmpty && origin[separator.upperBound...] == head.authority ?? ""
        }
        if let site = head.headerFields[.fetchSite] { return site == "same-origin" || site == "none" }
        return true
    }

    /// Compares without telling by its time where the difference is.
    private static func isEqual(_ first: String, _ second: String) -> Bool {
        let (first, second) = (Array(first.utf8), Array(second.utf8))
        guard first.count == second.count else { return false }
        return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
