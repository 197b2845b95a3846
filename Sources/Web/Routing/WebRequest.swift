import Ground
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import Markup
import NIOCore
import Scenario

/// A request that is being answered, with everything that a handler needs to know of it.
struct WebRequest: Sendable {
    /// The server that answers.
    let site: Site
    /// The route that was found.
    let route: Route
    /// Method, target and fields.
    let head: HTTPRequest
    /// The target, taken apart.
    let uri: URI
    /// The path's parameters, percent-decoded.
    let parameters: Parameters
    /// Number of the request in the log.
    let id: String
    /// The remote address, without port; empty where there is none.
    let address: String
    /// Who asks; nil where nobody has signed in.
    var access: Access?
    /// The language to answer in.
    var language: PageLanguage
    /// Light, dark or as the system.
    var theme: Theme
    /// The secret that this browser's forms are tied to before anybody has signed in; nil for programs.
    var visitor: String?
    /// The body as it came; empty for methods without one.
    var body = ByteBuffer()
    /// Whether the body has been read. After an answer to a request whose body has not, the connection is closed.
    var isBodyRead = false
    /// The fields of a form; empty where the body is none.
    var form = FormFields()
    /// The right to act on a request that must not act twice; nil where no such was asked.
    var claim: IdempotencyClaim?
    /// The body as JSON, which has passed the route's schema; null where there is none.
    var json = JSONValue(.null)

    /// The account that acts.
    ///
    /// - Throws: ``Problem/unauthenticated``; only on routes that anybody may visit.
    var account: Account {
        get throws {
            guard let access else { throw Problem.unauthenticated }
            return access.account
        }
    }

    /// The account, as the audit trail wants it.
    var requester: Requester { Requester(account: access?.account.id, address: address) }

    /// A parameter of the path.
    func parameter(_ name: String) throws -> String {
        guard let text = parameters.get(name), let decoded = PercentCoding.decoded(text.utf8, plusIsSpace: false)
        else { throw Problem.notFound }
        return decoded
    }

    /// A parameter of the path that is a number; what is none does not exist.
    func number(_ name: String) throws -> Int64 {
        guard let number = Int64(try parameter(name)), number >= 0 else { throw Problem.notFound }
        return number
    }

    /// A value of the query, percent-decoded, with `+` for spaces as forms write them; nil where there is none or it is
    /// longer than `limit` bytes.
    func query(_ name: String, limit: Int = 4_000) -> String? {
        guard let query = uri.query, let text = FormFields(encoded: query)?[name], text.utf8.count <= limit else {
            return nil
        }
        return text
    }

    /// A value of the query that is a whole number in a range; nil where there is none.
    func query(_ name: String, in range: ClosedRange<Int64>) throws -> Int64? {
        guard let text = query(name), !text.isEmpty else { return nil }
        guard let number = Int64(text), range.contains(number) else {
            throw Problem.invalid(Texts.API.wholeNumber(range), field: name)
        }
        return number
    }

    /// Whether a script or a program asked, which reads JSON rather than pages.
    var wantsJSON: Bool {
        let accept = head.headerFields[.accept] ?? ""
        return accept.contains("application/json") || accept.contains("application/problem+json")
    }

    /// What unsafe requests of this browser must repeat; empty for programs.
    var formToken: String {
        if let token = access?.csrfToken { return token }
        guard access == nil, let visitor else { return "" }
        return site.visitors.token(of: visitor)
    }

    /// An empty builder for pages in the language of this request.
    var markup: Markup { Markup(language: language, languages: .one) }
}
