import Kernel

/// Writes a counted plan as a scenario file; its parts by subject are extensions in files of their own.
struct NationalWriter {
    let plan: NationalPlan
    let catalogue: Catalogue
    let seed: UInt64
    let networks: [NationalNetworks.Network]

    var description: NationalDescription { plan.description }
    /// Whether every host belongs to the ministry's domain.
    var isOneDirectory: Bool { description.identity.directory == .one }

    init(plan: NationalPlan, catalogue: Catalogue, seed: UInt64) {
        self.plan = plan
        self.catalogue = catalogue
        self.seed = seed
        networks = NationalNetworks.networks(of: plan)
    }

    func text() -> String {
        var yaml = AnnotatedYAML()
        yaml.comment("Generated from the description '\(description.name)' with seed \(seed): \(plan.hostCount) hosts.")
        yaml.comment("Everything in it is invented. Change the description rather than this file.")
        yaml.entry("name", Self.quoted(description.name))
        write("title", description.title, to: &yaml)
        write("description", description.description, to: &yaml)
        yaml.section("simulation") { yaml in
            yaml.entry("duration", Self.duration(description.durationMilliseconds))
            yaml.entry("seed", String(seed))
            yaml.entry("currency", Self.quoted(description.currency))
            writeGround(to: &yaml)
            writeAccounts(to: &yaml)
            writeWorth(to: &yaml)
            writeDefence(to: &yaml)
            writeAdversaries(to: &yaml)
        }
        return yaml.text
    }

    // MARK: Groups by what they are

    /// Keys of the groups of an owner, of some roles where those are given.
    func keys(_ owner: NationalPlan.Owner, _ roles: [HostRole] = RoleTemplate.roles) -> [String] {
        plan.groups.filter { $0.owner == owner && roles.contains($0.role) }.map(\.key)
    }

    /// Whose hosts belong to a level.
    func owners(_ level: NationalLevel) -> [NationalPlan.Owner] {
        let provinces = 0..<description.provinces.count
        switch level {
        case .ministry: return [.ministry]
        case .provinces: return provinces.map { .province($0) }
        case .districts: return description.districts == nil ? [] : provinces.map { .districts($0) }
        }
    }

    /// The keys of a level's networks.
    func networkKeys(_ level: NationalLevel) -> [String] {
        level == .ministry
            ? networks.filter { $0.owner == .ministry }.map(\.key) : owners(level).map(NationalPlan.prefix)
    }

    // MARK: Values as the format writes them

    func write(_ key: String, _ text: LocalizedText, to yaml: inout AnnotatedYAML) {
        if text.isEmpty { return }
        yaml.entry(key, Self.localized(text))
    }

    static func localized(_ text: LocalizedText) -> String {
        "{vi: \(quoted(text.vietnamese)), en: \(quoted(text.english))}"
    }

    /// A text in quotes, with escapes for what a line cannot hold.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C:
                result += "\\"
                result.unicodeScalars.append(scalar)
            case 0x0A: result += "\\n"
            case 0...0x1F, 0x7F...0xA0, 0x2028...0x2029, 0xFEFF, 0xFFFE...0xFFFF:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Parts of 2³² as a decimal with up to nine digits, which read back to the same within a part in a thousand million.
    static func share(_ parts: Int64) -> String {
        decimal(Int64((UInt64(parts) * 1_000_000_000 + (1 << 31)) >> 32), digits: 9)
    }

    /// A number of the given decimals, without those that are zero at the end.
    static func decimal(_ value: Int64, digits: Int) -> String {
        let unit = Int64(ExactDecimal.power(digits))
        var fraction = String(value % unit)
        fraction = String(repeating: "0", count: digits - fraction.count) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? "\(value / unit)" : "\(value / unit).\(fraction)"
    }

    /// A duration in the largest unit that divides it.
    static func duration(_ milliseconds: Int64) -> String {
        for (size, unit) in [(86_400_000, "d"), (3_600_000, "h"), (60_000, "min"), (1_000, "s")]
        where milliseconds != 0 && milliseconds % Int64(size) == 0 {
            return "\(milliseconds / Int64(size)) \(unit)"
        }
        return "\(milliseconds) ms"
    }

    /// An uncertain number of a kind whose values `text` writes.
    static func uncertain(_ number: UncertainNumber, _ text: (Int64) -> String) -> String {
        "{low: \(text(number.low)), likely: \(text(number.likely)), high: \(text(number.high)), "
            + "source: \(quoted(number.source))}"
    }

    static func money(_ number: UncertainNumber) -> String { uncertain(number, AnnotatedYAML.grouped) }
}
