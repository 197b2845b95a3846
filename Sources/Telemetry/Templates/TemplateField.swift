/// What a template puts into a line between its fixed texts.
///
/// In the source of a template a field stands in angle brackets with its arguments: `<pid 1>`, `<size 900 3>`. A number
/// called *part* picks the bits of the record's salt that decide: the same part gives the same value, so that a port in
/// one record of an activity is the port in the next.
enum TemplateField: UInt8, Sendable {
    /// Fixed text: offset and length in the table's bytes.
    case literal
    /// The record's id, 32 hexadecimal digits.
    case uid
    /// Milliseconds since 1970.
    case time
    /// Milliseconds since 1970 of its arrival: the sensor's delay later.
    case logged
    /// The members of `metadata` that say which sensor wrote it.
    case sensor
    /// The device object of the host it is written on.
    case device
    /// The user object of the account.
    case user
    /// The account's name.
    case userName
    /// The name of the account whose index stands in the place of the target: what happens to somebody else's account.
    case subject
    /// The account's mail address.
    case mail
    /// Name and address of the host, the source, the target: members of an endpoint, without braces.
    case host, source, target
    /// Names alone; an address where the place has no name.
    case hostName, sourceName, targetName
    /// Addresses alone.
    case targetAddress
    /// Range of the target's network.
    case network
    /// A process id; argument: part.
    case pid
    /// A port above 49151; argument: part.
    case ephemeral
    /// The record's port.
    case port
    /// A number; arguments: lowest, how many, part.
    case number
    /// A heavy-tailed size; arguments: smallest, part.
    case size
    /// Hexadecimal digits; arguments: how many, part.
    case hex
    /// One text of a list; arguments: list, part.
    case pick
    /// The site's name, and name and address as members of an endpoint.
    case site, siteEndpoint
    /// The site's address.
    case siteAddress
}

/// One step of writing a line.
struct TemplateStep: Sendable {
    var field: TemplateField
    var part: UInt8
    var first: UInt32
    var second: UInt32
}

/// What must be known of a template beside its steps.
struct TemplateInfo: Sendable {
    /// Its steps.
    var steps: Range<Int>
    /// The most bytes that a line of it can take.
    var capacity: Int
    /// Whether it tells of something on the network, which a host that is cut off does not do.
    var usesNetwork: Bool
    /// Whether an endpoint sensor writes it.
    var needsEndpoint: Bool
}
