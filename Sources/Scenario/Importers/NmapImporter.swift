import Kernel

/// What an import gave: a scenario file as text, or the reasons why there is none.
public struct ImportResult: Sendable, Equatable {
    /// The scenario file; nil where there is any error.
    public var yaml: String?
    /// Errors and warnings, in the order of the files.
    public var diagnostics: [Diagnostic]
    /// What was found and made.
    public var summary: ImportSummary
}

/// What an import found and made.
public struct ImportSummary: Sendable, Equatable {
    /// Hosts that became part of the scenario.
    public var hosts = 0
    /// Hosts that the scan found down.
    public var hostsDown = 0
    /// Hosts that were left out because they have no IPv4 address.
    public var hostsWithoutAddress = 0
    /// Open ports on those hosts.
    public var openPorts = 0
    /// Networks made of their addresses.
    public var networks = 0
    /// Groups of equal hosts.
    public var hostGroups = 0
    /// Rows of the inventory that a scanned host answers to.
    public var inventoryMatches = 0
    /// Values that the owner should check.
    public var assumptions = 0
}

/// Turns a network scan and an inventory into a scenario that runs.
public enum NmapImporter {
    /// Warnings of one kind, at most; a rest is counted.
    private static let mostWarnings = 10

    /// Makes a scenario named `name` of a scan (the XML of `nmap -oX`) and, if given, an inventory table.
    ///
    /// What neither tells is assumed, marked in the text with `# assumption: …` and listed under `simulation.assumptions`.
    /// The same bytes give the same text.
    /// - Complexity: O(bytes + hosts · log hosts).
    public static func convert(
        xml: [UInt8], file: String, inventory: (bytes: [UInt8], file: String)? = nil, name: String
    ) -> ImportResult {
        var result = ImportResult(yaml: nil, diagnostics: [], summary: ImportSummary())
        let entries = inventory.flatMap { read($0.bytes, file: $0.file, &result) }
        let scan: NmapScan
        let reader: XMLReader
        do throws(XMLError) {
            (scan, reader) = try NmapScanReader.read(xml)
        } catch {
            result.add(.error, error.message, file, error.position)
            return result
        }
        let hosts = hosts(of: scan, file, reader, entries ?? [], &result)
        warnOfUnseen(entries ?? [], hosts, inventory?.file ?? "", &result)
        if hosts.isEmpty {
            let others = result.summary.hostsWithoutAddress
            let down = scan.downCount > 0 ? "; \(scan.downCount) are down" : ""
            let message =
                others > 0
                ? "the scan has \(others) hosts, all without an IPv4 address, which is what networks here are made of"
                : "the scan found no host that is up\(down)"
            result.add(.error, message, file, reader.position(of: scan.offset))
        }
        if result.diagnostics.contains(where: { $0.severity == .error }) { return result }
        if !scan.isFinished {
            let message = "the scan says nowhere that it was finished; hosts may be missing"
            result.add(.warning, message, file, reader.position(of: scan.offset))
        }
        let key = PlainText.key(name)
        let draft = ImportDraft(name: key.isEmpty ? "imported" : key, hosts: hosts)
        let (text, assumptions) = draft.text(left: result.summary.hostsWithoutAddress)
        result.yaml = text
        result.summary.networks = draft.networks.count
        result.summary.hostGroups = draft.groups.count
        result.summary.assumptions = assumptions
        return result
    }

    private static func read(_ bytes: [UInt8], file: String, _ result: inout ImportResult) -> [InventoryEntry] {
        do throws(CSVError) {
            let inventory = try Inventory(bytes)
            for finding in inventory.findings.prefix(mostWarnings) {
                result.add(.error, finding.message, file, finding.position, finding.suggestion)
            }
            let more = inventory.findings.dropFirst(mostWarnings)
            if let next = more.first {
                result.add(.error, "\(more.count) more findings are not shown", file, next.position)
            }
            return inventory.entries
        } catch {
            result.add(.error, error.message, file, error.position)
            return []
        }
    }

    /// The scanned hosts with their inventory rows, sorted by address.
    private static func hosts(
        of scan: NmapScan, _ file: String, _ reader: XMLReader, _ entries: [InventoryEntry],
        _ result: inout ImportResult
    ) -> [ImportedHost] {
        var rows: [UInt32: InventoryEntry] = [:]
        for entry in entries { rows[entry.address] = entry }
        var places: [UInt32: Int] = [:]
        var scanned: [ScannedHost] = []
        for host in scan.hosts {
            guard let address = host.address else {
                result.summary.hostsWithoutAddress += 1
                continue
            }
            if let place = places[address] {
                // A host scanned twice is one host with all that was seen.
                let known = scanned[place].ports
                scanned[place].ports += host.ports.filter { !known.contains($0) }
                scanned[place].system = scanned[place].system ?? host.system
            } else {
                places[address] = scanned.count
                scanned.append(host)
            }
        }
        result.summary.hostsDown = scan.downCount
        result.summary.hosts = scanned.count
        result.summary.openPorts = scanned.reduce(0) { $0 + $1.ports.count }
        if result.summary.hostsWithoutAddress > 0,
            let first = scan.hosts.first(where: { $0.address == nil })
        {
            let what = first.hasSixthVersion ? "only an IPv6 address" : "no address"
            let message =
                "\(result.summary.hostsWithoutAddress) hosts without an IPv4 address are left out; this one has \(what)"
            result.add(.warning, message, file, reader.position(of: first.offset))
        }
        let hosts = scanned.compactMap { host in
            host.address.map { ImportedHost(host, address: $0, entry: rows[$0]) }
        }
        result.summary.inventoryMatches = hosts.count { rows[$0.address] != nil }
        return hosts.sorted { $0.address < $1.address }
    }

    private static func warnOfUnseen(
        _ entries: [InventoryEntry], _ hosts: [ImportedHost], _ file: String, _ result: inout ImportResult
    ) {
        let seen = Set(hosts.map(\.address))
        let unseen = entries.filter { !seen.contains($0.address) }
        for entry in unseen.prefix(mostWarnings) {
            let message = "\(AddressText.text(entry.address)) was not seen in the scan and is left out"
            result.add(.warning, message, file, entry.position)
        }
        if unseen.count > mostWarnings {
            let message = "\(unseen.count - mostWarnings) more rows were not seen in the scan"
            result.add(.warning, message, file, unseen[mostWarnings].position)
        }
    }
}

extension ImportResult {
    fileprivate mutating func add(
        _ severity: Diagnostic.Severity, _ message: String, _ file: String, _ position: TextPosition,
        _ suggestion: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                severity: severity, file: file, position: position, path: "", message: message,
                suggestion: suggestion))
    }
}
