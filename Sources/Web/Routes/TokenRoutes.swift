import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// API tokens of one's own account.
enum TokenRoutes {
    private static let day: Int64 = 86_400_000
    private static let choices = [1, 7, 30, 90, 365]

    static let all: [Route] = [
        .page("/account/tokens", .ownAccount, Texts.Account.tokens) { try await page($0, .empty, made: nil) },
        .action("/account/tokens", .ownAccount, Texts.Account.makeToken) { request in
            try await request.attempt({ try await page($0, $1, made: nil) }) {
                let days = Int64(request.form.text("days")).flatMap { (1...3_650).contains($0) ? $0 : nil }
                let issued = try await request.site.ground.createToken(
                    for: try request.account.id, name: request.form.text("name"),
                    ceiling: try ceiling(request.form["ceiling"], request),
                    expires: days.map { request.site.now() + $0 * day }, by: request.requester)
                return try await page(request, .empty, made: issued)
            }
        },
        .action("/account/tokens/{token}/revoke", .ownAccount, Texts.People.revoke) { request in
            try await request.site.ground.revokeToken(
                try request.number("token"), of: try request.account.id, by: request.requester)
            return request.done(.tokenRevoked, to: "/account/tokens")
        },
        .api(
            .get, "/me/tokens", .ownAccount, Texts.Account.tokens,
            answers: [.ok(LocalizedText("Mới nhất trước", "Newest first"), .array(of: Records.token))]
        ) { request in
            let tokens = try await request.site.ground.tokens(of: try request.account.id)
            return .json { json in json.array { json in for token in tokens { token.write(to: &json) } } }
        },
        .api(
            .post, "/me/tokens", .ownAccount, Texts.Account.makeToken,
            body: .object([
                .required("name", .string("", 1...GroundLimits.name)), .optional("ceiling", Records.role),
                .optional("expires", .integer("Milliseconds since 1970").orNull),
            ]),
            answers: [.created(Texts.Account.tokenMade, issued)]
        ) { request in
            let name = try request.json["ceiling"]?.string()
            let issued = try await request.site.ground.createToken(
                for: try request.account.id, name: try request.json.required("name").string(),
                ceiling: try ceiling(name, request), expires: try request.json.optionalInteger("expires"),
                by: request.requester)
            return .json(status: .created) { write(issued, to: &$0) }
        },
        .api(
            .delete, "/me/tokens/{token}", .ownAccount, Texts.People.revoke, parameters: [Records.number("token")],
            answers: [.nothing(Notice.tokenRevoked.text)]
        ) { request in
            try await request.site.ground.revokeToken(
                try request.number("token"), of: try request.account.id, by: request.requester)
            return .nothing
        },
    ]

    /// The shape of a token that has just been made.
    static let issued = Schema.named(
        "IssuedToken",
        .object([.required("secret", .string("Shown only this once")), .required("token", Records.token)]))

    /// Writes a token that has just been made.
    static func write(_ issued: IssuedToken, to json: inout JSONWriter) {
        json.object { json in
            json.member("secret", issued.secret)
            json.key("token")
            issued.token.write(to: &json)
        }
    }

    /// The most that a token may do: what was asked, never more than who asks.
    private static func ceiling(_ name: String?, _ request: WebRequest) throws -> Role {
        guard let own = request.access?.role else { throw Problem.unauthenticated }
        guard let name, !name.isEmpty else { return own }
        guard let role = Role(rawValue: name) else {
            throw Problem.invalid(Texts.API.oneOf(Role.allCases.map(\.rawValue)), field: "ceiling")
        }
        return min(role, own)
    }

    private static func page(_ request: WebRequest, _ state: FormState, made: IssuedToken?) async throws -> Response {
        let tokens = try await request.site.ground.tokens(of: try request.account.id)
        let own = request.access?.role ?? .participant
        var frame = PageFrame(Texts.Account.tokens)
        frame.parent = (Texts.Account.title, "/account")
        return request.page(frame, status: state.status) { page in
            page.element("p", ["class": "lead"], Texts.Account.tokensLead)
            if let made {
                page.card(Texts.Account.tokenMade, id: "made") { page in
                    page.copyable(made.secret, label: Texts.Account.tokenOnce, id: "token-secret")
                }
            }
            page.card(Texts.Account.makeToken, id: "new") { page in
                page.form(request, action: "/account/tokens") { page in
                    page.formError(state.error(besides: ["name"]))
                    page.element("div", ["class": "fields"]) { page in
                        var name = Field("name", Texts.Account.tokenName)
                        name.value = state.values.text("name")
                        name.error = state.error(of: "name")
                        name.hint = Texts.Account.tokenNameHint
                        name.most = GroundLimits.name
                        page.field(name)
                        page.select(
                            "ceiling", Texts.Account.ceiling,
                            Role.allCases.filter { $0 <= own }.map { ($0.rawValue, $0.title) },
                            chosen: state.values["ceiling"] ?? own.rawValue)
                        page.select(
                            "days", Texts.Account.days,
                            choices.map { (String($0), Texts.Account.days($0)) } + [("", Texts.Account.noEnd)],
                            chosen: state.values["days"] ?? "30")
                    }
                    page.buttons(Texts.Account.makeToken)
                }
            }
            list(tokens, request, &page)
        }
    }

    private static func list(_ tokens: [APIToken], _ request: WebRequest, _ page: inout Markup) {
        if tokens.isEmpty {
            page.element("p", ["class": "muted"], Texts.Account.noTokens)
            return
        }
        let now = request.site.now()
        page.table(
            id: "tokens", caption: Texts.Account.tokens,
            columns: [
                Column(Texts.People.name), Column(Texts.Account.ceiling), Column(Texts.People.expires),
                Column(Texts.Account.lastUsed), Column(Texts.People.revoke),
            ],
            rows: tokens.map { token in
                [
                    .heading(LocalizedText(token.name)), .text(token.ceiling.title),
                    token.expires ?? .max <= now
                        ? .chip(Texts.Account.ended, .neutral) : .moment(token.expires, or: Texts.Account.noEnd),
                    .moment(token.lastUsed, or: Texts.never),
                    .drawn { page in
                        page.form(request, action: "/account/tokens/\(token.id)/revoke") {
                            $0.element("button", ["class": "danger small"], Texts.People.revoke)
                        }
                    },
                ]
            })
    }
}
