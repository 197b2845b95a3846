/// What a template puts into a line between its fixed texts.
///
/// In the source of a template a field stands in angle brackets with its arguments: `<pid 1>`, `<size 900 3>`; in the
/// texts of a shape between `%` and `&`. A number called *part* picks the bits of the record's salt that decide: the same
/// part gives the same value, so that a port in one record of an activity is the port in the next.
enum TemplateField: UInt8, CaseIterable, Sendable {
    /// Fixed text: offset and length in the table's bytes.
    case literal
    /// The record's id, 32 hexadecimal digits; and the first 63 bits of it as a decimal number.
    case uid, uidNumber
    /// When it happened: milliseconds since 1970; in ISO 8601 with milliseconds and with microseconds; as Sysmon writes
    /// it; seconds since 1970 with six decimals.
    case time, isoTime, longTime, sysmonTime, epochTime
    /// When it arrived, the sensor's delay later: milliseconds since 1970, and in ISO 8601.
    case logged, isoLogged
    /// The members of `metadata` that say which sensor wrote it; its name alone.
    case sensor, sensorName
    /// The device object of the host it is written on.
    case device
    /// The user object of the account.
    case user
    /// The account's name, its domain or computer, its security identifier.
    case userName, userDomain, userSID
    /// The same of the account whose index stands in the place of the target: what happens to somebody else's account.
    case subject, subjectSID
    /// The account's mail address.
    case mail
    /// The integrity level and the terminal session that programs of the account run in, and where they start.
    case integrity, terminalSession, workingDirectory
    /// The id of the account's session on the host that day, and of a session of its own; argument of the latter: part.
    case sessionID, logonID
    /// Name and address of the host, the source, the target: members of an endpoint, without braces.
    case host, source, target
    /// Names alone; an address where the place has no name.
    case hostName, sourceName, targetName
    /// The host's name with its domain, and the domain's names: as Windows has it in capitals, and in the DNS.
    case computer, domain, dnsDomain
    /// Addresses alone.
    case hostAddress, sourceAddress, targetAddress
    /// Range of the target's network.
    case network
    /// A process id, in decimal and as Windows' Security log has it; argument: part.
    case pid, hexPid
    /// A process's id for ever, in small and capital letters; argument: part.
    case guid, upperGuid
    /// The id of a connection: the same in every record of an activity about the same two ends.
    case connection
    /// A port above 49151; argument: part.
    case ephemeral
    /// The record's port; what usually listens there, `-` where nothing does; the same as a JSON member with its comma
    /// before it, or nothing.
    case port, service, serviceMember
    /// A number; arguments: lowest, how many, part.
    case number
    /// A heavy-tailed size; arguments: smallest, part. And the same in thousandths.
    case size, seconds
    /// Hexadecimal digits, small letters; arguments: how many, part.
    case hex, letters
    /// One text of a list; arguments: list, part.
    case pick
    /// The site's name, and name and address as members of an endpoint.
    case site, siteEndpoint
    /// The site's address.
    case siteAddress

    /// How many arguments stand behind its name.
    var argumentCount: Int {
        switch self {
        case .pid, .hexPid, .guid, .upperGuid, .ephemeral, .logonID: 1
        case .size, .seconds, .hex, .letters, .pick: 2
        case .number: 3
        default: 0
        }
    }

    private static let names: [String: TemplateField] = {
        var names: [String: TemplateField] = [:]
        for field in allCases where field != .literal { names["\(field)"] = field }
        return names
    }()

    /// The field of that name.
    init?(name: some StringProtocol) {
        guard let field = Self.names[String(name)] else { return nil }
        self = field
    }

    /// Whether a text is a field with all its arguments; texts come from cards too, and must not stop the program.
    static func isWellFormed(_ text: Substring) -> Bool {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let first = words.first, let field = TemplateField(name: first), words.count == field.argumentCount + 1
        else { return false }
        var numbers = words.dropFirst()
        if field == .pick {
            guard let list = numbers.popFirst(), list == "sites" || OtherTexts.lists.contains(where: { $0.0 == list })
            else { return false }
        }
        guard numbers.allSatisfy({ UInt32($0) != nil }) else { return false }
        return numbers.isEmpty || numbers.last.flatMap { UInt8($0) } != nil
    }
}

/// One step of writing a line.
struct TemplateStep: Sendable {
    var field: TemplateField
    var part: UInt8
    var first: UInt32
    var second: UInt32
}

/// What must be known of a template in every format.
struct TemplateInfo: Sendable {
    /// Whether it tells of something on the network, which a host that is cut off does not do.
    var usesNetwork: Bool
    /// Whether an endpoint sensor writes it.
    var needsEndpoint: Bool
    /// Which processes that run all day act in it and are acted on, as parts above ``Record/residents``; else 1 and 2.
    var actor: UInt8
    var process: UInt8
    /// Whether any of the stream's formats carries it.
    var isCarried: Bool
}

/// A template in one format.
struct TemplateLine: Sendable {
    /// Its steps; none where the format does not carry such a record.
    var steps: Range<Int>
    /// Which of the stream's outputs it goes to.
    var output: Int
}
