/// Who may use which route: a for administrators, i for instructors, o for observers, p for participants, - for anybody
/// who has not signed in. Written by hand, so that a route or a permission that changes by mistake shows here.
enum RoleTable {
    static let people = """
        GET /health aiop-
        GET /metrics a
        GET /assets/{version}/{file} aiop-
        GET /api/v1/openapi.json aiop-
        GET /api aiop-
        GET /about aiop-
        POST /preferences aiop-
        GET /sign-in aiop-
        POST /sign-in aiop-
        POST /sign-out aiop-
        GET /first/{token} aiop-
        POST /first/{token} aiop-
        GET /join/{secret} aiop-
        POST /join/{secret} aiop-
        GET /register aiop-
        POST /register aiop-
        GET / aiop
        GET /account aiop
        POST /account aiop
        POST /account/password aiop
        POST /account/sessions/end aiop
        GET /account/tokens aiop
        POST /account/tokens aiop
        POST /account/tokens/{token}/revoke aiop
        GET /api/v1/me/tokens aiop
        POST /api/v1/me/tokens aiop
        DELETE /api/v1/me/tokens/{token} aiop
        POST /api/v1/sign-in aiop-
        GET /api/v1/me aiop
        PATCH /api/v1/me aiop
        PUT /api/v1/me/password aiop
        GET /people ai
        GET /people/new ai
        POST /people/new ai
        GET /people/{account} ai
        POST /people/{account} ai
        POST /people/{account}/disabled ai
        POST /people/{account}/password ai
        GET /people/invitations ai
        POST /people/invitations ai
        POST /people/invitations/{invitation}/revoke ai
        GET /api/v1/invitations ai
        POST /api/v1/invitations ai
        DELETE /api/v1/invitations/{invitation} ai
        GET /api/v1/people ai
        POST /api/v1/people ai
        GET /api/v1/people/{account} ai
        PATCH /api/v1/people/{account} ai
        PUT /api/v1/people/{account}/password ai
        POST /api/v1/join/{secret} aiop-
        GET /organisations a
        POST /organisations a
        POST /organisations/{organisation} a
        GET /api/v1/organisations a
        POST /api/v1/organisations a
        PATCH /api/v1/organisations/{organisation} a
        GET /audit a
        GET /api/v1/audit a
        """

    static let exerciseEvents = """
        GET /exercises/{exercise}/teams/{team}/events aiop
        GET /exercises/{exercise}/events aio
        GET /api/v1/exercises/{exercise}/journals ai
        """

    /// The letters of each `METHOD pattern`. Another area adds its own text here.
    static let all: [String: String] = {
        var table: [String: String] = [:]
        let areas = [
            people,
            exerciseEvents,
            desk,
            direction,
        ]
        for line in areas.joined(separator: "\n").split(separator: "\n") {
            let words = line.split(separator: " ")
            table["\(words[0]) \(words[1])"] = String(words[2])
        }
        return table
    }()
}
