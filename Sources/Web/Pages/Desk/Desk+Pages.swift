import Exercise
import Hummingbird
import Markup
import Scenario

/// How parts are put together to pages.
extension Desk {
    /// Writes the first page: the map beside what is new.
    func writeSituation(to page: inout Markup) async throws {
        var left = request.markup
        var right = request.markup
        try await live(.map, in: &left)
        try await live(.services, in: &right)
        var latest = request.markup
        try await live(.latest, in: &latest)
        Glyphs.define(in: &page)
        page.element("div", ["class": "desk-columns"]) { page in
            page.element("section", ["class": "card", "aria-labelledby": "map-title"]) { page in
                page.element("h2", ["id": "map-title"], Texts.Desk.map)
                page.element("p", ["class": "muted small"], Texts.Desk.mapHint)
                page.append(left)
            }
            page.element("div", ["class": "desk-side"]) { page in
                page.append(latest)
                page.element("section", ["class": "card", "aria-labelledby": "services-title"]) { page in
                    page.element("h2", ["id": "services-title"], Texts.Desk.services)
                    page.append(right)
                }
            }
        }
    }

    /// Writes the latest alerts, the open work and the latest message, in short.
    func writeLatest(to page: inout Markup) {
        page.element("section", ["class": "card", "aria-labelledby": "latest-title"]) { page in
            page.element("h2", ["id": "latest-title"], Texts.Alerts.newest)
            writeShort(exercise.deskAlerts.reversed(), to: &page, most: 8)
        }
        page.element("section", ["class": "card", "aria-labelledby": "work-title"]) { page in
            page.element("h2", ["id": "work-title"], Texts.Work.queue)
            writeShortWork(to: &page)
        }
        if let message = exercise.deskMessages.last {
            page.element("section", ["class": "card", "aria-labelledby": "message-title"]) { page in
                page.element("h2", ["id": "message-title"], Texts.Messages.latest)
                page.element("p") { page in
                    page.element("a", ["href": "\(root)/messages"], message.title)
                    page.element("span", ["class": "muted small"]) { page in
                        page.text(LocalizedText(" ") + message.from + " · \(time.clock(message.time).prefix(5))")
                    }
                }
                page.element("p", ["class": "message-short"], message.text)
            }
        }
    }

    /// Writes the lists of hosts and accounts with their filter.
    func writeHostPage(to page: inout Markup) async throws {
        let wanted = request.query("q", limit: 100) ?? ""
        page.element("form", ["class": "search", "role": "search"]) { page in
            page.element("label", ["for": "host-filter", "class": "unseen"], Texts.Desk.findHost)
            page.empty(
                "input",
                [
                    "id": "host-filter", "name": "q", "type": "search", "value": wanted, "data-search": "",
                    "placeholder": page.words(Texts.Desk.findHost), "maxlength": "100",
                ])
            page.element("button", Texts.Desk.filter)
        }
        let query = "?q=\(PercentCoding.encoded(wanted))" + (request.query("all") == nil ? "" : "&all=1")
        try await live(.hosts, in: &page, query: query)
        page.element("h2", Texts.Desk.accounts)
        try await live(.accounts, in: &page, query: query)
    }

    /// Writes a panel on a page of its own.
    func panel(_ part: DeskPart, _ id: Int32, in page: inout Markup) async throws {
        try await live(part, in: &page, query: "?\(part.rawValue)=\(id)", class: "card panel")
        guard isOpen, part == .host else { return }
        page.element("section", ["class": "card"]) { page in
            writeBox(
                action: "\(root)/notes", label: Texts.Desk.noteOnHost, submit: Texts.Messages.write,
                refresh: "notes hosts", id: "note", to: &page
            ) { $0.empty("input", ["type": "hidden", "name": "host", "value": String(id)]) }
        }
    }

    /// Writes the catalogue of actions beside what is under way and what it brought.
    func writeWorkPage(to page: inout Markup) async throws {
        var work = request.markup
        try await live(.work, in: &work)
        var findings = request.markup
        try await live(.findings, in: &findings)
        page.element("div", ["class": "desk-columns even"]) { page in
            page.element("div") { page in
                page.element("section", ["class": "card", "aria-labelledby": "queue-title"]) { page in
                    page.element("h2", ["id": "queue-title"], Texts.Work.queue)
                    page.append(work)
                }
                page.element("section", ["class": "card", "aria-labelledby": "findings-title"]) { page in
                    page.element("h2", ["id": "findings-title"], Texts.Desk.findings)
                    page.append(findings)
                }
            }
            page.element("div") { writeCatalogue(to: &$0) }
        }
    }

    /// Writes messages beside situation reports.
    func writeMessagePage(_ state: FormState, to page: inout Markup) async throws {
        var messages = request.markup
        try await live(.messages, in: &messages)
        var reports = request.markup
        try await live(.reports, in: &reports)
        page.element("div", ["class": "desk-columns even"]) { page in
            page.element("section", ["class": "card", "aria-labelledby": "messages-title"]) { page in
                page.element("h2", ["id": "messages-title"], Texts.Messages.title)
                page.append(messages)
            }
            page.element("div") { page in
                if isOpen {
                    page.card(Texts.Reports.title, id: "report", lead: Texts.Reports.lead) {
                        writeReportForm(state, to: &$0)
                    }
                }
                page.element("section", ["class": "card", "aria-labelledby": "reports-title"]) { page in
                    page.element("h2", ["id": "reports-title"], Texts.Reports.earlier)
                    page.append(reports)
                }
            }
        }
    }

    /// Writes the form for rules with what came of it, beside the rules that are armed.
    func writeRulePage(
        _ text: String, hours: Int, to page: inout Markup, _ outcome: (inout Markup) -> Void
    ) async throws {
        var rules = request.markup
        try await live(.rules, in: &rules)
        page.element("p", ["class": "lead"], Texts.Rules.lead)
        page.element("div", ["class": "desk-columns even"]) { page in
            page.element("div") { page in
                outcome(&page)
                if isOpen {
                    page.card(Texts.Rules.write, id: "write") { writeRuleForm(text, hours: hours, to: &$0) }
                }
            }
            page.element("section", ["class": "card", "aria-labelledby": "rules-title"]) { page in
                page.element("h2", ["id": "rules-title"], Texts.Rules.list)
                page.append(rules)
            }
        }
    }

    /// Writes notes beside chat.
    func writeTalkPage(to page: inout Markup) async throws {
        var notes = request.markup
        try await live(.notes, in: &notes)
        var chat = request.markup
        try await live(.chat, in: &chat, class: "chat-scroll")
        page.element("div", ["class": "desk-columns even"]) { page in
            page.card(Texts.Messages.note, id: "notes") { page in
                page.append(notes)
                guard isOpen else { return }
                writeBox(
                    action: "\(root)/notes", label: Texts.Messages.newNote, submit: Texts.Messages.write,
                    refresh: "notes", id: "note", rows: 3, to: &page)
            }
            page.card(Texts.Messages.chat, id: "chat") { page in
                page.append(chat)
                guard hasSeat else { return }
                writeBox(
                    action: "\(root)/chat", label: Texts.Messages.say, submit: Texts.Messages.send, refresh: "chat",
                    id: "chat", to: &page)
            }
        }
    }
}
