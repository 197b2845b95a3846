import Exercise
import Ground
import Markup
import Scenario

/// Which alerts a list shows, and in which order: what its address says.
struct AlertChoice: Sendable, Equatable {
    /// Which alerts by what they are held to be.
    enum Show: String, Sendable, CaseIterable {
        case open, mine, closed, all

        /// What people call it.
        var title: LocalizedText {
            switch self {
            case .open: LocalizedText("Chưa đóng", "Not closed")
            case .mine: LocalizedText("Của tôi", "Mine")
            case .closed: LocalizedText("Đã đóng", "Closed")
            case .all: LocalizedText("Tất cả", "All")
            }
        }
    }

    /// What the list is ordered by.
    enum Sort: String, Sendable, CaseIterable {
        case newest, oldest, severity, host

        /// What people call it.
        var title: LocalizedText {
            switch self {
            case .newest: LocalizedText("Mới nhất", "Newest first")
            case .oldest: LocalizedText("Cũ nhất", "Oldest first")
            case .severity: LocalizedText("Nghiêm trọng nhất", "Most severe first")
            case .host: LocalizedText("Theo máy", "By host")
            }
        }
    }

    var show = Show.open
    var severity: Severity?
    var sort = Sort.newest
    /// How many rows.
    var count = 100

    /// The choice that an address says; what it says wrongly is as usual.
    init(_ request: WebRequest) {
        show = request.query("show").flatMap(Show.init) ?? .open
        severity = request.query("severity").flatMap(Severity.init)
        sort = request.query("sort").flatMap(Sort.init) ?? .newest
        count = min(max(request.query("count").flatMap { Int($0) } ?? 100, 1), 2_000)
    }

    /// The query of an address that says it.
    var query: String {
        "?show=\(show.rawValue)&sort=\(sort.rawValue)&count=\(count)"
            + (severity.map { "&severity=\($0.rawValue)" } ?? "")
    }

    /// A choice with something changed.
    func with(_ change: (inout AlertChoice) -> Void) -> AlertChoice {
        var choice = self
        choice.count = 100
        change(&choice)
        return choice
    }

    /// The alerts that are chosen, in order.
    func choose(from alerts: [DeskAlert], of author: Author) -> [DeskAlert] {
        let chosen = alerts.filter { alert in
            guard severity == nil || alert.severity == severity else { return false }
            let isClosed = alert.triage == .closedTrue || alert.triage == .closedFalse
            return switch show {
            case .open: !isClosed
            case .mine: alert.triagedBy == author && alert.triage != .open
            case .closed: isClosed
            case .all: true
            }
        }
        switch sort {
        case .newest: return chosen.reversed()
        case .oldest: return chosen
        case .severity:
            return chosen.sorted { ($0.severity.rank, $0.number) > ($1.severity.rank, $1.number) }
        case .host:
            return chosen.sorted { ($0.host?.name ?? "~", $0.number) < ($1.host?.name ?? "~", $1.number) }
        }
    }
}
