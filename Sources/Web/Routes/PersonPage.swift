import Ground
import Hummingbird
import Markup
import Scenario

/// The page about one account, for those who manage it.
enum PersonPage {
    /// The page, with what was typed and refused.
    static func page(_ request: WebRequest, _ state: FormState) async throws -> Response {
        let account = try await request.accountInReach(try request.number("account"))
        let organisations = try await request.site.ground.organisations()
        var frame = PageFrame(LocalizedText(account.displayName), place: .people)
        frame.parent = (Texts.People.title, "/people")
        return request.page(frame, status: state.status) { page in
            page.formError(state.error(besides: ["displayName", "password"]))
            page.element("p") { page in
                page.chip(
                    account.disabled ? Texts.People.disabled : Texts.People.active, account.disabled ? .bad : .good)
                page.text(" ")
                page.element("code", account.login)
                page.text(" · ")
                page.text(account.track.title)
            }
            page.element("div", ["class": "columns"]) { page in
                page.card(Texts.People.change, id: "change") { page in
                    change(account, organisations, state, request, &page)
                }
                page.element("div") { page in
                    page.card(Texts.People.reset, id: "reset", lead: Texts.People.resetLead) { page in
                        reset(account, state, request, &page)
                    }
                    if account.id != request.access?.account.id { disabling(account, request, &page) }
                }
            }
        }
    }

    private static func change(
        _ account: Account, _ organisations: [Organisation], _ state: FormState, _ request: WebRequest,
        _ page: inout Markup
    ) {
        page.form(request, action: "/people/\(account.id)") { page in
            var name = Field("displayName", Texts.SignIn.displayName)
            name.value = state.values["displayName"] ?? account.displayName
            name.error = state.error(of: "displayName")
            name.most = GroundLimits.name
            page.field(name)
            page.select(
                "role", Texts.People.role, request.rolesInReach.map { ($0.rawValue, $0.title) },
                chosen: state.values["role"] ?? account.role.rawValue)
            if request.organisationInReach == nil {
                page.select(
                    "organisation", Texts.People.organisation,
                    organisations.map { (String($0.id), LocalizedText($0.name)) },
                    chosen: state.values["organisation"] ?? String(account.organisation))
            }
            page.buttons(Texts.save)
        }
    }

    private static func reset(
        _ account: Account, _ state: FormState, _ request: WebRequest, _ page: inout Markup
    ) {
        page.form(request, action: "/people/\(account.id)/password") { page in
            var password = Field("password", Texts.People.newPassword, type: "password")
            password.completion = "new-password"
            password.error = state.error(of: "password")
            password.hint = Texts.SignIn.passwordHint
            (password.least, password.most) = (GroundLimits.password.lowerBound, GroundLimits.password.upperBound)
            page.field(password)
            page.buttons(Texts.People.reset, style: nil)
        }
    }

    private static func disabling(_ account: Account, _ request: WebRequest, _ page: inout Markup) {
        let title = account.disabled ? Texts.People.enable : Texts.People.disable
        page.card(title, id: "disable", lead: account.disabled ? nil : Texts.People.disableLead) { page in
            page.form(request, action: "/people/\(account.id)/disabled") { page in
                page.empty(
                    "input", ["type": "hidden", "name": "disabled", "value": account.disabled ? "no" : "yes"])
                page.buttons(title, style: account.disabled ? "primary" : "danger")
            }
        }
    }
}
