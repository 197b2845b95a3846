import Ground
import Hummingbird
import Markup
import Scenario

/// The pages about people: for administrators everybody, for instructors those of their organisation.
enum PeopleRoutes {
    private static let pageSize = 100

    static let all: [Route] = [
        .page("/people", .managePeople, Texts.People.title) { try await list($0) },
        .page("/people/new", .managePeople, Texts.People.new) { try await creation($0, .empty) },
        .action("/people/new", .managePeople, Texts.People.new) { request in
            try await request.attempt(creation) {
                let account = try await request.site.ground.createAccount(
                    request.newAccount, role: try request.roleInReach(request.form["role"]),
                    organisation: try request.organisation(asked: Int64(request.form.text("organisation"))),
                    by: request.requester)
                return request.done(.saved, to: "/people/\(account.id)")
            }
        },
        .page("/people/{account}", .managePeople, Texts.People.change) { try await PersonPage.page($0, .empty) },
        .action("/people/{account}", .managePeople, Texts.People.change) { request in
            let account = try await request.accountInReach(try request.number("account"))
            return try await request.attempt(PersonPage.page) {
                var changes = AccountChanges()
                changes.displayName = request.form.text("displayName")
                let role = request.form["role"] ?? account.role.rawValue
                if role != account.role.rawValue { changes.role = try request.roleInReach(role) }
                changes.organisation = try request.form["organisation"].map {
                    try request.organisation(asked: Int64($0))
                }
                _ = try await request.site.ground.updateAccount(account.id, changes, by: request.requester)
                return request.done(.accountChanged, to: "/people/\(account.id)")
            }
        },
        .action("/people/{account}/disabled", .managePeople, Texts.People.disable) { request in
            let account = try await request.accountInReach(try request.number("account"))
            return try await request.attempt(PersonPage.page) {
                var changes = AccountChanges()
                changes.disabled = request.form["disabled"] == "yes"
                let changed = try await request.site.ground.updateAccount(
                    account.id, changes, by: request.requester)
                let notice = changed.disabled ? Notice.accountDisabled : .accountEnabled
                return request.done(notice, to: "/people/\(account.id)")
            }
        },
        .action("/people/{account}/password", .managePeople, Texts.People.reset) { request in
            let account = try await request.accountInReach(try request.number("account"))
            return try await request.attempt(PersonPage.page) {
                try await request.site.ground.setPassword(
                    of: account.id, to: request.form["password"] ?? "", by: request.requester)
                return request.done(.passwordChanged, to: "/people/\(account.id)")
            }
        },
    ]

    private static func list(_ request: WebRequest) async throws -> Response {
        let ground = request.site.ground
        let part = request.query("q", limit: GroundLimits.name) ?? ""
        let after = try request.query("after", in: 0...Int64.max) ?? 0
        let accounts = try await ground.accounts(
            organisation: request.organisationInReach, matching: part, after: after, limit: pageSize)
        let names = try await organisationNames(ground)
        return request.page(PageFrame(Texts.People.title, place: .people)) { page in
            page.element("div", ["class": "section-head"]) { page in
                search(part, &page)
                page.element("div", ["class": "buttons"]) { page in
                    page.element("a", ["class": "button primary", "href": "/people/invitations"], Texts.People.invite)
                    page.element("a", ["class": "button", "href": "/people/new"], Texts.People.new)
                }
            }
            if accounts.isEmpty {
                page.emptyState(Texts.People.nobody, Texts.People.nobodyFound)
            } else {
                table(accounts, names, &page)
            }
            if accounts.count == pageSize, let last = accounts.last {
                let target = "/people?q=\(PercentCoding.encoded(part))&after=\(last.id)"
                page.element("p") { $0.element("a", ["class": "button", "href": target], Texts.more) }
            }
        }
    }

    /// The names of all organisations by number.
    static func organisationNames(_ ground: Ground) async throws -> [Int64: String] {
        Dictionary(try await ground.organisations().map { ($0.id, $0.name) }) { first, _ in first }
    }

    private static func search(_ part: String, _ page: inout Markup) {
        page.element("form", ["method": "get", "action": "/people", "class": "search", "role": "search"]) { page in
            page.empty(
                "input",
                [
                    "type": "search", "name": "q", "value": part, "maxlength": String(GroundLimits.name),
                    "aria-label": page.words(Texts.People.search),
                    "placeholder": page.words(Texts.People.search), "data-search": "",
                ])
            page.element("button", ["class": nil], Texts.People.searchSubmit)
        }
    }

    private static func table(_ accounts: [Account], _ names: [Int64: String], _ page: inout Markup) {
        page.table(
            id: "accounts", caption: Texts.People.accounts,
            columns: [
                Column(Texts.People.name), Column(Texts.SignIn.login), Column(Texts.People.role),
                Column(Texts.People.organisation), Column(Texts.People.state), Column(Texts.People.lastSignIn),
            ],
            rows: accounts.map { account in
                [
                    .link(LocalizedText(account.displayName), "/people/\(account.id)"), .code(account.login),
                    .text(account.role.title), .plain(names[account.organisation] ?? ""),
                    account.disabled
                        ? .chip(Texts.People.disabled, .bad) : .chip(Texts.People.active, .good),
                    .moment(account.lastSignIn, or: Texts.never),
                ]
            })
    }

    private static func creation(_ request: WebRequest, _ state: FormState) async throws -> Response {
        let organisations = try await request.site.ground.organisations()
        let own = try request.account.organisation
        var frame = PageFrame(Texts.People.new, place: .people, width: .narrow)
        frame.parent = (Texts.People.title, "/people")
        return request.page(frame, status: state.status) { page in
            page.element("p", ["class": "lead"], Texts.People.newLead)
            page.element("div", ["class": "card"]) { page in
                page.form(request, action: "/people/new") { page in
                    page.formError(state.error(besides: AccountFields.names))
                    page.select(
                        "role", Texts.People.role, request.rolesInReach.map { ($0.rawValue, $0.title) },
                        chosen: state.values["role"] ?? Role.participant.rawValue)
                    if request.organisationInReach == nil {
                        page.select(
                            "organisation", Texts.People.organisation,
                            organisations.map { (String($0.id), LocalizedText($0.name)) },
                            chosen: state.values["organisation"] ?? String(own))
                    }
                    AccountFields(state: state).write(to: &page)
                    page.buttons(Texts.create, cancel: "/people")
                }
            }
        }
    }
}
