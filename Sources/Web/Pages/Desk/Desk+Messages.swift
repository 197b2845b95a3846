import Exercise
import Kernel
import Markup
import Scenario

extension Desk {
    /// Writes messages to the team, the latest first, with replies.
    func writeMessages(to page: inout Markup) async throws {
        let messages = exercise.deskMessages
        if messages.isEmpty {
            page.emptyState(Texts.Messages.none, Texts.Messages.noneYet)
            return
        }
        let names = try await names(of: messages.flatMap { $0.replies.map(\.author) })
        for message in messages.reversed() {
            page.element(
                "article",
                [
                    "class": "message", "data-key": "message-\(message.number)",
                    "aria-labelledby": "message-\(message.number)",
                ]
            ) {
                page in
                page.element("header", ["class": "message-head"]) { page in
                    page.element("h3", ["id": "message-\(message.number)"], message.title)
                    page.element("p", ["class": "muted small"]) { page in
                        page.text(message.from)
                        if !message.to.isEmpty {
                            page.text(LocalizedText(" → ") + message.to.joined(separator: ", "))
                        }
                        page.text(" · \(time.clock(message.time).prefix(5))")
                        if message.isBroadcast { page.chip(Texts.Messages.broadcast, .neutral) }
                    }
                }
                page.element("p", ["class": "message-text"], message.text)
                for reply in message.replies {
                    page.element("div", ["class": "reply"]) { page in
                        page.element("p", ["class": "talk-head"]) { page in
                            page.element("strong", names[reply.author])
                            page.element("time", ["class": "muted"], String(time.clock(reply.time).prefix(5)))
                        }
                        page.element("p", ["class": "talk-text"], reply.text)
                    }
                }
                guard isOpen else { return }
                page.element("details", ["class": "reply-box", "id": "reply-\(message.number)"]) { page in
                    page.element("summary", Texts.Messages.reply)
                    writeBox(
                        action: "\(root)/messages/\(message.number)", label: Texts.Messages.replyText,
                        submit: Texts.Messages.send, refresh: "messages", id: "reply-\(message.number)", to: &page)
                }
            }
        }
    }

    /// Writes the situation reports that were sent, the latest first, with marks.
    func writeReports(to page: inout Markup) async throws {
        let reports = exercise.deskReports
        if reports.isEmpty {
            page.element("p", ["class": "muted"], Texts.Reports.none)
            return
        }
        let names = try await names(of: reports.map(\.author))
        for report in reports.reversed() {
            page.element("details", ["class": "box", "id": "report-\(report.number)"]) { page in
                page.element("summary") { page in
                    page.text(Texts.Reports.number(report.number) + " · \(time.clock(report.time).prefix(5)) · ")
                    page.text(names[report.author])
                    page.text(" ")
                    if let points = report.points {
                        page.chip(Texts.Reports.marked(points, of: TeamLimits.reportPoints), .good)
                    } else {
                        page.chip(Texts.Reports.unmarked, .neutral)
                    }
                }
                page.element("dl", ["class": "facts"]) { page in claims(report.report, &page) }
                if !report.comment.isEmpty {
                    page.element("p") { page in
                        page.element("strong", Texts.Reports.comment + ": ")
                        page.text(report.comment)
                    }
                }
            }
        }
    }

    private func claims(_ report: SituationReport, _ page: inout Markup) {
        let hosts = report.hosts.compactMap { exercise.deskHost($0)?.name }
        let names = Dictionary(
            uniqueKeysWithValues: exercise.deskSituation.accounts.map { ($0.id, $0.name) })
        let accounts = report.accounts.compactMap { names[$0] }
        for (title, text) in [
            (Texts.Reports.hosts, hosts.joined(separator: ", ")),
            (Texts.Reports.accounts, accounts.joined(separator: ", ")),
            (Texts.Reports.techniques, report.techniques.joined(separator: ", ")),
            (Texts.Reports.start, report.startMinute.map { time.short(.minutes($0)) } ?? ""),
            (Texts.Reports.records, report.recordsAtRisk.map { Figures.number($0)[request.language] } ?? ""),
            (Texts.Reports.whatHappened, report.whatHappened), (Texts.Reports.unknown, report.unknown),
            (Texts.Reports.decisions, report.decisions),
        ] where !text.isEmpty { fact(title, LocalizedText(text), &page) }
    }

    /// Writes the form of a situation report. Hosts and accounts are typed by name.
    func writeReportForm(_ state: FormState, to page: inout Markup) {
        page.form(request, action: "\(root)/reports", id: "report-form") { page in
            page.formError(state.error(besides: ReportForm.fields))
            page.element("div", ["class": "fields"]) { page in
                for (name, label, hint) in [
                    ("hosts", Texts.Reports.hosts, Texts.Reports.hostsHint),
                    ("accounts", Texts.Reports.accounts, Texts.Reports.accountsHint),
                    ("techniques", Texts.Reports.techniques, Texts.Reports.techniquesHint),
                ] { line(name, label, hint, state, rows: 2, &page) }
            }
            page.element("div", ["class": "fields"]) { page in
                input("start-minute", Texts.Reports.start, type: "datetime-local", state, &page)
                input("records-at-risk", Texts.Reports.records, type: "number", state, &page)
            }
            for (name, label) in [
                ("what-happened", Texts.Reports.whatHappened), ("unknown", Texts.Reports.unknown),
                ("decisions", Texts.Reports.decisions),
            ] { line(name, label, nil, state, rows: 3, &page) }
            page.buttons(Texts.Reports.send)
        }
    }

    /// Appends a box of the report; none of them has to be filled in.
    private func line(
        _ name: String, _ label: LocalizedText, _ hint: LocalizedText?, _ state: FormState, rows: Int,
        _ page: inout Markup
    ) {
        reportField(name, label, hint, state, &page) { page, common in
            page.element(
                "textarea", common.adding(["rows": String(rows), "maxlength": String(TeamLimits.reportBytes)])
            ) {
                $0.text(state.values.text(name))
            }
        }
    }

    private func input(
        _ name: String, _ label: LocalizedText, type: String, _ state: FormState, _ page: inout Markup
    ) {
        reportField(name, label, nil, state, &page) { page, common in
            page.empty(
                "input",
                common.adding(["type": type, "value": state.values.text(name), "min": type == "number" ? "0" : nil]))
        }
    }

    private func reportField(
        _ name: String, _ label: LocalizedText, _ hint: LocalizedText?, _ state: FormState, _ page: inout Markup,
        _ box: (inout Markup, Attributes) -> Void
    ) {
        let error = state.error(of: name)
        let described = [hint == nil ? nil : "report-\(name)-hint", error == nil ? nil : "report-\(name)-error"]
            .compactMap { $0 }.joined(separator: " ")
        page.element("div", ["class": "field"]) { page in
            page.element("label", ["for": "report-\(name)"], label)
            box(
                &page,
                [
                    "id": "report-\(name)", "name": name, "aria-describedby": described.isEmpty ? nil : described,
                    "aria-invalid": error == nil ? nil : "true",
                ])
            if let hint { page.element("p", ["id": "report-\(name)-hint", "class": "hint"], hint) }
            if let error { page.element("p", ["id": "report-\(name)-error", "class": "field-error"], error) }
        }
    }
}
