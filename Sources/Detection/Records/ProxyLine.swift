/// The parts of a line of a Web proxy in Squid's own format: time, duration, client, result and status, bytes, method, address, user,
/// peer, type, and perhaps the user agent in quotes.
struct ProxyLine {
    /// Names and places of the parts, none where the line is no such line.
    private(set) var parts: [(name: StaticString, place: Range<Int>)] = []

    private static let names: [StaticString] = [
        "squid.time", "squid.duration", "squid.client", "squid.status", "squid.bytes", "squid.method", "squid.address",
        "squid.user", "squid.peer", "squid.type",
    ]

    /// Takes the part of a line apart. O(bytes).
    init(_ line: UnsafeBufferPointer<UInt8>, _ message: Range<Int>) {
        var index = message.lowerBound
        for (number, name) in Self.names.enumerated() {
            while index < message.upperBound && line[index] == 0x20 { index += 1 }
            var start = index
            while index < message.upperBound && line[index] != 0x20 { index += 1 }
            if start == index {
                parts = []
                return
            }
            // `TCP_MISS/200` and `HIER_DIRECT/192.0.2.1`: what is behind the slash.
            if number == 3 || number == 8, let slash = line[start..<index].firstIndex(of: 0x2F) { start = slash + 1 }
            let isNothing = index - start == 1 && line[start] == 0x2D
            if !isNothing { parts.append((name, start..<index)) }
            if number == 6 { addAddress(line, start..<index) }
        }
        if index + 1 < message.upperBound, line[index + 1] == 0x22, line[message.upperBound - 1] == 0x22 {
            parts.append(("squid.agent", index + 2..<max(index + 2, message.upperBound - 1)))
        }
    }

    /// Host, path and query of an address; of `host:port`, as tunnels have it, the host.
    private mutating func addAddress(_ line: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) {
        var start = place.lowerBound
        for index in place.dropLast(2) where line[index] == 0x3A && line[index + 1] == 0x2F && line[index + 2] == 0x2F {
            start = index + 3
            break
        }
        let rest = start..<place.upperBound
        let path = rest.first { line[$0] == 0x2F } ?? place.upperBound
        let host = start..<((start..<path).first { line[$0] == 0x3A } ?? path)
        let query = (path..<place.upperBound).first { line[$0] == 0x3F }
        parts.append(("squid.host", host))
        if path < place.upperBound { parts.append(("squid.path", path..<(query ?? place.upperBound))) }
        if let query { parts.append(("squid.query", query + 1..<place.upperBound)) }
    }
}
