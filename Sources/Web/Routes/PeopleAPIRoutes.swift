import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Accounts, for programs.
enum PeopleAPIRoutes {
    private static let account = LocalizedText("Tài khoản", "The account")
    private static let number = Records.number("account")

    static let all: [Route] = [
        .api(
            .get, "/people", .managePeople, Texts.People.accounts,
            query: [
                Route.Parameter(
                    name: "q", summary: Texts.People.search, schema: .string("", 0...GroundLimits.name)),
                Route.Parameter(
                    name: "after", summary: LocalizedText("Chỉ số lớn hơn", "Only of higher number"),
                    schema: .integer()),
            ],
            answers: [.ok(LocalizedText("Theo số", "By number"), .array(of: Records.account))]
        ) { request in
            let accounts = try await request.site.ground.accounts(
                organisation: request.organisationInReach, matching: request.query("q") ?? "",
                after: try request.query("after", in: 0...Int64.max) ?? 0)
            return .json { json in json.array { json in for account in accounts { account.write(to: &json) } } }
        },
        .api(
            .post, "/people", .managePeople, Texts.People.new,
            body: .object([
                .required("login", Records.login), .required("displayName", Records.displayName),
                .required("password", Records.password), .required("role", Records.role),
                .optional("organisation", .integer().orNull), .optional("language", Records.language),
                .optional("track", Records.track),
            ]),
            answers: [.created(account, Records.account)]
        ) { request in
            let json = request.json
            let new = try newAccount(json)
            let account = try await request.site.ground.createAccount(
                new, role: try request.roleInReach(try json.required("role").string()),
                organisation: try request.organisation(asked: try json.optionalInteger("organisation")),
                by: request.requester)
            return .json(status: .created) { account.write(to: &$0) }
        },
        .api(
            .get, "/people/{account}", .managePeople, account, parameters: [number],
            answers: [.ok(account, Records.account)]
        ) { request in
            let account = try await request.accountInReach(try request.number("account"))
            return .json { account.write(to: &$0) }
        },
        .api(
            .patch, "/people/{account}", .managePeople, Texts.People.change, parameters: [number],
            body: .object([
                .optional("displayName", Records.displayName), .optional("role", Records.role),
                .optional("organisation", .integer()), .optional("disabled", .boolean()),
            ]),
            answers: [.ok(account, Records.account)]
        ) { request in
            let json = request.json
            let account = try await request.accountInReach(try request.number("account"))
            var changes = AccountChanges()
            changes.displayName = try json["displayName"]?.string()
            if let role = try json["role"]?.string() { changes.role = try request.roleInReach(role) }
            if let organisation = try json.optionalInteger("organisation") {
                changes.organisation = try request.organisation(asked: organisation)
            }
            changes.disabled = try json["disabled"]?.bool()
            let changed = try await request.site.ground.updateAccount(account.id, changes, by: request.requester)
            return .json { changed.write(to: &$0) }
        },
        .api(
            .put, "/people/{account}/password", .managePeople, Texts.People.reset, parameters: [number],
            body: .object([.required("password", Records.password)]),
            answers: [.nothing(Notice.passwordChanged.text)]
        ) { request in
            let account = try await request.accountInReach(try request.number("account"))
            try await request.site.ground.setPassword(
                of: account.id, to: try request.json.required("password").string(), by: request.requester)
            return .nothing
        },
        .api(
            .post, "/join/{secret}", .visit, Texts.SignIn.join,
            body: .object([
                .required("login", Records.login), .required("displayName", Records.displayName),
                .required("password", Records.password), .optional("language", Records.language),
                .optional("track", Records.track), .optional("team", .integer().orNull),
            ]),
            answers: [.created(account, Records.account)]
        ) { request in
            let welcome = try await request.site.ground.redeem(
                secret: try request.parameter("secret"), as: try newAccount(request.json),
                team: try request.json.optionalInteger("team"), address: request.address)
            if let seat = welcome.seat { _ = try await request.site.admit(seat) }
            return .json(status: .created) { welcome.account.write(to: &$0) }
        },
    ]

    private static func newAccount(_ json: JSONValue) throws -> NewAccount {
        NewAccount(
            login: try json.required("login").string(), displayName: try json.required("displayName").string(),
            password: try json.required("password").string(),
            language: try json["language"].map { try LanguageChoice(rawValue: $0.string()) ?? .vietnamese }
                ?? .vietnamese,
            track: try json["track"].map { try Track(rawValue: $0.string()) ?? .human } ?? .human)
    }
}
