import Kernel

/// Reads the XML that nmap writes with `-oX`.
struct NmapScanReader {
    /// Bytes of a scan, at most.
    static let largest = 512 << 20

    private var reader: XMLReader
    private var scan = NmapScan()
    private var host: ScannedHost?
    private var isUp = true
    private var port: ScannedPort?
    private var isOpen = false
    /// The match whose classes follow.
    private var isBestMatch = false

    /// Reads a whole scan.
    static func read(_ bytes: [UInt8]) throws(XMLError) -> (scan: NmapScan, reader: XMLReader) {
        if bytes.count > largest {
            let message = "the file is larger than \(largest >> 20) MiB"
            throw XMLError(message: message, position: TextPosition(line: 1, column: 1))
        }
        try refuseOtherFormats(bytes)
        var reader = NmapScanReader(reader: try XMLReader(bytes))
        try reader.readAll()
        return (reader.scan, reader.reader)
    }

    /// nmap writes three formats; taking the wrong one is the most common mistake.
    private static func refuseOtherFormats(_ bytes: [UInt8]) throws(XMLError) {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        if head.hasPrefix("# Nmap") || head.hasPrefix("Starting Nmap") || head.hasPrefix("Nmap scan report") {
            throw XMLError(
                message: "this is another of nmap's formats; scan with '-oX FILE' and import that file",
                position: TextPosition(line: 1, column: 1))
        }
    }

    private mutating func readAll() throws(XMLError) {
        guard case .start(let root) = try reader.next() else { return }
        if root.name != "nmaprun" {
            throw failure("this is no scan of nmap: the element is '\(root.name)', expected 'nmaprun'", root)
        }
        scan.offset = root.offset
        while let event = try reader.next() {
            switch event {
            case .start(let element): try begin(element)
            case .end(let name): end(name)
            }
        }
    }

    private mutating func begin(_ element: XMLElement) throws(XMLError) {
        switch element.name {
        case "host":
            host = ScannedHost(offset: element.offset)
            isUp = true
        case "finished":
            scan.isFinished = reader.value("exit", of: element) != "error"
        case "hosts":
            // The closing statistics count hosts that are listed nowhere.
            let counted = reader.value("down", of: element).flatMap { Int($0) } ?? 0
            scan.downCount = max(scan.downCount, counted)
        default:
            if host != nil { try beginInsideHost(element) }
        }
    }

    private mutating func beginInsideHost(_ element: XMLElement) throws(XMLError) {
        switch element.name {
        case "status": isUp = reader.value("state", of: element) != "down"
        case "address": try readAddress(element)
        case "hostname":
            if let name = reader.value("name", of: element), !name.isEmpty { host?.names.append(name) }
        case "port":
            let text = reader.value("portid", of: element) ?? ""
            guard let number = Int(text), (0...65_535).contains(number) else {
                throw failure("'\(text.prefix(40))' is not a port; expected 0 to 65535", element)
            }
            port = ScannedPort(number: number, transport: reader.value("protocol", of: element) ?? "tcp")
            isOpen = false
        case "state": isOpen = reader.value("state", of: element) == "open"
        case "service": readService(element)
        case "osmatch": readMatch(element)
        case "osclass": readClass(element)
        case "distance": host?.distance = reader.value("value", of: element).flatMap { Int($0) }
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "port":
            if isOpen, let port { host?.ports.append(port) }
            port = nil
        case "host":
            if let host, isUp { scan.hosts.append(host) }
            if !isUp { scan.downCount += 1 }
            host = nil
            isBestMatch = false
        default: break
        }
    }

    private mutating func readAddress(_ element: XMLElement) throws(XMLError) {
        let text = reader.value("addr", of: element) ?? ""
        switch reader.value("addrtype", of: element) ?? "ipv4" {
        case "ipv4":
            guard let address = AddressText.address(text) else {
                throw failure("'\(text.prefix(40))' is not an IPv4 address", element)
            }
            host?.address = address
        case "ipv6": host?.hasSixthVersion = true
        default: host?.hardwareVendor = reader.value("vendor", of: element) ?? ""
        }
    }

    private mutating func readService(_ element: XMLElement) {
        guard port != nil else { return }
        port?.service = reader.value("name", of: element) ?? ""
        port?.product = reader.value("product", of: element) ?? ""
        port?.version = reader.value("version", of: element) ?? ""
        port?.system = reader.value("ostype", of: element) ?? ""
        port?.deviceType = reader.value("devicetype", of: element) ?? ""
        port?.isEncrypted = reader.value("tunnel", of: element) == "ssl"
    }

    private mutating func readMatch(_ element: XMLElement) {
        let accuracy = reader.value("accuracy", of: element).flatMap { Int($0) } ?? 0
        isBestMatch = accuracy > host?.system?.accuracy ?? -1
        if isBestMatch {
            host?.system = ScannedSystem(name: reader.value("name", of: element) ?? "", accuracy: accuracy)
        }
    }

    private mutating func readClass(_ element: XMLElement) {
        // Old versions of nmap list classes without a match around them.
        if host?.system == nil {
            host?.system = ScannedSystem(
                name: "", accuracy: reader.value("accuracy", of: element).flatMap { Int($0) } ?? 0)
            isBestMatch = true
        }
        guard isBestMatch, host?.system?.family.isEmpty == true else { return }
        host?.system?.family = reader.value("osfamily", of: element) ?? ""
        host?.system?.deviceType = reader.value("type", of: element) ?? ""
        host?.system?.vendor = reader.value("vendor", of: element) ?? ""
    }

    private func failure(_ message: String, _ element: XMLElement) -> XMLError {
        XMLError(message: message, position: reader.position(of: element.offset))
    }
}
