/// What a route answers with, and so how it is authorised, how it says no, and what its answer's headers are.
enum RouteKind: String, Sendable, CaseIterable {
    /// A whole page. Who has not signed in is led to do so.
    case page
    /// A part of a page, which scripts put in its place.
    case fragment
    /// Takes a form and leads to a page, or answers a script in JSON.
    case action
    /// JSON under `/api/v1`; says no with a problem document. API tokens count only here and for events.
    case api
    /// A file of the program, kept by browsers.
    case asset
    /// A stream of live events.
    case events
    /// For machines that look after the server.
    case service
}
