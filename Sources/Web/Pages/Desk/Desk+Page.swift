import Exercise
import Ground
import Hummingbird
import Markup
import Scenario

extension Desk {
    /// A page of the desk: the bar with the clock, the way to the other pages, and what `body` writes.
    func page(
        _ section: DeskSection, title: LocalizedText? = nil, scripts: [String] = [],
        _ body: (inout Markup) async throws -> Void
    ) async throws -> Response {
        var content = request.markup
        try await live(.bar, in: &content, class: "desk-bar")
        try await live(.tabs, in: &content, query: "?at=\(section.rawValue)")
        // What has a heading of its own is named for those who cannot see it.
        let isNamed = title != nil || section == .situation || section == .logs
        content.element("h1", ["class": isNamed ? "unseen" : "desk-title"], title ?? section.title)
        if snapshot.status.phase == .draft { notice(Texts.Desk.notBegun, &content) }
        if snapshot.status.phase == .paused { notice(Texts.Desk.paused, &content) }
        if snapshot.status.phase == .closed { closedNotice(&content) }
        if !hasSeat { notice(Texts.Desk.lookingOn, &content) }
        try await body(&content)
        content.element(
            "dialog", ["id": "desk-dialog", "class": "desk-dialog", "aria-label": content.words(Texts.Desk.details)]
        ) { _ in }
        shortcuts(&content)
        var frame = PageFrame((title ?? section.title) + " · " + live.stored.name, width: .full)
        frame.showsHeading = false
        frame.events = events
        frame.scripts = ["desk.js"] + scripts
        frame.styles = ["desk.css"]
        return request.page(frame) { $0.append(content) }
    }

    private func closedNotice(_ page: inout Markup) {
        page.element("p", ["class": "form-note desk-note", "role": "status"]) { page in
            page.text(Texts.Desk.closed)
            page.text(" ")
            page.element(
                "a", ["href": "/exercises/\(live.stored.publicID)/teams/\(snapshot.team.id)/review"], Texts.Desk.review)
        }
    }

    private func notice(_ text: LocalizedText, _ page: inout Markup) {
        page.element("p", ["class": "form-note desk-note", "role": "status"], text)
    }

    /// What the keyboard help says besides, and what is said when an alert comes.
    private func shortcuts(_ page: inout Markup) {
        page.element("p", ["id": "desk-said", "class": "unseen", "role": "status"]) { _ in }
        page.element("template", ["id": "desk-keys", "data-alert": page.words(Texts.Alerts.arrived)]) { page in
            for section in DeskSection.allCases {
                page.element("dt") { page in
                    page.element("kbd", "g")
                    page.element("kbd", section.key)
                }
                page.element("dd", section.title)
            }
            page.element("dt") { $0.element("kbd", "← → ↑ ↓") }
            page.element("dd", Texts.Desk.arrowKeys)
        }
    }

    /// Writes the ways to the desk's pages.
    func writeTabs(to page: inout Markup) {
        let current = request.query("at") ?? (request.route.kind == .page ? request.deskSection?.rawValue : nil)
        page.element("nav", ["class": "tabs desk-tabs", "aria-label": page.words(Texts.Desk.pages)]) { page in
            for section in DeskSection.allCases {
                let waiting = section.waiting(in: exercise)
                page.element(
                    "a",
                    [
                        "href": root + section.path, "data-go": section.key, "id": "tab-\(section.rawValue)",
                        "aria-current": section.rawValue == current ? "page" : nil,
                    ]
                ) { page in
                    page.text(section.title)
                    if waiting > 0 {
                        page.element("span", ["class": "count"]) { $0.text(Figures.number(waiting)) }
                    }
                }
            }
        }
    }

    /// Writes exercise, clock, phase, points and staff.
    func writeBar(to page: inout Markup) {
        let status = snapshot.status
        let clock = exercise.deskClock
        let score = exercise.deskScore
        page.element("div", ["class": "desk-name"]) { page in
            page.element("strong", live.stored.name)
            page.element("span", ["class": "muted"], snapshot.team.name)
        }
        page.element("div", ["class": "desk-figures"]) { page in
            page.element("div", ["class": "figure"]) { page in
                page.element("span", ["class": "figure-name"], Texts.Desk.clock)
                var pace = 0
                if case .factor(let factor) = status.pace { pace = factor }
                page.element(
                    "time",
                    [
                        "class": "clock", "data-clock": String(status.time), "data-start": String(time.startSeconds),
                        "data-pace": String(status.phase == .running ? pace : 0),
                        "data-end": String(status.duration),
                    ], time.clock(status.time))
                page.element("span", ["class": "figure-note"]) { page in
                    page.text(Texts.Desk.left(max(0, status.duration - status.time)))
                    if pace > 1 { page.text(" · ×\(pace)") }
                }
            }
            page.element("div", ["class": "figure"]) { page in
                page.element("span", ["class": "figure-name"], Texts.Desk.phase)
                page.chip(status.phase.title, status.phase.tone)
            }
            figure(Texts.Desk.points, Figures.number(score.total), Texts.Desk.ofPoints(score.answersMaximum), &page)
            figure(
                Texts.Desk.staff, LocalizedText("\(clock.staffFree)/\(clock.staffTotal)"), Texts.Desk.free, &page)
            if PermissionTable.allows(.direct, to: request.access?.role) {
                page.element(
                    "a", ["class": "button small", "href": "/exercises/\(live.stored.publicID)"], Texts.Desk.direct)
            }
        }
    }

    private func figure(
        _ name: LocalizedText, _ value: LocalizedText, _ note: LocalizedText, _ page: inout Markup
    ) {
        page.element("div", ["class": "figure"]) { page in
            page.element("span", ["class": "figure-name"], name)
            page.element("span", ["class": "figure-value"], value)
            page.element("span", ["class": "figure-note"], note)
        }
    }
}

extension WebRequest {
    /// The page of a desk that the route is.
    var deskSection: DeskSection? {
        let parts = route.path.split(separator: "/")
        guard let desk = parts.firstIndex(of: "desk") else { return nil }
        guard desk + 1 < parts.count else { return .situation }
        return parts[desk + 1] == "accounts" ? .hosts : DeskSection(rawValue: String(parts[desk + 1]))
    }
}
