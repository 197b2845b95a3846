import HTTPTypes

/// Reading and writing cookies.
enum Cookies {
    /// The value of a cookie among a request's fields; the first where it occurs twice.
    static func value(_ cookie: CookieName, in fields: HTTPFields, isSecure: Bool) -> String? {
        let name = cookie.name(isSecure: isSecure)
        for field in fields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == name else { continue }
                return String(parts[1])
            }
        }
        return nil
    }

    /// The field that sets a cookie. Scripts cannot read it, other sites do not send it with unsafe requests.
    ///
    /// - Parameters:
    ///   - value: of unreserved characters only.
    ///   - seconds: how long it is kept; nil until the browser closes, 0 deletes it.
    static func setting(_ cookie: CookieName, to value: String, isSecure: Bool, seconds: Int? = nil) -> String {
        var text = "\(cookie.name(isSecure: isSecure))=\(value); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { text += "; Secure" }
        if let seconds { text += "; Max-Age=\(seconds)" }
        return text
    }
}
