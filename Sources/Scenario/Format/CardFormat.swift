import Kernel

/// Technique cards: models of what a technique needs, changes and leaves.
enum CardFormat {
    static let keyPattern = "^T[0-9]{4}(\\.[0-9]{3})?(/[a-z0-9][a-z0-9-]{0,34})?$"

    @Sendable
    static func isKey(_ key: String) -> Bool {
        let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        return Scalars.isAttackID(String(parts[0])) && (parts.count == 1 || NameRule.allows(String(parts[1])))
    }

    static let card = Shape<TechniqueCard>(record.description) { node, context in
        // Declared even where the card has errors, or analytics that name it would be reported on top.
        context.names.declare(attackID(of: context.entryName), in: .attackIDs)
        guard let card = record.read(node, &context) else { return nil }
        context.names.declare(card.attackID, in: .attackIDs)
        return card
    }

    /// The key up to the suffix.
    private static func attackID(of key: String) -> String { String(key.prefix { $0 != "/" }) }

    private static let record = Shape<TechniqueCard>.record(
        "card", "One ATT&CK (sub-)technique as a model: what it needs, changes and leaves, never a way to do it.",
        make: { key in
            TechniqueCard(
                id: key, attackID: attackID(of: key), tactic: .execution, target: .foothold, effect: .none)
        },
        fields: [
            .optional("attack", \.attackID, Scalars.attackID, "ATT&CK id; the key up to a '/' without this key."),
            .required("name", \.name, .localized, "Name."),
            .required("tactic", \.tactic, .choice(), "Tactic."),
            .required("target", \.target, .choice(), "What it is aimed at."),
            .custom("from", .choice(Origin.self), "Where it starts; `foothold` without this key.") {
                $0.fromOutside = $1 == .outside
            },
            .custom("needs", needs, "What must be there.") {
                $0.needsAccess = $1.access
                $0.platforms = $1.platforms
                $0.roles = $1.roles
                $0.services = $1.services
                $0.vulnerability = $1.vulnerability
                $0.credential = $1.credential
                $0.needsDomain = $1.domain
            },
            .required("effect", \.effect, .choice(), "What changes when it succeeds."),
            .optional("chance", \.chance, .uncertain(.share), "Chance of success before controls and skill."),
            .optional("duration", \.durationMilliseconds, .uncertain(.duration), "How long it takes."),
            .optional("loudness", \.loudness, .quantity(.share), "How loud it is."),
            .custom("lowered-by", loweredBy, "Controls that lower the chance, and the factor that each leaves of it.") {
                $0.loweredBy = $1
            },
            .optional("traces", \.traces, .list(TraceFormat.trace), "The records that it always leaves."),
            .optional(
                "variants", \.variants, .map(TraceFormat.variant),
                "Ways in which it is done, of which a step takes one by weight."),
        ])

    private enum Origin: String, CaseIterable {
        case outside, foothold
    }

    private struct Needs {
        var access: AccessLevel = .none
        var platforms: [OperatingSystem] = []
        var roles: [HostRole] = []
        var services: [ServiceKind] = []
        var vulnerability: VulnerabilityKind?
        var credential: CredentialNeed = .none
        var domain = false
    }

    private static let needs = Shape<Needs>.record(
        "needs", "What a technique needs.", make: { _ in Needs() },
        fields: [
            .optional("access", \.access, .choice(), "Access on the foothold that it starts from."),
            .optional("platforms", \.platforms, .list(.choice()), "Operating systems of the target; any if empty."),
            .optional("roles", \.roles, .list(.choice()), "Roles of the target; any if empty."),
            .optional(
                "services", \.services, .list(.choice()), "Services of which one must be reachable; none if empty."),
            .optional("vulnerability", \.vulnerability, .choice(), "A weakness of that kind must be there."),
            .optional("credential", \.credential, .choice(), "A credential for the target must be known."),
            .optional("domain", \.domain, .boolean, "Whether source or target must belong to the domain."),
        ])

    private static let loweredBy = Shape<[Mitigation]>(
        .map(
            keyPattern: "^(\(Control.allCases.map(\.rawValue).joined(separator: "|")))$",
            Shape<UncertainNumber>.uncertain(.share).description, atLeast: 0)
    ) { node, context in
        let factor = Shape<KeyedValue<UncertainNumber>>(.text) { node, context in
            let key = context.entryName
            return Shape<UncertainNumber>.uncertain(.share).read(node, &context).map { KeyedValue(key: key, value: $0) }
        }
        let names = Control.allCases.map(\.rawValue)
        let factors = Shape<[KeyedValue<UncertainNumber>]>.map(factor, isKey: { _ in true }).read(node, &context)
        for entry in node.entries where Control(rawValue: entry.key) == nil {
            let message = "\(YAMLNode.quoted(entry.key)) is no control"
            context.error(message, at: entry.keyPosition, near: entry.key, among: names)
        }
        return factors?.compactMap { entry in
            Control(rawValue: entry.key).map { Mitigation(control: $0, factor: entry.value) }
        }
    }
}
