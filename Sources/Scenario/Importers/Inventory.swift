import Kernel

/// What the owner says of a host. Everything but the address may be missing.
struct InventoryEntry: Equatable {
    var address: UInt32
    var position: TextPosition
    var name = ""
    var system: OperatingSystem?
    var role: HostRole?
    var owner = ""
    var network = ""
    /// Loss if all that the host holds were taken, whole currency units.
    var value: Int64?
}

/// Reads the inventory table: a header, then one row per host.
struct Inventory {
    static let columns = ["address", "name", "os", "role", "owner", "network", "value"]
    /// The largest value of a host; sums of all hosts must fit into 64 bits.
    static let largestValue: Int64 = 1_000_000_000_000_000

    private(set) var entries: [InventoryEntry] = []
    private(set) var findings: [(message: String, position: TextPosition, suggestion: String?)] = []

    init(_ bytes: [UInt8]) throws(CSVError) {
        let rows = try CSVReader.rows(bytes)
        guard let header = rows.first else {
            let place = TextPosition(line: 1, column: 1)
            throw CSVError(
                message: "the inventory is empty; expected a header with the column 'address'", position: place)
        }
        let names = header.map { $0.text.lowercased() }
        checkHeader(header, names)
        guard findings.isEmpty else { return }
        var seen: [UInt32: Int] = [:]
        for row in rows.dropFirst() { read(row, names, &seen) }
    }

    private mutating func checkHeader(_ header: [CSVCell], _ names: [String]) {
        for (place, cell) in header.enumerated() where !cell.text.isEmpty {
            let name = names[place]
            if !Self.columns.contains(name) {
                let expected = Self.columns.joined(separator: ", ")
                find(
                    "unknown column '\(cell.text.prefix(40))'; expected \(expected)", cell,
                    Suggestion.nearest(to: name, among: Self.columns))
            } else if names.firstIndex(of: name) != place {
                find("the column '\(name)' is there twice", cell)
            }
        }
        if !names.contains("address"), let first = header.first { find("the column 'address' is missing", first) }
    }

    private mutating func read(_ row: [CSVCell], _ names: [String], _ seen: inout [UInt32: Int]) {
        if row.count > names.count, let extra = row.dropFirst(names.count).first(where: { !$0.text.isEmpty }) {
            return find("the row has \(row.count) cells, the header \(names.count)", extra)
        }
        var cells: [String: CSVCell] = [:]
        for (name, cell) in zip(names, row) where !cell.text.isEmpty { cells[name] = cell }
        guard let addressCell = cells["address"] else { return find("the row has no address", row[0]) }
        guard let address = AddressText.address(addressCell.text) else {
            return find("'\(addressCell.text.prefix(40))' is not an IPv4 address", addressCell)
        }
        if let line = seen[address] {
            return find("\(addressCell.text) is listed before, in line \(line)", addressCell)
        }
        seen[address] = addressCell.position.line
        var entry = InventoryEntry(address: address, position: addressCell.position)
        entry.name = cells["name"]?.text ?? ""
        entry.owner = cells["owner"]?.text ?? ""
        entry.network = cells["network"]?.text ?? ""
        if let cell = cells["os"] {
            entry.system = InventoryWords.system(cell.text)
            if entry.system == nil { unknown("operating system", cell, InventoryWords.systemNames) }
        }
        if let cell = cells["role"] {
            entry.role = InventoryWords.role(cell.text)
            if entry.role == nil { unknown("role", cell, InventoryWords.roleNames) }
        }
        if let cell = cells["value"] {
            entry.value = Self.amount(cell.text)
            if entry.value == nil { find("'\(cell.text.prefix(40))' is not an amount; expected a whole number", cell) }
        }
        entries.append(entry)
    }

    private mutating func unknown(_ what: String, _ cell: CSVCell, _ names: [String]) {
        let nearest = Suggestion.nearest(to: cell.text.lowercased(), among: names)
        find(
            "'\(cell.text.prefix(40))' is no \(what) known here; expected one of \(names.joined(separator: ", "))",
            cell, nearest)
    }

    private mutating func find(_ message: String, _ cell: CSVCell, _ suggestion: String? = nil) {
        findings.append((message, cell.position, suggestion))
    }

    /// Digits, grouped as people group them.
    private static func amount(_ text: String) -> Int64? {
        let separators = Array("_., '".utf8)
        var digits: [UInt8] = []
        var run = 0
        var grouped = false
        for byte in text.utf8 {
            if separators.contains(byte) {
                // `1.5` must not become 15: behind a separator stand three digits, before it at most three.
                if digits.isEmpty || (grouped && run != 3) || (!grouped && run > 3) { return nil }
                grouped = true
                run = 0
            } else if (0x30...0x39).contains(byte) {
                digits.append(byte)
                run += 1
            } else {
                return nil
            }
        }
        if digits.isEmpty || (grouped && run != 3) { return nil }
        guard let amount = Int64(String(decoding: digits, as: UTF8.self)), amount <= largestValue else { return nil }
        return amount
    }
}
