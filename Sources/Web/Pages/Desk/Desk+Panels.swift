import Exercise
import Kernel
import Markup
import NetworkWorld
import Report
import Scenario

extension Desk {
    /// Writes what is known of a host, and what can be done about it.
    func writeHost(_ number: Int32, to page: inout Markup) async throws {
        let host = try host(number: number)
        let situation = exercise.deskSituation
        let network = situation.networks.first { $0.hosts.contains { $0.id == number } }
        panelHead(host.name, host.title, host.assessment, isIsolated: host.isIsolated, isInWork: host.isInWork, &page)
        page.element("dl", ["class": "facts"]) { page in
            fact(Texts.Desk.role, host.role.title, &page)
            fact(Texts.Desk.address, LocalizedText(host.address), &page)
            fact(Texts.Desk.os, host.os.title, &page)
            if let network { fact(Texts.Desk.network, network.title.or(network.name), &page) }
            fact(Texts.Desk.investigations, Figures.number(host.investigations), &page)
            if let lookedAt = host.lookedAt { fact(Texts.Desk.lookedAt, LocalizedText(time.short(lookedAt)), &page) }
            if !host.services.isEmpty {
                let titles = situation.services.filter { host.services.contains($0.name) }.map { $0.title.or($0.name) }
                fact(Texts.Desk.dependants, titles.joined(separator: ", "), &page)
            }
            let owners = situation.accounts.filter { $0.workstation?.id == number }
            if !owners.isEmpty {
                page.element("dt", Texts.Desk.owner)
                page.element("dd") { page in
                    for owner in owners {
                        link(toAccount: owner.id, owner.name, &page)
                        page.text(" ")
                    }
                }
            }
        }
        page.element("p", ["class": "buttons"]) { page in
            page.element("a", ["class": "button small", "href": logs(of: host.name)]) { page in
                Icon.search.draw(in: &page)
                page.text(Texts.Desk.logsOf)
            }
            if request.route.kind == .fragment {
                page.element(
                    "a", ["class": "button small quiet", "href": "\(root)/hosts/\(number)"], Texts.Desk.fullPage)
            }
        }
        actions(on: .host, query: "host=\(number)", &page)
        page.element("h3", Texts.Desk.alerts)
        let alerts = exercise.deskAlerts.filter { $0.host?.id == number }
        writeShort(alerts.reversed(), to: &page)
        page.element("h3", Texts.Desk.findings)
        writeFindings(
            exercise.deskFindings.filter { finding in
                finding.host?.id == number || finding.suspects.contains { $0.id == number }
            }, to: &page)
        let notes = exercise.deskNotes.filter { $0.host?.id == number }
        if !notes.isEmpty {
            page.element("h3", Texts.Desk.noteOnHost)
            try await writeTexts(notes, empty: Texts.Desk.noNotes, to: &page)
        }
    }

    /// Writes what is known of an account, and what can be done about it.
    func writeAccount(_ account: DeskAccount, to page: inout Markup) {
        panelHead(
            account.name, account.title, account.assessment, isIsolated: false, isInWork: account.isInWork, &page)
        page.element("dl", ["class": "facts"]) { page in
            fact(Texts.Desk.kind, account.kind.title, &page)
            fact(Texts.Desk.privilege, account.privilege.title, &page)
            if account.isDisabled { fact(Texts.Desk.state, Texts.Desk.disabled, &page) }
            if let place = account.workstation {
                page.element("dt", Texts.Desk.workstation)
                page.element("dd") { link(to: place, &$0) }
            }
        }
        page.element("p", ["class": "buttons"]) { page in
            page.element("a", ["class": "button small", "href": logs(of: account.name)]) { page in
                Icon.search.draw(in: &page)
                page.text(Texts.Desk.logsOf)
            }
        }
        actions(on: .account, query: "account=\(account.id)", &page)
        page.element("h3", Texts.Desk.alerts)
        writeShort(exercise.deskAlerts.filter { $0.account?.id == account.id }.reversed(), to: &page)
        page.element("h3", Texts.Desk.findings)
        writeFindings(
            exercise.deskFindings.filter { finding in
                finding.account?.id == account.id || finding.usedAccounts.contains { $0.id == account.id }
            }, to: &page)
    }

    /// The address of a search for everything about a name, a quarter of an hour around a moment or of the last day.
    func logs(of name: String, around moment: Milliseconds? = nil) -> String {
        let query = PercentCoding.encoded("\"\(name)\"")
        guard let moment else { return "\(root)/logs?q=\(query)&range=24h" }
        let from = PercentCoding.encoded(time.field(moment - .minutes(15)))
        let to = PercentCoding.encoded(time.field(moment + .minutes(15)))
        return "\(root)/logs?q=\(query)&from=\(from)&to=\(to)"
    }

    /// Appends a fact of a list of facts.
    func fact(_ name: LocalizedText, _ value: LocalizedText, _ page: inout Markup) {
        page.element("dt", name)
        page.element("dd", value)
    }

    private func panelHead(
        _ name: String, _ title: LocalizedText, _ assessment: Assessment, isIsolated: Bool, isInWork: Bool,
        _ page: inout Markup
    ) {
        page.element("div", ["class": "panel-head"]) { page in
            page.element("h2", name)
            page.element("p", ["class": "panel-chips"]) { page in
                page.chip(assessment.title, assessment.tone)
                if isIsolated { page.chip(Texts.Desk.isolated, .warning) }
                if isInWork { page.chip(Texts.Desk.inWork, .neutral) }
            }
            if !title.isEmpty { page.element("p", ["class": "muted"], title) }
        }
    }

    /// Appends a button for every action that fits a target.
    private func actions(on target: ActionTarget, query: String, _ page: inout Markup) {
        guard isOpen else { return }
        page.element("h3", Texts.Desk.actions)
        for kind in [ActionKind.investigation, .response] {
            page.element("div", ["class": "act-row"]) { page in
                page.element("span", ["class": "act-kind"], kind.title)
                for action in DeskAction.all(of: program) where action.target == target && action.kind == kind {
                    link(to: action, query: query, &page)
                }
            }
        }
    }

    /// Appends a button that leads to an action's dialog.
    func link(to action: DeskAction, query: String, _ page: inout Markup) {
        let query = "action=\(PercentCoding.encoded(action.id))" + (query.isEmpty ? "" : "&\(query)")
        page.element(
            "a",
            [
                "class": "button small", "href": "\(root)/act?\(query)", "data-dialog": "\(root)/parts/act?\(query)",
                "data-key": "act-\(query)",
            ], action.title)
    }
}
