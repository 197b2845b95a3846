import HTTPTypes
import Markup
import Scenario

/// Why a request is not answered as it asked: what becomes a problem document (RFC 9457) for programs and a page for people.
struct Problem: Error, Sendable {
    var status: HTTPResponse.Status
    /// The kind, the same for ever: `not-found`.
    var code: String
    /// What is wrong and what would be right.
    var text: LocalizedText
    /// The value at fault, where there is one.
    var field: String?
    /// After how many seconds another attempt makes sense.
    var secondsToWait: Int?
    /// Whether the connection cannot be used any more, because its request was not read to the end.
    var closesConnection = false

    /// A problem.
    init(
        _ status: HTTPResponse.Status, _ code: String, _ text: LocalizedText, field: String? = nil,
        secondsToWait: Int? = nil, closesConnection: Bool = false
    ) {
        self.status = status
        self.code = code
        self.text = text
        self.field = field
        self.secondsToWait = secondsToWait
        self.closesConnection = closesConnection
    }

    /// What was named does not exist, or not for whoever asks.
    static var notFound: Problem { Problem(.notFound, "not-found", Texts.Errors.notFound) }

    /// Whoever asks may not do this.
    static var forbidden: Problem { Problem(.forbidden, "forbidden", Texts.Errors.forbidden) }

    /// Nobody has signed in.
    static var unauthenticated: Problem { Problem(.unauthorized, "unauthenticated", Texts.Errors.unauthenticated) }

    /// A value is not one that can be taken.
    static func invalid(_ text: LocalizedText, field: String? = nil) -> Problem {
        Problem(.unprocessableContent, "invalid", text, field: field)
    }

    /// It contradicts what is there already.
    static func conflict(_ text: LocalizedText, field: String? = nil) -> Problem {
        Problem(.conflict, "conflict", text, field: field)
    }

    /// The shape of a problem document.
    static let schema = Schema.named(
        "Problem",
        .object([
            .required("type", .string("A URI that names the kind of problem: urn:thao:problem:CODE", 0...200)),
            .required("title", .string("The kind in a few words", 0...200)),
            .required("status", .integer("The status of the answer", 400...599)),
            .required("code", .string("The kind as a word", 0...60)),
            .required("detail", .string("What is wrong and what would be right", 0...2_000)),
            .optional("field", .string("The value at fault", 0...400)),
            .optional("instance", .string("The number of the request in the server's log", 0...100)),
        ]))
}
