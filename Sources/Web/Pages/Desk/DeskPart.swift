import Exercise
import Markup

/// The parts of a desk that live events renew, each at an address of its own.
enum DeskPart: String, Sendable, CaseIterable {
    case bar, tabs, map, latest, services, alerts, hosts, accounts, host, account, work, findings, messages, reports,
        questions
    case rules, notes, chat, scoreboard, act

    /// Names of the changes that make it out of date, as ``DeskChanges/named`` calls them.
    var sections: String {
        switch self {
        case .bar: "clock score work"
        case .tabs: "alerts work messages questions"
        case .map: "hosts alerts work"
        case .latest: "alerts work messages"
        case .services: "services"
        case .alerts: "alerts"
        case .hosts: "hosts alerts work"
        case .accounts: "hosts work"
        case .host, .account: "hosts alerts work findings services"
        case .work: "work clock"
        case .findings: "findings"
        case .messages: "messages"
        case .reports: "reports"
        case .questions: "questions"
        case .rules: "rules alerts"
        case .notes: "notes"
        case .chat: "chat"
        case .scoreboard: "score clock"
        case .act: ""
        }
    }
}

extension Desk {
    /// Writes a part.
    ///
    /// - Throws: `notFound` where the query names what is not there.
    func write(_ part: DeskPart, to page: inout Markup) async throws {
        switch part {
        case .bar: writeBar(to: &page)
        case .tabs: writeTabs(to: &page)
        case .map: writeMap(to: &page)
        case .latest: writeLatest(to: &page)
        case .services: writeServices(to: &page)
        case .alerts: try await writeAlerts(AlertChoice(request), to: &page)
        case .hosts: writeHosts(to: &page)
        case .accounts: writeAccounts(to: &page)
        case .host: try await writeHost(try number("host"), to: &page)
        case .account: writeAccount(try account(number: try number("account")), to: &page)
        case .work: try await writeWork(to: &page)
        case .findings: writeFindings(exercise.deskFindings, to: &page)
        case .messages: try await writeMessages(to: &page)
        case .reports: try await writeReports(to: &page)
        case .questions: try await writeQuestions(to: &page)
        case .rules: try await writeRules(to: &page)
        case .notes: try await writeTexts(exercise.deskNotes, empty: Texts.Desk.noNotes, to: &page)
        case .chat: try await writeTexts(exercise.deskChat, empty: Texts.Desk.noChat, to: &page)
        case .scoreboard: try await writeScoreboard(to: &page)
        case .act: writeAct(try Act(self), to: &page)
        }
    }

    /// Appends a part that live events renew.
    func live(_ part: DeskPart, in page: inout Markup, query: String = "", class name: String? = nil) async throws {
        var body = request.markup
        try await write(part, to: &body)
        page.element(
            "div",
            [
                "id": "part-\(part.rawValue)", "class": name, "data-section": part.sections,
                "data-fragment": "\(root)/parts/\(part.rawValue)\(query)",
            ]
        ) { $0.append(body) }
    }

    /// A number that the query or the path must have.
    func number(_ name: String) throws -> Int32 {
        if let number = try request.query(name, in: 0...Int64(Int32.max)) { return Int32(number) }
        return Int32(clamping: try request.number(name))
    }
}
