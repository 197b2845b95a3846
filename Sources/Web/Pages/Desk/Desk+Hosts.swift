import Exercise
import Markup
import NetworkWorld
import Report
import Scenario

extension Desk {
    /// Rows of a list of hosts or accounts; the filter finds the others, and a link shows all.
    private var rowLimit: Int { request.query("all") == nil ? 40 : 5_000 }

    /// Writes the list of hosts, those of which something is known first.
    func writeHosts(to page: inout Markup) {
        let wanted = (request.query("q", limit: 100) ?? "").lowercased()
        var rows: [(host: DeskHost, network: DeskNetwork)] = []
        for network in exercise.deskSituation.networks {
            for host in network.hosts where wanted.isEmpty || host.matches(wanted, in: network) {
                rows.append((host, network))
            }
        }
        if rows.isEmpty {
            page.emptyState(Texts.Desk.hosts, Texts.Desk.nothingFits)
            return
        }
        let limit = rowLimit
        let known = rows.filter { $0.host.isNotable } + rows.filter { !$0.host.isNotable }
        page.table(
            id: "hosts", caption: Texts.Desk.hosts(rows.count),
            columns: [
                Column(Texts.Desk.host), Column(Texts.Desk.assessment), Column(Texts.Desk.alerts, isNumber: true),
                Column(Texts.Desk.role), Column(Texts.Desk.address), Column(Texts.Desk.network), Column(Texts.Desk.os),
            ],
            rows: known.prefix(limit).map { host, network in
                [
                    .drawn { link(toHost: host.id, host.name, &$0) },
                    .drawn { page in
                        page.chip(host.assessment.title, host.assessment.tone)
                        if host.isIsolated { page.chip(Texts.Desk.isolated, .warning) }
                        if host.isInWork { page.chip(Texts.Desk.inWork, .neutral) }
                    },
                    .plain(host.alerts == 0 ? "" : String(host.alerts)), .text(host.role.title), .code(host.address),
                    .text(network.title.or(network.name)), .text(host.os.title),
                ]
            }, more: max(0, known.count - limit))
        if known.count > limit { writeAll(to: &page) }
    }

    /// Writes the list of accounts, those of which something is known first.
    func writeAccounts(to page: inout Markup) {
        let wanted = (request.query("q", limit: 100) ?? "").lowercased()
        let accounts = exercise.deskSituation.accounts.filter {
            wanted.isEmpty || $0.name.lowercased().contains(wanted)
                || $0.title.filled[request.language].lowercased().contains(wanted)
        }
        if accounts.isEmpty {
            page.emptyState(Texts.Desk.accounts, Texts.Desk.nothingFits)
            return
        }
        let limit = rowLimit
        let known = accounts.filter(\.isNotable) + accounts.filter { !$0.isNotable }
        page.table(
            id: "accounts", caption: Texts.Desk.accounts,
            columns: [
                Column(Texts.Desk.account), Column(Texts.Desk.assessment), Column(Texts.Desk.kind),
                Column(Texts.Desk.privilege), Column(Texts.Desk.workstation),
            ],
            rows: known.prefix(limit).map { account in
                [
                    .drawn { link(toAccount: account.id, account.name, &$0) },
                    .drawn { page in
                        page.chip(account.assessment.title, account.assessment.tone)
                        if account.isDisabled { page.chip(Texts.Desk.disabled, .warning) }
                        if account.isInWork { page.chip(Texts.Desk.inWork, .neutral) }
                    },
                    .text(account.kind.title), .text(account.privilege.title),
                    .drawn { page in if let place = account.workstation { link(to: place, &page) } },
                ]
            }, more: max(0, known.count - limit))
        if known.count > limit { writeAll(to: &page) }
    }

    private func writeAll(to page: inout Markup) {
        let query = PercentCoding.encoded(request.query("q", limit: 100) ?? "")
        page.element("p") {
            $0.element("a", ["class": "button", "href": "\(root)/hosts?all=1&q=\(query)"], Texts.Desk.showAll)
        }
    }

    /// Appends a link to a host's panel.
    func link(to host: DeskPlace, _ page: inout Markup) { link(toHost: host.id, host.name, &page) }

    /// Appends a link to a host's panel.
    func link(toHost id: Int32, _ name: String, _ page: inout Markup) {
        page.element(
            "a", ["href": "\(root)/hosts/\(id)", "data-dialog": "\(root)/parts/host?host=\(id)", "class": "place"], name
        )
    }

    /// Appends a link to an account's panel.
    func link(toAccount id: Int32, _ name: String, _ page: inout Markup) {
        page.element(
            "a",
            ["href": "\(root)/accounts/\(id)", "data-dialog": "\(root)/parts/account?account=\(id)", "class": "place"],
            name)
    }

    /// The host of a number.
    ///
    /// - Throws: `notFound` where there is none.
    func host(number: Int32) throws -> DeskHost {
        guard let host = exercise.deskHost(number) else { throw Problem.notFound }
        return host
    }

    /// The account of a number.
    ///
    /// - Throws: `notFound` where there is none.
    func account(number: Int32) throws -> DeskAccount {
        guard let account = exercise.deskSituation.accounts.first(where: { $0.id == number }) else {
            throw Problem.notFound
        }
        return account
    }
}

extension DeskHost {
    /// Whether a text in lower case is part of what it is called.
    func matches(_ text: String, in network: DeskNetwork) -> Bool {
        let words = [
            name, address, role.title.vietnamese, role.title.english, title.vietnamese, title.english,
            network.title.vietnamese, network.title.english, assessment.name,
        ]
        return words.contains { $0.lowercased().contains(text) }
    }
}

extension DeskAccount {
    /// Whether more is known of it than that it is there.
    var isNotable: Bool { assessment != .unknown || isDisabled || isInWork }
}
