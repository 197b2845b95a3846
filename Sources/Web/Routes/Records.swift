import Ground
import Kernel
import Scenario

/// The JSON of what the ground keeps of people, as shapes. The writing is beside each.
enum Records {
    /// A parameter of the path that is a number.
    static func number(_ name: String) -> Route.Parameter {
        Route.Parameter(name: name, summary: LocalizedText(), schema: .integer("", 0...Int64.max), isRequired: true)
    }

    private static let moment = Schema.integer("Milliseconds since 1970")
    static let role = Schema.choice(Role.allCases.map(\.rawValue), "What an account is for")
    static let track = Schema.choice(Track.allCases.map(\.rawValue), "Who thinks in a seat")
    static let language = Schema.choice(LanguageChoice.allCases.map(\.rawValue))
    static let login = Schema.string("The name to sign in with", GroundLimits.login)
    static let displayName = Schema.string("The name that others read", 1...GroundLimits.name)
    static let password = Schema.string("At least 10 characters, at most 200 bytes", GroundLimits.password)

    static let account = Schema.named(
        "Account",
        .object([
            .required("id", .integer()), .required("login", login), .required("displayName", displayName),
            .required("role", role), .required("organisation", .integer()), .required("language", language),
            .required("track", track), .required("disabled", .boolean()), .required("created", moment),
            .required("lastSignIn", moment.orNull),
        ]))

    static let organisation = Schema.named(
        "Organisation",
        .object([
            .required("id", .integer()), .required("name", .string("", 1...GroundLimits.name)),
            .required("created", moment),
        ]))

    static let invitation = Schema.named(
        "Invitation",
        .object([
            .required("id", .integer()), .required("role", role), .required("organisation", .integer()),
            .required("exercise", .integer().orNull), .required("team", .integer().orNull),
            .required("usesLeft", .integer()), .required("expires", moment), .required("created", moment),
        ]))

    static let token = Schema.named(
        "APIToken",
        .object([
            .required("id", .integer()), .required("name", .string("", 1...GroundLimits.name)),
            .required("ceiling", role), .required("created", moment), .required("expires", moment.orNull),
            .required("lastUsed", moment.orNull),
        ]))

    static let auditEntry = Schema.named(
        "AuditEntry",
        .object([
            .required("number", .integer()), .required("time", moment), .required("account", .integer().orNull),
            .required("address", .string()), .required("action", .string()), .required("subject", .string()),
            .required("detail", .string()), .required("hash", .string()),
        ]))
}

extension JSONWriter {
    /// Writes a member that may be missing.
    mutating func member(_ name: String, _ number: Int64?) {
        key(name)
        if let number { value(number) } else { null() }
    }
}

extension Account {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("login", login)
            json.member("displayName", displayName)
            json.member("role", role.rawValue)
            json.member("organisation", organisation)
            json.member("language", language.rawValue)
            json.member("track", track.rawValue)
            json.member("disabled", disabled)
            json.member("created", created)
            json.member("lastSignIn", lastSignIn)
        }
    }
}

extension Organisation {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("created", created)
        }
    }
}

extension Invitation {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("role", role.rawValue)
            json.member("organisation", organisation)
            json.member("exercise", exercise)
            json.member("team", team)
            json.member("usesLeft", usesLeft)
            json.member("expires", expires)
            json.member("created", created)
        }
    }
}

extension APIToken {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("ceiling", ceiling.rawValue)
            json.member("created", created)
            json.member("expires", expires)
            json.member("lastUsed", lastUsed)
        }
    }
}

extension AuditEntry {
    /// Writes it as programs read it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", wallTime)
            json.member("account", account)
            json.member("address", address)
            json.member("action", action)
            json.member("subject", subject)
            json.member("detail", detail)
            json.member("hash", hash)
        }
    }
}
