import Exercise
import Kernel
import Markup
import NetworkWorld
import Scenario

extension Desk {
    /// How much finished work is listed.
    private static let finished = 40

    /// Writes what is under way, what waits, and what was done last.
    func writeWork(to page: inout Markup) async throws {
        let work = exercise.deskWork
        let open = work.filter { $0.phase != .finished }
        let done = work.filter { $0.phase == .finished }
        let names = try await names(of: work.suffix(200).map(\.author))
        if work.isEmpty {
            page.emptyState(Texts.Work.noWork, Texts.Work.noWorkYet)
            return
        }
        page.element("h3", Texts.Work.open(open.count))
        if open.isEmpty { page.element("p", ["class": "muted"], Texts.Work.nothingOpen) }
        list(open, names, &page)
        if done.isEmpty { return }
        page.element("h3", Texts.Work.done)
        list(done.suffix(Self.finished).reversed(), names, &page)
    }

    private func list(_ work: [DeskWork], _ names: AuthorNames, _ page: inout Markup) {
        if work.isEmpty { return }
        page.element("ul", ["class": "work-list"]) { page in
            for item in work {
                page.element("li", ["data-key": "work-\(item.number)", "class": "work"]) { page in
                    page.element("div", ["class": "work-head"]) { page in
                        page.element("strong", item.title)
                        target(of: item, &page)
                        page.chip(item.phase.title, item.phase.tone)
                        if !item.tookEffect { page.chip(Texts.Work.noEffect, .warning) }
                    }
                    progress(item, &page)
                    page.element("p", ["class": "muted small"]) { page in
                        page.text(names[item.author])
                        page.text(" · \(time.clock(item.asked).prefix(5))")
                        if let end = item.finished { page.text(" → \(time.clock(end).prefix(5))") }
                        if let end = item.expectedEnd {
                            page.text(LocalizedText(" · ") + Texts.Work.expected(String(time.clock(end).prefix(5))))
                        }
                    }
                }
            }
        }
    }

    private func progress(_ item: DeskWork, _ page: inout Markup) {
        guard let start = item.started, let end = item.expectedEnd, item.phase == .running else { return }
        let length = max(1, end - start)
        page.element(
            "progress",
            [
                "max": String(length), "value": String(min(length, max(0, now - start))), "data-from": String(start),
                "aria-label": page.words(item.title),
            ])
    }

    /// Appends links to what an action is aimed at.
    private func target(of item: DeskWork, _ page: inout Markup) {
        if let host = item.host { link(to: host, &page) }
        if let account = item.account { link(toAccount: account.id, account.name, &page) }
        if let network = item.network { page.element("code", network.name) }
    }

    /// Writes the open work in a line each, for panels.
    func writeShortWork(to page: inout Markup) {
        let open = exercise.deskOpenWork
        if open.isEmpty {
            page.element("p", ["class": "muted"], Texts.Work.nothingOpen)
            return
        }
        page.element("ul", ["class": "work-list"]) { page in
            for item in open.prefix(8) {
                page.element("li", ["data-key": "open-\(item.number)", "class": "work"]) { page in
                    page.element("div", ["class": "work-head"]) { page in
                        page.element("strong", item.title)
                        target(of: item, &page)
                        page.chip(item.phase.title, item.phase.tone)
                    }
                    progress(item, &page)
                }
            }
        }
    }

    /// Writes what the team can do, with what each takes.
    func writeCatalogue(to page: inout Markup) {
        for kind in [ActionKind.investigation, .response] {
            page.element("section", ["class": "card"]) { page in
                page.element("h2", kind.title)
                page.element("ul", ["class": "catalogue"]) { page in
                    for action in DeskAction.all(of: program) where action.kind == kind {
                        page.element("li") { page in
                            page.element("div") { page in
                                page.element("strong", action.title)
                                page.element("span", ["class": "muted small block"]) { page in
                                    page.text(action.target.title + " · " + Texts.Work.span(action.duration) + " · ")
                                    page.text(Texts.Work.staff(action.staffMinutes))
                                    if action.approval != .never {
                                        page.text(
                                            LocalizedText(" · ") + Texts.Work.approval + ": " + action.approval.title)
                                    }
                                }
                                page.element("span", ["class": "muted small block"], action.sideEffect)
                            }
                            if isOpen {
                                page.element(
                                    "a",
                                    [
                                        "class": "button small",
                                        "href": "\(root)/act?action=\(PercentCoding.encoded(action.id))",
                                        "data-dialog":
                                            "\(root)/parts/act?action=\(PercentCoding.encoded(action.id))",
                                    ], Texts.Work.ask)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes what investigations brought, the latest first.
    func writeFindings(_ findings: [DeskFinding], to page: inout Markup) {
        if findings.isEmpty {
            page.element("p", ["class": "muted"], Texts.Desk.noFindings)
            return
        }
        page.element("ul", ["class": "findings"]) { page in
            for finding in findings.reversed() {
                page.element("li", ["data-key": "finding-\(finding.number)"]) { page in
                    page.element("div", ["class": "work-head"]) { page in
                        page.element("time", ["class": "muted"], String(time.clock(finding.time).prefix(5)))
                        page.element("strong", finding.title)
                        if let host = finding.host { link(to: host, &page) }
                        if let account = finding.account { link(toAccount: account.id, account.name, &page) }
                        if let network = finding.network { page.element("code", network.name) }
                        page.chip(finding.verdict.title, finding.verdict.tone)
                    }
                    page.element("p", finding.text)
                    if finding.suspects.isEmpty && finding.usedAccounts.isEmpty { return }
                    page.element("p", ["class": "small"]) { page in
                        for host in finding.suspects.prefix(20) {
                            link(to: host, &page)
                            page.text(" ")
                        }
                        for account in finding.usedAccounts.prefix(20) {
                            link(toAccount: account.id, account.name, &page)
                            page.text(" ")
                        }
                    }
                }
            }
        }
    }
}
