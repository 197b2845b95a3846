import Kernel
import LogSearch

/// Goes through the hunts: looks at what is new in the logs since the last time and asks for each combination of values
/// whether the days before had it.
struct Hunter: Sendable {
    /// Most pages of rows of one hunt at a time.
    private static let mostPages = 20
    /// Longest value that is asked for, bytes: a part of a long text tells it apart.
    private static let longestValue = 300
    /// From how many bytes on a value is a text rather than a name.
    private static let longText = 24

    private var known: [Set<String>]
    private let hunts = LogHunt.all
    private var next: Milliseconds = 0

    /// A hunter at the start of an exercise.
    init() { known = [Set<String>](repeating: [], count: LogHunt.all.count) }

    /// What the records since the last time point at.
    mutating func look(_ desk: PlayerDesk, _ names: NameTable) -> [Lead] {
        var leads: [Lead] = []
        for index in hunts.indices { follow(index, desk, names, &leads) }
        next = desk.now
        return leads
    }

    private mutating func follow(_ index: Int, _ desk: PlayerDesk, _ names: NameTable, _ leads: inout [Lead]) {
        let hunt = hunts[index]
        var cursor: SearchCursor?
        for _ in 0..<Self.mostPages {
            let page = desk.search(hunt.query) { request in
                request.from = next
                request.limit = SearchRequest.mostRows
                request.order = .oldest
                request.countsAll = false
                request.after = cursor
            }
            guard let page else { return }
            for row in page.rows { judge(row, index, desk, names, &leads) }
            cursor = page.next
            if cursor == nil { return }
        }
    }

    private mutating func judge(
        _ row: LogRow, _ index: Int, _ desk: PlayerDesk, _ names: NameTable, _ leads: inout [Lead]
    ) {
        let hunt = hunts[index]
        var values: [String] = []
        for field in hunt.key {
            guard let value = row[field], !value.isEmpty else { return }
            values.append(Self.head(value))
        }
        let key = values.joined(separator: "\u{1}")
        if known[index].contains(key) { return }
        if wasThere(hunt, values, desk) {
            known[index].insert(key)
            return
        }
        let account = hunt.account.flatMap { row[$0] }.flatMap { names.account($0) } ?? -1
        var places = hunt.hosts.compactMap { field, weight in
            row[field].flatMap { names.host($0) }.map { (host: $0, weight: weight) }
        }
        // Everybody talks to the domain's controllers.
        if hunt.hosts.count > 1 { places.removeAll { names.isController($0.host) } }
        if hunt.hosts.isEmpty, let place = names.workstation(of: account) { places = [(place, 2)] }
        for (host, weight) in places {
            leads.append(
                Lead(
                    time: row.time, host: host, account: account, weight: weight,
                    source: "\(hunt.name): \(values.joined(separator: ", "))", technique: hunt.technique))
        }
    }

    /// Whether the days before had the combination more often than is worth a look.
    private func wasThere(_ hunt: LogHunt, _ values: [String], _ desk: PlayerDesk) -> Bool {
        var query = hunt.query
        for (field, value) in zip(hunt.key, values) { query += " AND \(field):\(Self.phrase(value))" }
        let result = desk.search(query) { request in
            request.to = 0
            request.limit = hunt.usual + 1
            request.countsAll = false
        }
        return (result?.rows.count ?? 0) > hunt.usual
    }

    /// A long text up to its first digit: names and numbers in it are what differs from day to day.
    private static func head(_ value: String) -> String {
        if value.utf8.count < longText { return value }
        let head = value.prefix { !$0.isNumber }
        return head.utf8.count < 12 ? value : String(head)
    }

    /// A value as a phrase of the query language.
    private static func phrase(_ value: String) -> String {
        var text = "\""
        var length = 0
        for character in value {
            length += character.utf8.count
            if length > longestValue { break }
            if character == "\"" || character == "\\" { text += "\\" }
            text.append(character)
        }
        return text + "\""
    }
}
