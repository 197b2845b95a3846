import Kernel
import LogSearch

/// Goes through the hunts: looks at what is new in the logs since the last time and asks for each combination of values
/// whether the days before had it.
struct Hunter: Sendable {
    /// Most pages of rows of one hunt at a time.
    private static let mostPages = 20
    /// How far back a trail is followed.
    private static let trailLength = Milliseconds.hours(2)
    /// Longest value that is asked for, bytes: a part of a long text tells it apart.
    private static let longestValue = 300
    /// From how many bytes on a value is a text rather than a name.
    private static let longText = 24

    /// Of every hunt, which combinations the days before had.
    private var known: [[String: Bool]]
    private var hunts = LogHunt.all
    private var isPrepared = false
    private var next: Milliseconds = 0

    /// A hunter at the start of an exercise.
    init() { known = [[String: Bool]](repeating: [:], count: LogHunt.all.count) }

    /// What the records since the last time point at.
    mutating func look(_ desk: PlayerDesk, _ names: NameTable) -> [Lead] {
        if !isPrepared {
            isPrepared = true
            if let hunt = rareSites(desk) {
                hunts.append(hunt)
                known.append([:])
            }
        }
        var leads: [Lead] = []
        for index in hunts.indices { follow(index, desk, names, &leads) }
        next = desk.now
        return leads
    }

    /// Visits to sites that the organisation hardly ever visits: pages that take passwords, files that nobody needs.
    private func rareSites(_ desk: PlayerDesk) -> LogHunt? {
        let found = desk.search("observer.type:proxy") { request in
            request.to = 0
            request.limit = 0
            request.statistics = ["destination.domain"]
            request.valueLimit = SearchRequest.mostValues
        }
        guard let sites = found?.statistics.first?.top, let most = sites.first?.count else { return nil }
        let usual = sites.filter { $0.count > most / 20 }.map { Self.phrase($0.value) }
        return LogHunt(
            name: LogHunt.rareSite,
            query: "observer.type:proxy AND NOT destination.domain:(\(usual.joined(separator: " OR ")))",
            key: ["source.ip", "destination.domain", "http.request.method"], hosts: [("source.ip", 2)],
            account: "user.name", technique: "T1566.002")
    }

    /// Where the users of a host went from it, and who came to it, in the hours before: every pair of hosts that the days before
    /// did not have.
    ///
    /// - Parameters:
    ///   - address: the host's address.
    ///   - name: its name.
    func trail(of address: String, name: String, _ desk: PlayerDesk, _ names: NameTable) -> [Lead] {
        let ways = [
            (query: "event.code:4769 AND source.ip:\(Self.phrase(address))", field: "service.name"),
            (query: "event.code:(4624 OR 5145) AND source.ip:\(Self.phrase(address))", field: "host.name"),
            (
                query: "event.dataset:zeek.connection AND destination.port:(22 OR 445 OR 1433 OR 3389 OR 5985)"
                    + " AND source.ip:\(Self.phrase(address))", field: "destination.ip"
            ),
            (query: "event.code:4769 AND service.name:*/\(name)", field: "source.ip"),
            (query: "event.code:(4624 OR 5145) AND host.name:\(Self.phrase(name))", field: "source.ip"),
        ]
        var leads: [Lead] = []
        for way in ways {
            let found = desk.search(way.query) { request in
                request.from = max(0, desk.now - Self.trailLength)
                request.limit = SearchRequest.mostRows
                request.countsAll = false
            }
            var seen: Set<String> = []
            for row in found?.rows ?? [] {
                guard let value = row[way.field], seen.insert(value).inserted, let place = names.host(value),
                    !names.isController(place), place != names.host(name)
                else { continue }
                let before = desk.search("\(way.query) AND \(way.field):\(Self.phrase(value))") { request in
                    request.to = 0
                    request.order = .oldest
                    request.limit = 1
                    request.countsAll = false
                }
                if before?.rows.isEmpty ?? true {
                    leads.append(Lead(time: row.time, host: place, weight: 5, source: "trail: \(name)"))
                }
            }
        }
        return leads
    }

    /// Accounts of programs that were ever used from a host: whoever holds the host may hold their passwords.
    func serviceAccounts(of address: String, name: String, _ desk: PlayerDesk, _ names: NameTable) -> [Int32] {
        var found: [Int32] = []
        for query in ["source.ip:\(Self.phrase(address))", "host.name:\(Self.phrase(name))"] {
            let result = desk.search(query + " AND user.name:*") { request in
                request.limit = 0
                request.statistics = ["user.name"]
                request.valueLimit = SearchRequest.mostValues
            }
            for value in result?.statistics.first?.top ?? [] {
                guard let account = names.account(value.value), names.isService(account) else { continue }
                if !found.contains(account) { found.append(account) }
            }
        }
        return found
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
        let wasThere = known[index][key] ?? wasThere(hunt, values, desk)
        known[index][key] = wasThere
        if wasThere { return }
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
            // The first working day rather than the weekend before the start.
            request.order = .oldest
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
