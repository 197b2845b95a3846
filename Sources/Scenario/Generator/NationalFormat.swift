/// The keys of a national description, read like those of a scenario: with positions and with what was probably meant.
enum NationalFormat {
    static let description = Shape<NationalDescription>.record(
        "national description",
        "A national network: levels with counts, what they share, who attacks, what can be done.",
        make: { _ in NationalDescription() },
        fields: [
            .required("name", \.name, shortName, "The short name, also of the scenario."),
            .optional("title", \.title, .localized, "The name that people read."),
            .optional("description", \.description, .localized, "What it is about."),
            .custom("seed", .integer(0...Int64.max), "Decides sizes of provinces and whom suppliers serve.") {
                $0.seed = UInt64($1)
            },
            .optional("duration", \.durationMilliseconds, Scalars.runDuration, "How long a run lasts."),
            .optional("currency", \.currency, .text, "The currency of all amounts, in whole units."),
            .required("ministry", \.ministry, ministry, "The ministry at the top."),
            .required("provinces", \.provinces, provinces, "Its provincial branches."),
            .optional("districts", \.districts, districts, "The districts of every province."),
            .optional("identity", \.identity, identity, "Who keeps accounts."),
            .optional(
                "software-distribution", \.distribution, distribution,
                "One account of the ministry's management server that installs software everywhere."),
            .optional(
                "suppliers", \.suppliers, .map(supplier), "Companies that maintain systems in many provinces."),
            .optional("registers", \.registers, .map(register, declares: .assets), "Data worth taking."),
            .optional("services", \.services, .map(service), "What the ministry and its branches do for others."),
            .required("adversaries", \.adversaries, .map(adversary, atLeast: 1), "Who attacks."),
            .optional("measures", \.measures, measures, "The national measures that are considered."),
            .optional("staff", \.staff, DefenceFormat.staff, "The people who defend."),
        ],
        check: NationalChecks.check)

    private static let shortName = Shape<String>.form(
        "a name", example: "registry", pattern: NameRule.pattern, isValid: NameRule.allows)

    // MARK: Levels

    private static let ministry = unit("ministry", "The ministry.", counts: nil)
    private static let provinces = unit("provinces", "The provincial branches, alike but for size.", counts: 1...63)
    private static let districts = unit(
        "districts", "The districts of every province, alike but for size.", counts: 1...100)

    private static func unit(_ name: String, _ summary: String, counts: ClosedRange<Int64>?) -> Shape<NationalUnit> {
        var fields: [Field<NationalUnit>] = []
        if let counts {
            fields.append(.required("count", \.count, .count(counts), "How many: in all, or in every province."))
        }
        fields += [
            .required("hosts", \.hosts, hosts, "How many hosts one of them has, by role."),
            .optional(
                "administrators", \.administrators, .count(0...50),
                "How many administrators one of them has, each with a computer beside the others."),
            .optional("varies", \.varies, .quantity(.share), "How much the number of workstations differs."),
            .optional(
                "unpatched", \.unpatched, .quantity(.share), "Share of hosts on which a known weakness is open."),
            .optional(
                "unmanaged", \.unmanaged, .quantity(.share),
                "Share of workstations that nobody manages: no patch deadline reaches them."),
            .optional("monitored", \.monitored, .quantity(.share), "Share of hosts that endpoint monitoring sees."),
            .optional("password", \.password, .choice(), "How hard people's passwords are to guess."),
        ]
        return .record(name, summary, make: { _ in NationalUnit() }, fields: fields)
    }

    private static let hosts = Shape<[NationalHosts]>.record(
        "hosts", "How many hosts, by role.", make: { _ in [] },
        fields: RoleTemplate.roles.map { role in
            .custom(role.rawValue, .count(1...100_000), "How many.") { $0.append(NationalHosts(role: role, count: $1)) }
        }
    ) { hosts, _, _ in
        hosts.sort { RoleTemplate.place(of: $0.role) < RoleTemplate.place(of: $1.role) }
    }

    /// The roles that a national description knows, as words of its own: it has no controllers.
    private static let role = Shape<HostRole>(.choice(RoleTemplate.roles.map(\.rawValue))) { node, context in
        let words = RoleTemplate.roles.map(\.rawValue)
        guard let text = node.scalar(expecting: "one of \(words.joined(separator: ", "))", &context) else { return nil }
        if let role = HostRole(rawValue: text), RoleTemplate.roles.contains(role) { return role }
        let message = "expected one of \(words.joined(separator: ", ")), found \(node.summary)"
        context.error(message, at: node.position, near: text, among: words)
        return nil
    }

    // MARK: What is shared

    private static let identity = Shape<NationalIdentity>.record(
        "identity", "Who keeps accounts.", make: { _ in NationalIdentity() },
        fields: [
            .optional("directory", \.directory, .choice(), "One directory for all, or each province its own."),
            .optional(
                "administrators", \.administrators, .count(1...50), "Administrators of the ministry's domain."),
            .optional(
                "cached-share", \.cached, .quantity(.share),
                "Chance that a host still holds the credential of someone who administers it."),
            .optional(
                "shared-local-administrator", \.sharedLocalAdministrator, .boolean,
                "Whether the workstations of a province share a local administrator."),
        ])

