/// Lists of invented names from which a placeholder picks one.
public enum NameList: String, Sendable, CaseIterable {
    case documents, scripts, services, accounts, pictures, paths, subjects, correspondents, agents, sites
}

/// What a placeholder of a trace's text stands for.
///
/// Those that are drawn have a series: the same placeholder with the same series says the same everywhere in one step, so
/// that a file has one name in the command line that makes it and in the record of its making.
public enum TracePlaceholder: Sendable, Equatable {
    /// Name of the step's source, its target.
    case source, target
    /// Their addresses.
    case sourceAddress, targetAddress
    /// Name of the account.
    case account
    /// Address range of the target's network.
    case network
    /// The organisation's domain, in short and in full.
    case domain, domainName
    /// Letters and digits, as many as it says.
    case random(Int, series: Int)
    /// Hexadecimal digits, 16 at most.
    case hexadecimal(Int, series: Int)
    /// A whole number of a range.
    case number(ClosedRange<Int>, series: Int)
    /// A name out of a list.
    case pick(NameList, series: Int)
}

/// A text of a trace, taken apart: literal pieces and placeholders such as `{account}`, `{hex:8}`, `{number:400-9000}`
/// and `{pick:documents}`; a last part tells series apart (`{hex:8:2}`). Braces around anything that does not look like a
/// placeholder stand for themselves.
public struct TraceText: Sendable, Equatable {
    /// A literal, or what stands in its place.
    public enum Piece: Sendable, Equatable {
        case literal(String)
        case placeholder(TracePlaceholder)
    }

    /// The pieces in order.
    public private(set) var pieces: [Piece] = []
    /// What looks like a placeholder and is none.
    public private(set) var unknown: [String] = []

    /// What boot entries are called, in braces: texts, not placeholders.
    private static let bootEntries = ["current", "default"]

    /// The names that placeholders begin with.
    public static let names = [
        "source", "target", "source-address", "target-address", "account", "network", "domain", "domain-name",
        "random", "hex", "number", "pick",
    ]

    /// Takes a text apart.
    ///
    /// - Complexity: O(length).
    public init(_ text: String) {
        var literal = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            literal += rest[..<open]
            let after = rest[rest.index(after: open)...]
            guard let close = after.firstIndex(of: "}"), Self.looksLikePlaceholder(after[..<close]) else {
                literal += "{"
                rest = after
                continue
            }
            let inner = String(after[..<close])
            if let placeholder = Self.placeholder(inner) {
                if !literal.isEmpty { pieces.append(.literal(literal)) }
                literal = ""
                pieces.append(.placeholder(placeholder))
            } else {
                unknown.append(inner)
            }
            rest = after[after.index(after: close)...]
        }
        literal += rest
        if !literal.isEmpty { pieces.append(.literal(literal)) }
    }

    /// Whether a text in braces begins with a word of small letters and dashes.
    private static func looksLikePlaceholder(_ text: Substring) -> Bool {
        let word = text.prefix { $0 != ":" }
        guard let first = word.utf8.first, (0x61...0x7A).contains(first), !bootEntries.contains(String(text)) else {
            return false
        }
        return word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    }

    private static func placeholder(_ text: String) -> TracePlaceholder? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch parts[0] {
        case "source" where parts.count == 1: return .source
        case "target" where parts.count == 1: return .target
        case "source-address" where parts.count == 1: return .sourceAddress
        case "target-address" where parts.count == 1: return .targetAddress
        case "account" where parts.count == 1: return .account
        case "network" where parts.count == 1: return .network
        case "domain" where parts.count == 1: return .domain
        case "domain-name" where parts.count == 1: return .domainName
        default: break
        }
        guard parts.count == 2 || parts.count == 3 else { return nil }
        guard let series = parts.count == 3 ? Int(parts[2]) : 1, (1...9).contains(series) else { return nil }
        switch parts[0] {
        case "random":
            guard let count = Int(parts[1]), (1...16).contains(count) else { return nil }
            return .random(count, series: series)
        case "hex":
            guard let count = Int(parts[1]), (1...16).contains(count) else { return nil }
            return .hexadecimal(count, series: series)
        case "number":
            let bounds = parts[1].split(separator: "-").map { Int($0) ?? -1 }
            guard bounds.count == 2, bounds[0] >= 0, bounds[1] >= bounds[0], bounds[1] <= 1_000_000_000 else {
                return nil
            }
            return .number(bounds[0]...bounds[1], series: series)
        case "pick": return NameList(rawValue: parts[1]).map { .pick($0, series: series) }
        default: return nil
        }
    }
}
