import Kernel
import LogSearch

/// A search of a team's logs: what its address says.
struct LogChoice: Sendable, Equatable {
    /// A stretch of time that ends now.
    enum Quick: String, Sendable, CaseIterable {
        case quarter = "15m"
        case hour = "1h"
        case fourHours = "4h"
        case day = "24h"
        case start
        case all
        case custom

        /// How far it goes back; nil where it does not say.
        var length: Milliseconds? {
            switch self {
            case .quarter: .minutes(15)
            case .hour: .hours(1)
            case .fourHours: .hours(4)
            case .day: .hours(24)
            case .start, .all, .custom: nil
            }
        }
    }

    /// Rows of a page.
    static let rows = 50
    /// Bars of the histogram.
    static let buckets = 90
    /// Fields with statistics where nothing else is chosen.
    static let usualFields = ["event.dataset", "event.action", "host.name", "user.name"]

    var query = ""
    var quick = Quick.day
    var from: Milliseconds?
    var to: Milliseconds?
    var order = SearchRequest.Order.newest
    var fields = LogChoice.usualFields
    var after: SearchCursor?

    /// The search that an address says; what it says wrongly is as usual.
    init(_ request: WebRequest, _ time: ExerciseTime) {
        query = request.query("q", limit: LogQuery.longestText * 2) ?? ""
        quick = request.query("range").flatMap(Quick.init) ?? .day
        from = request.query("from", limit: 40).flatMap { time.time(of: $0) }
        to = request.query("to", limit: 40).flatMap { time.time(of: $0) }
        if from != nil || to != nil {
            quick = request.query("range").flatMap(Quick.init) ?? .custom
            if quick != .custom { (from, to) = (nil, nil) }
        } else if quick == .custom {
            quick = .day
        }
        order = request.query("order").flatMap(SearchRequest.Order.init) ?? .newest
        if let text = request.query("fields", limit: 1_000) {
            fields = text.split(separator: ",").prefix(SearchRequest.mostStatistics).map(String.init)
        }
        if let field = request.query("field", limit: 200), !field.isEmpty, !fields.contains(field) {
            fields = [field] + fields.prefix(SearchRequest.mostStatistics - 1)
        }
        after = request.query("after", limit: 64).flatMap { SearchCursor(text: $0) }
    }

    /// The same search with something changed, from its first page.
    func with(_ change: (inout LogChoice) -> Void) -> LogChoice {
        var choice = self
        choice.after = nil
        change(&choice)
        return choice
    }

    /// The query of an address that says it.
    func address(_ time: ExerciseTime) -> String {
        var text = "?q=\(PercentCoding.encoded(query))&range=\(quick.rawValue)"
        if quick == .custom {
            if let from { text += "&from=\(PercentCoding.encoded(time.field(from)))" }
            if let to { text += "&to=\(PercentCoding.encoded(time.field(to)))" }
        }
        if order != .newest { text += "&order=\(order.rawValue)" }
        if fields != Self.usualFields { text += "&fields=\(PercentCoding.encoded(fields.joined(separator: ",")))" }
        if let after { text += "&after=\(after.text)" }
        return text
    }

    /// The time that is looked at, when the exercise has `now`.
    func range(now: Milliseconds) -> (from: Milliseconds?, to: Milliseconds?) {
        switch quick {
        case .custom: (from, to)
        case .start: (0, nil)
        case .all: (nil, nil)
        case .quarter, .hour, .fourHours, .day: (now - (quick.length ?? 0), nil)
        }
    }

    /// What is asked of the log.
    ///
    /// - Throws: ``LogQueryError`` with the place of a mistake.
    func request(now: Milliseconds, known: FieldCatalogue) throws(LogQueryError) -> SearchRequest {
        var request = SearchRequest(try LogQuery(parsing: query, fields: known))
        (request.from, request.to) = range(now: now)
        request.order = order
        request.limit = Self.rows
        request.after = after
        if after == nil {
            request.buckets = Self.buckets
            request.statistics = fields
        } else {
            request.countsAll = false
        }
        return request
    }

    /// A condition on a field, as the search language writes it.
    static func term(_ field: String, _ value: String) -> String {
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\(field):\"\(escaped)\""
    }

    /// The query with a condition besides, or with the opposite of it.
    func adding(_ term: String, excluding: Bool) -> String {
        let term = excluding ? "NOT \(term)" : term
        if query.allSatisfy(\.isWhitespace) { return term }
        let isJoined = query.contains(" OR ") || query.contains("||")
        return isJoined ? "(\(query)) AND \(term)" : "\(query) AND \(term)"
    }
}