    private static let distribution = Shape<NationalDistribution>.record(
        "software distribution", "The account that installs software everywhere.",
        make: { _ in NationalDistribution() },
        fields: [.optional("password", \.password, .choice(), "How hard its password is to guess.")])

    private static let supplier = Shape<NationalSupplier>.record(
        "supplier", "A company that maintains systems in many provinces.", make: { NationalSupplier(name: $0) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .optional("engineers", \.engineers, .count(1...24), "How many engineers, each with a computer."),
            .optional("serves", \.serves, .quantity(.share), "Share of the provinces that it serves."),
            .optional(
                "serves-ministry", \.servesMinistry, .boolean, "Whether it also maintains the ministry's systems."),
            .required("systems", \.systems, .list(role, atLeast: 1), "Roles of the hosts that it maintains."),
            .optional("access", \.access, .list(.choice(), atLeast: 1), "Services by which it reaches them."),
            .optional(
                "unpatched", \.unpatched, .quantity(.share),
                "Share of its hosts on which a known weakness is open."),
            .optional(
                "cached-share", \.cached, .quantity(.share),
                "Chance that a host it maintains still holds an engineer's credential."),
        ])

    // MARK: What it is worth, and to whom

    private static let register = Shape<NationalRegister>.record(
        "register", "Data worth taking.", make: { NationalRegister(name: $0) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .optional("level", \.level, .choice(), "Where: one of the ministry, or one in every province."),
            .optional("role", \.role, role, "Role of the hosts that hold it; database servers without this key."),
            .required("records", \.records, .integer(0...1_000_000_000_000), "How many records, in each place."),
            .optional("loss-per-record", \.lossPerRecord, .uncertain(.money), "Loss per record taken."),
        ])

    private static let service = Shape<NationalService>.record(
        "service", "What a level does for others.", make: { NationalService(name: $0) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .optional("level", \.level, .choice(), "Where: one of the ministry, or one in every province."),
            .required("rests-on", \.roles, .list(role, atLeast: 1), "Roles of the hosts it rests on."),
            .optional(
                "required-share", \.requiredShare, .quantity(.share), "Share of each role's hosts that must work."),
            .optional("loss-per-hour", \.lossPerHour, .uncertain(.money), "Loss per hour without it."),
        ])

    private static let adversary = Shape<NationalAdversary>.record(
        "national adversary", "Who attacks.", make: { NationalAdversary(name: $0) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .optional("description", \.description, .localized, "What it is like."),
            .required("goal", \.goal, .choice(), "What it wants: `steal` or `encrypt`."),
            .optional("target", \.target, .reference([.assets]), "Goal `steal`: the register of the ministry."),
            .optional("hosts", \.hosts, .count(1...3_500), "Goal `encrypt`: how many hosts."),
            .optional("entry", \.entry, .choice(), "How it may come in: `any`, `mail` or `edge`."),
            .optional("skill", \.skill, .quantity(.share), "Skill; 0.5 is neutral."),
            .optional("stealth", \.stealth, .quantity(.share), "How much it avoids loud techniques."),
            .optional("tempo", \.tempoMilliseconds, .uncertain(.duration), "Time between two actions."),
            .optional("start", \.startMilliseconds, .uncertain(.duration), "When it begins."),
            .optional(
                "attempts-per-year", \.attemptsPerYear, .uncertain(.thousandths), "How often a year it tries."),
        ])

    // MARK: What can be done

    private static let measures = Shape<NationalMeasures>.record(
        "national measures", "What only a nation can do.", make: { _ in NationalMeasures() },
        fields: [
            .optional("patch-deadline", \.patchDeadline, deadline, "Patches within a deadline."),
            .optional("shared-monitoring", \.sharedMonitoring, monitoring, "One monitoring centre for all."),
            .optional(
                "supplier-segmentation", \.supplierSegmentation, segmentation, "Suppliers come in by one door only."),
        ])

    private static let deadline = Shape<NationalPatchDeadline>.record(
        "patch deadline", "Every managed host has its patches within a deadline.",
        make: { _ in NationalPatchDeadline() },
        fields: [
            .required("cost", \.cost, .uncertain(.money), "Cost per year."),
            .optional("levels", \.levels, .list(.choice(), atLeast: 1), "Where it is enforced."),
            .optional("suppliers", \.bindsSuppliers, .boolean, "Whether contracts bind suppliers to it as well."),
        ])

    private static let monitoring = Shape<NationalMonitoring>.record(
        "shared monitoring", "One monitoring centre watches for all.", make: { _ in NationalMonitoring() },
        fields: [
            .required("cost", \.cost, .uncertain(.money), "Cost per year."),
            .optional("levels", \.levels, .list(.choice(), atLeast: 1), "Whose hosts it sees."),
            .optional("coverage", \.coverage, .quantity(.share), "Share of them that it sees."),
            .optional("analysts", \.analysts, .count(0...10_000), "Its analysts, beside those there are."),
        ])

    private static let segmentation = Shape<NationalSegmentation>.record(
        "supplier segmentation", "Suppliers are shut out of everything but one door with a second factor.",
        make: { _ in NationalSegmentation() },
        fields: [
            .required("cost", \.cost, .uncertain(.money), "Cost per year."),
            .optional(
                "via-jump-host", \.viaJumpHost, .boolean, "Whether the ministry's jump host stays open to them."),
        ])
}
