import Ground
import Hummingbird
import Markup
import Scenario

/// The link that makes the first administrator.
enum FirstRunRoutes {
    static let all: [Route] = [
        .page("/first/{token}", .visit, Texts.SignIn.firstTitle) { request in
            let token = try request.parameter("token")
            guard try await request.site.ground.isFirstRunToken(token) else { throw Problem.notFound }
            return try await page(request, .empty)
        },
        .action("/first/{token}", .visit, Texts.SignIn.firstTitle) { request in
            let token = try request.parameter("token")
            guard try await request.site.ground.isFirstRunToken(token) else { throw Problem.notFound }
            return try await request.attempt(page) {
                let signedIn = try await request.site.ground.createFirstAdministrator(
                    token: token, request.newAccount, organisation: request.form.text("organisation"),
                    address: request.address, agent: request.agent)
                return request.entered(signedIn, to: "/")
            }
        },
    ]

    private static func page(_ request: WebRequest, _ state: FormState) async throws -> Response {
        var frame = PageFrame(Texts.SignIn.firstTitle)
        frame.showsHeading = false
        let action = "/first/" + PercentCoding.encoded(try request.parameter("token"))
        return request.page(frame, status: state.status) { page in
            Entrance.write(to: &page, title: Texts.SignIn.firstTitle, lead: Texts.SignIn.firstLead) { page in
                page.form(request, action: action) { page in
                    page.formError(state.error(besides: AccountFields.names + ["organisation"]))
                    var organisation = Field("organisation", Texts.SignIn.organisation)
                    organisation.value = state.values.text("organisation")
                    organisation.error = state.error(of: "organisation")
                    organisation.completion = "organization"
                    organisation.most = GroundLimits.name
                    page.field(organisation)
                    AccountFields(state: state).write(to: &page, withTrack: false)
                    page.buttons(Texts.SignIn.firstSubmit)
                }
            }
        }
    }
}
