import Ground
import Hummingbird
import Markup
import Scenario

/// Links of invitations, and accounts without one where the server is open.
enum JoinRoutes {
    static let all: [Route] = [
        .page("/join/{secret}", .visit, Texts.SignIn.invitationTitle) { try await page($0, .empty) },
        .action("/join/{secret}", .visit, Texts.SignIn.invitationTitle) { request in
            try await request.attempt(page) { try await join(request) }
        },
        .page("/register", .visit, Texts.SignIn.register) { request in
            guard request.site.configuration.isRegistrationOpen else { throw Problem.notFound }
            return registration(request, .empty)
        },
        .action("/register", .visit, Texts.SignIn.register) { request in
            let ground = request.site.ground
            guard request.site.configuration.isRegistrationOpen,
                let organisation = try await ground.organisations().min(by: { $0.id < $1.id })
            else { throw Problem.notFound }
            return try await request.attempt(registration) {
                let account = try await ground.createAccount(
                    request.newAccount, role: .participant, organisation: organisation.id, by: request.requester)
                return try await enter(account, request, to: "/")
            }
        },
    ]

    private static func join(_ request: WebRequest) async throws -> Response {
        let ground = request.site.ground
        let secret = try request.parameter("secret")
        let team = request.form["team"].flatMap { Int64($0) }
        if let access = request.access {
            let welcome = try await ground.redeem(
                secret: secret, account: access.account.id, team: team, address: request.address)
            return request.done(nil, to: try await place(of: welcome, request.site))
        }
        let welcome = try await ground.redeem(
            secret: secret, as: request.newAccount, team: team, address: request.address)
        return try await enter(welcome.account, request, to: try await place(of: welcome, request.site))
    }

    private static func enter(_ account: Account, _ request: WebRequest, to place: String) async throws -> Response {
        let signedIn = try await request.site.ground.startSession(
            for: account.id, address: request.address, agent: request.agent)
        return request.entered(signedIn, to: place)
    }

    private static func place(of welcome: Welcome, _ site: Site) async throws -> String {
        guard let seat = welcome.seat else { return "/" }
        return "/exercises/\(try await site.admit(seat).stored.publicID)"
    }

    private static func page(_ request: WebRequest, _ state: FormState) async throws -> Response {
        let ground = request.site.ground
        let secret = try request.parameter("secret")
        let invitation = try await ground.invitation(secret: secret)
        var lead = LocalizedText(try await ground.organisation(invitation.organisation).name)
        var teams: [Team] = []
        if let exercise = invitation.exercise {
            lead = LocalizedText(try await ground.exercise(exercise).name) + " · " + lead
            if invitation.team == nil { teams = try await ground.teams(exercise: exercise) }
        }
        var frame = PageFrame(Texts.SignIn.invitationTitle)
        frame.showsHeading = false
        return request.page(frame, status: state.status) { page in
            Entrance.write(to: &page, title: Texts.SignIn.invitationTitle, lead: lead) { page in
                page.form(request, action: "/join/" + PercentCoding.encoded(secret)) { page in
                    page.formError(state.error(besides: AccountFields.names))
                    if request.access == nil { AccountFields(state: state).write(to: &page) }
                    if !teams.isEmpty {
                        page.select(
                            "team", Texts.SignIn.team,
                            [("", Texts.SignIn.ownTeam)] + teams.map { (String($0.id), LocalizedText($0.name)) },
                            chosen: state.values["team"] ?? "")
                    }
                    if let access = request.access {
                        page.element("p", Texts.SignIn.joinAs + " " + access.account.displayName + ".")
                    }
                    page.buttons(Texts.SignIn.join)
                }
                if request.access == nil {
                    let next = PercentCoding.encoded("/join/" + PercentCoding.encoded(secret))
                    page.element("p", ["class": "small"]) {
                        $0.element("a", ["href": "/sign-in?next=\(next)"], Texts.SignIn.haveAccount)
                    }
                }
            }
        }
    }

    private static func registration(_ request: WebRequest, _ state: FormState) -> Response {
        var frame = PageFrame(Texts.SignIn.register)
        frame.showsHeading = false
        return request.page(frame, status: state.status) { page in
            Entrance.write(to: &page, title: Texts.SignIn.register, lead: Texts.SignIn.lead) { page in
                page.form(request, action: "/register") { page in
                    page.formError(state.error(besides: AccountFields.names))
                    AccountFields(state: state).write(to: &page)
                    page.buttons(Texts.SignIn.register)
                }
            }
        }
    }
}

extension Site {
    /// Lets the exercise know of a team that an invitation may have made.
    func admit(_ seat: Seat) async throws -> LiveExercise {
        let exercise = try await live.exercise(id: seat.exercise)
        try await exercise.add(try await ground.team(seat.team))
        return exercise
    }
}
