import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Getting in and one's own account, for programs.
enum SelfAPIRoutes {
    /// How long a token lasts that a program gets for a password: twelve hours, like a session without use.
    private static let tokenLife: Int64 = 12 * 3_600_000
    private static let mine = LocalizedText("Tài khoản của tôi", "My account")

    static let all: [Route] = [
        .api(
            .post, "/sign-in", .visit,
            LocalizedText("Đổi mật khẩu lấy mã truy cập 12 giờ", "Get a token of twelve hours for a password"),
            body: .object([
                .required("login", .string("", 1...100)), .required("password", .string("", 1...200)),
            ]),
            answers: [.created(Texts.Account.tokenMade, TokenRoutes.issued)]
        ) { request in
            let ground = request.site.ground
            let signedIn = try await ground.signIn(
                login: try request.json.required("login").string(),
                password: try request.json.required("password").string(), address: request.address,
                agent: request.agent)
            // The session only shows that the password was right; a program goes on with a token.
            try await ground.signOut(session: signedIn.token, address: request.address)
            let account = signedIn.access.account
            let issued = try await ground.createToken(
                for: account.id, name: "sign-in", ceiling: account.role,
                expires: request.site.now() + tokenLife,
                by: Requester(account: account.id, address: request.address))
            return .json(status: .created) { TokenRoutes.write(issued, to: &$0) }
        },
        .api(.get, "/me", .ownAccount, mine, answers: [.ok(mine, Records.account)]) { request in
            let account = try request.account
            return .json { account.write(to: &$0) }
        },
        .api(
            .patch, "/me", .ownAccount, LocalizedText("Đổi hồ sơ của tôi", "Change my profile"),
            body: .object([
                .optional("displayName", Records.displayName), .optional("language", Records.language),
                .optional("track", Records.track),
            ]),
            answers: [.ok(mine, Records.account)]
        ) { request in
            var changes = AccountChanges()
            changes.displayName = try request.json["displayName"]?.string()
            changes.language = try request.json["language"]?.string().asLanguage
            changes.track = try request.json["track"].map { try Track(rawValue: $0.string()) } ?? nil
            let account = try await request.site.ground.updateAccount(
                try request.account.id, changes, by: request.requester)
            return .json { account.write(to: &$0) }
        },
        .api(
            .put, "/me/password", .ownAccount, Texts.Account.password,
            body: .object([
                .required("oldPassword", .string("", 1...200)), .required("password", Records.password),
            ]),
            answers: [.nothing(Notice.passwordChanged.text)]
        ) { request in
            try await AccountRoutes.changePassword(
                request, from: try request.json.required("oldPassword").string(),
                to: try request.json.required("password").string())
            return .nothing
        },
    ]
}

extension String {
    fileprivate var asLanguage: LanguageChoice? { LanguageChoice(rawValue: self) }
}

extension JSONValue {
    /// A member that is a whole number; nil where it is missing or null.
    func optionalInteger(_ name: String) throws(JSONError) -> Int64? {
        guard let value = self[name], value.content != .null else { return nil }
        return try value.integer()
    }
}
