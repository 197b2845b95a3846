import Scenario

/// How values of a field are looked for.
public enum FieldKind: String, Sendable, Equatable {
    /// A name, path, address or other word: `field:value` wants the whole of it, a bare word any part of it.
    case keyword
    /// A sentence or command line: both want any part of it.
    case text
    /// A number, moment or id: both want the whole of it.
    case exact
}

/// The names of fields that records may have, and how values of each are looked for.
public struct FieldCatalogue: Sendable {
    /// One field.
    public struct Field: Sendable, Equatable {
        /// Its name, with dots between the parts.
        public var name: String
        /// How its values are looked for.
        public var kind: FieldKind

        /// A field of a name and kind.
        public init(name: String, kind: FieldKind) {
            self.name = name
            self.kind = kind
        }
    }

    /// The fields, in the order in which they were given.
    public let fields: [Field]
    private let positions: [String: [Int]]

    /// A catalogue of some fields.
    public init(_ fields: [Field]) {
        self.fields = fields
        var positions: [String: [Int]] = [:]
        for (index, field) in fields.enumerated() { positions[field.name.lowercased(), default: []].append(index) }
        self.positions = positions
    }

    /// Positions of the fields that a name stands for; upper and lower case are the same, and `*` stands for anything.
    ///
    /// - Complexity: O(1), with `*` O(fields · name).
    public func positions(of name: String) -> [Int] {
        if !name.contains("*") { return positions[name.lowercased()] ?? [] }
        let pattern = TextPattern(name: name)
        return fields.indices.filter { index in
            var bytes = Array(fields[index].name.lowercased().utf8)
            return bytes.withUnsafeMutableBufferPointer { pattern.matches(UnsafeBufferPointer($0), within: false) }
        }
    }

    /// The name that was probably meant by one that is not there: the same last part, else the nearest spelling.
    public func suggestion(for name: String) -> String? {
        if let known = Self.otherNames[name.lowercased().filter { $0 != "_" && $0 != "." }],
            positions[known.lowercased()] != nil
        {
            return known
        }
        let wanted = Self.lastPart(name)
        if let same = fields.first(where: { Self.lastPart($0.name) == wanted }) { return same.name }
        return Suggestion.nearest(to: name, among: fields.lazy.map(\.name))
            ?? Suggestion.nearest(to: wanted, among: fields.lazy.map { Self.lastPart($0.name) }).flatMap { part in
                fields.first { Self.lastPart($0.name) == part }?.name
            }
    }

    /// The last part of a name without what schemas differ by.
    private static func lastPart(_ name: String) -> String {
        let part = name.split(separator: ".").last.map(String.init) ?? name
        return part.lowercased().filter { $0 != "_" }
    }

    /// What other tools and schemas call fields, without underscores and dots.
    private static let otherNames: [String: String] = [
        "host": "host.name", "hostname": "host.name", "computer": "host.name", "device": "host.name",
        "user": "user.name", "username": "user.name", "account": "user.name",
        "eventid": "event.code", "code": "event.code", "image": "process.executable", "exe": "process.executable",
        "commandline": "process.command_line", "cmdline": "process.command_line", "process": "process.name",
        "processname": "process.name", "parentimage": "process.parent.executable",
        "srcip": "source.ip", "sourceip": "source.ip", "sourceaddress": "source.ip", "src": "source.ip",
        "dstip": "destination.ip", "destip": "destination.ip", "destinationip": "destination.ip",
        "dst": "destination.ip", "destinationaddress": "destination.ip", "ip": "host.ip", "srcport": "source.port",
        "dstport": "destination.port", "destport": "destination.port", "port": "destination.port",
        "domain": "dns.question.name", "query": "dns.question.name", "url": "url.full", "file": "file.path",
        "filename": "file.name", "time": "@timestamp", "timestamp": "@timestamp", "action": "event.action",
        "category": "event.category", "subject": "email.subject",
    ]
}
