import HTTPTypes
import Hummingbird

/// Fields that tell browsers to be strict.
enum SecurityHeaders {
    /// Only files of this server: no inline script or style, nothing from elsewhere, nobody may frame a page.
    static let contentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    /// Adds them to an answer; those that a handler has set stay.
    static func add(to response: inout Response, configuration: WebConfiguration) {
        func set(_ name: HTTPField.Name, _ value: String) {
            if response.headers[name] == nil { response.headers[name] = value }
        }
        set(.contentSecurityPolicy, contentPolicy)
        set(.xContentTypeOptions, "nosniff")
        set(.referrerPolicy, "same-origin")
        set(.permissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=()")
        set(.crossOriginOpenerPolicy, "same-origin")
        set(.crossOriginResourcePolicy, "same-origin")
        set(.cacheControl, "no-store")
        if configuration.isSecure { set(.strictTransportSecurity, "max-age=31536000") }
    }
}
