import Ground
import HTTPTypes
import Hummingbird
import Markup
import Scenario

/// Getting in and out.
enum SignInRoutes {
    static let all: [Route] = [
        .page("/sign-in", .visit, Texts.SignIn.title) { request in
            if request.access != nil { return .redirect(to: WebRequest.ownPlace(request.query("next"))) }
            return try await page(request, .empty)
        },
        .action("/sign-in", .visit, Texts.SignIn.title) { request in
            try await request.attempt(page) {
                let signedIn = try await request.site.ground.signIn(
                    login: request.form.text("login"), password: request.form["password"] ?? "",
                    address: request.address, agent: request.agent)
                return request.entered(signedIn, to: WebRequest.ownPlace(request.form["next"]))
            }
        },
        .action("/sign-out", .visit, Texts.Frame.signOut) { request in
            if let secret = request.sessionSecret {
                try await request.site.ground.signOut(session: secret, address: request.address)
            }
            var response = request.done(.signedOut, to: "/sign-in")
            response.set(.session, to: "", on: request, seconds: 0)
            return response
        },
    ]

    private static func page(_ request: WebRequest, _ state: FormState) async throws -> Response {
        let isNew = try await request.site.ground.organisations().isEmpty
        var frame = PageFrame(Texts.SignIn.title)
        frame.showsHeading = false
        return request.page(frame, status: state.status) { page in
            Entrance.write(to: &page, title: Texts.name, lead: Texts.SignIn.lead) { page in
                page.element("h2", Texts.SignIn.title)
                if isNew { page.element("p", ["class": "form-note"], Texts.SignIn.notStarted) }
                page.form(request, action: "/sign-in") { page in
                    page.formError(state.error(besides: []))
                    let next = request.query("next") ?? state.values["next"] ?? "/"
                    page.empty("input", ["type": "hidden", "name": "next", "value": WebRequest.ownPlace(next)])
                    var login = Field("login", Texts.SignIn.login)
                    login.value = state.values.text("login")
                    login.completion = "username"
                    login.most = 40
                    page.field(login)
                    var password = Field("password", Texts.SignIn.password, type: "password")
                    password.completion = "current-password"
                    password.most = 200
                    page.field(password)
                    page.buttons(Texts.SignIn.title)
                }
                page.element("p", ["class": "muted small"], Texts.SignIn.noAccount)
                if request.site.configuration.isRegistrationOpen {
                    page.element("p") { $0.element("a", ["href": "/register"], Texts.SignIn.register) }
                }
            }
        }
    }
}

extension WebRequest {
    /// How long a browser keeps the secret of a session, in seconds: as long as the session may last.
    private static let sessionMemory = 7 * 86_400

    /// What the browser calls itself.
    var agent: String { head.headerFields[.userAgent] ?? "" }

    /// The secret of the session at hand; nil for programs.
    var sessionSecret: String? {
        Cookies.value(.session, in: head.headerFields, isSecure: site.configuration.isSecure)
    }

    /// The answer that hands out the secret of a new session. Any older one in this browser is forgotten.
    func entered(_ signedIn: SignedIn, to location: String) -> Response {
        var response = done(nil, to: location)
        response.set(.session, to: signedIn.token, on: self, seconds: Self.sessionMemory)
        response.set(.visitor, to: "", on: self, seconds: 0)
        return response
    }

    /// Acts on a form; where it is refused, shows it again with what was typed and why. Scripts get the problem itself.
    func attempt(
        _ page: (WebRequest, FormState) async throws -> Response, _ act: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await act()
        } catch {
            let problem = Problem(error)
            if wantsJSON || problem.status.kind == .serverError { throw error }
            var response = try await page(self, FormState(values: form, problem: problem))
            if let seconds = problem.secondsToWait { response.headers[.retryAfter] = String(seconds) }
            return response
        }
    }
}

extension FormState {
    /// The status of a page that shows the form.
    var status: HTTPResponse.Status { problem?.status ?? .ok }
}
