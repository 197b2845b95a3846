import Ground
import Hummingbird
import Markup
import Scenario

/// The pages of one's own account.
enum AccountRoutes {
    private static let profileFields = ["displayName"]
    private static let passwordFields = ["oldPassword", "password"]

    static let all: [Route] = [
        .page("/account", .ownAccount, Texts.Account.title) { try await page($0, .empty) },
        .action("/account", .ownAccount, Texts.Account.profile) { request in
            try await request.attempt(page) {
                var changes = AccountChanges()
                changes.displayName = request.form.text("displayName")
                changes.track = request.form["track"].flatMap(Track.init)
                _ = try await request.site.ground.updateAccount(
                    try request.account.id, changes, by: request.requester)
                return request.done(.saved, to: "/account")
            }
        },
        .action("/account/password", .ownAccount, Texts.Account.password) { request in
            try await request.attempt(page) {
                try await changePassword(
                    request, from: request.form["oldPassword"] ?? "", to: request.form["password"] ?? "")
                return request.done(.passwordChanged, to: "/account")
            }
        },
        .action("/account/sessions/end", .ownAccount, Texts.Account.endOthers) { request in
            try await request.site.ground.signOutEverywhere(
                try request.account.id, except: request.access?.kind, by: request.requester)
            return request.done(.sessionsEnded, to: "/account")
        },
    ]

    /// Changes one's own password. That the old one is wrong is a mistake in the form, not a sign-in that has ended.
    static func changePassword(_ request: WebRequest, from old: String, to new: String) async throws {
        do {
            try await request.site.ground.changePassword(
                of: try request.account.id, from: old, to: new, keeping: request.access?.kind, by: request.requester)
        } catch let error as GroundError where error.code == .unauthenticated {
            throw Problem.invalid(error.text, field: error.field)
        }
    }

    private static func page(_ request: WebRequest, _ state: FormState) async throws -> Response {
        let account = try request.account
        let sessions = try await request.site.ground.sessions(of: account.id)
        let organisation = try await request.site.ground.organisation(account.organisation)
        return request.page(PageFrame(Texts.Account.title), status: state.status) { page in
            page.formError(state.error(besides: profileFields + passwordFields))
            page.element("div", ["class": "columns"]) { page in
                page.card(Texts.Account.profile, id: "profile") { page in
                    profile(account, organisation, state, request, &page)
                }
                page.card(Texts.Account.password, id: "password", lead: Texts.Account.passwordLead) { page in
                    password(state, request, &page)
                }
            }
            page.element("p") { page in
                page.element("a", ["class": "button", "href": "/account/tokens"], Texts.Account.tokens)
            }
            list(sessions, request, &page)
        }
    }

    private static func profile(
        _ account: Account, _ organisation: Organisation, _ state: FormState, _ request: WebRequest,
        _ page: inout Markup
    ) {
        page.element("dl", ["class": "facts"]) { page in
            for (title, value) in [
                (Texts.SignIn.login, LocalizedText(account.login)), (Texts.People.role, account.role.title),
                (Texts.People.organisation, LocalizedText(organisation.name)),
            ] {
                page.element("dt", title)
                page.element("dd", value)
            }
        }
        page.form(request, action: "/account") { page in
            var name = Field("displayName", Texts.SignIn.displayName)
            name.value = state.values["displayName"] ?? account.displayName
            name.error = state.error(of: "displayName")
            name.hint = Texts.SignIn.displayNameHint
            name.completion = "name"
            name.most = GroundLimits.name
            page.field(name)
            page.select(
                "track", Texts.SignIn.track, Track.allCases.map { ($0.rawValue, $0.title) },
                chosen: state.values["track"] ?? account.track.rawValue)
            page.buttons(Texts.save)
        }
    }

    private static func password(_ state: FormState, _ request: WebRequest, _ page: inout Markup) {
        page.form(request, action: "/account/password") { page in
            var old = Field("oldPassword", Texts.Account.oldPassword, type: "password")
            old.completion = "current-password"
            old.error = state.error(of: "oldPassword")
            page.field(old)
            var new = Field("password", Texts.Account.newPassword, type: "password")
            new.completion = "new-password"
            new.error = state.error(of: "password")
            new.hint = Texts.SignIn.passwordHint
            (new.least, new.most) = (GroundLimits.password.lowerBound, GroundLimits.password.upperBound)
            page.field(new)
            page.buttons(Texts.Account.password)
        }
    }

    private static func list(_ sessions: [Session], _ request: WebRequest, _ page: inout Markup) {
        page.table(
            id: "sessions", caption: Texts.Account.sessions,
            columns: [
                Column(Texts.Account.browser), Column(Texts.Account.address), Column(Texts.Account.began),
                Column(Texts.Account.lastUsed),
            ],
            rows: sessions.map { session in
                let isThis = request.access?.kind == .session(session.id)
                return [
                    isThis ? .chip(Texts.Account.thisOne, .good) : .plain(String(session.agent.prefix(80))),
                    .code(session.address), .moment(session.created), .moment(session.lastUsed),
                ]
            })
        if sessions.count > 1 {
            page.form(request, action: "/account/sessions/end") { $0.buttons(Texts.Account.endOthers, style: nil) }
        }
    }
}
