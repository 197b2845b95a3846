/// A part of a value that rules ask for by a name of its own though records hold only the whole.
enum ValuePart: Sendable {
    /// Of hashes as Sysmon writes them (`SHA1=…,MD5=…`), or of a hash that stands alone and has the length of that kind.
    case importHash, md5, sha1, sha256
    /// Of an address such as `https://user@www.example:8080/a/b.zip?c=d#e`: `www.example`, `c=d`, `zip`.
    case host, query, fileExtension

    /// Where the part is within a value; nil where the value has none. O(bytes).
    func place(in value: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let place =
            switch self {
            case .importHash: Self.hash("imphash", digits: nil, in: value)
            case .md5: Self.hash("md5", digits: 32, in: value)
            case .sha1: Self.hash("sha1", digits: 40, in: value)
            case .sha256: Self.hash("sha256", digits: 64, in: value)
            case .host: Self.host(in: value)
            case .query: Self.query(in: value)
            case .fileExtension: Self.fileExtension(in: value)
            }
        return place.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A hash by its name in small letters; `digits` is how many it has where it may stand alone.
    private static func hash(
        _ name: StaticString, digits: Int?, in value: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        let length = name.utf8CodeUnitCount
        var start = 0
        while start < value.count {
            let end = value[start...].firstIndex(of: 0x2C) ?? value.count
            if start + length < end, value[start + length] == 0x3D,
                (0..<length).allSatisfy({ TextMatching.folded(value[start + $0]) == name.utf8Start[$0] })
            {
                return start + length + 1..<end
            }
            start = end + 1
            while start < value.count && value[start] == 0x20 { start += 1 }
        }
        return value.count == digits && value.allSatisfy(isDigit) ? 0..<value.count : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || TextMatching.folded(byte) &- 0x61 < 6
    }

    /// Where the authority of an address begins, behind `://`; nil: it has none.
    private static func authority(in value: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let colon = value.firstIndex(of: 0x3A), colon + 2 < value.count, value[colon + 1] == 0x2F,
            value[colon + 2] == 0x2F
        else { return nil }
        return colon + 3
    }

    /// Where what begins at `start` ends before one of `/`, `?`, `#`.
    private static func endOfPart(from start: Int, in value: UnsafeBufferPointer<UInt8>, beforeSlash: Bool) -> Int {
        value[start...].firstIndex { $0 == 0x3F || $0 == 0x23 || beforeSlash && $0 == 0x2F } ?? value.count
    }

    private static func host(in value: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let authority = Self.authority(in: value) else { return nil }
        let end = endOfPart(from: authority, in: value, beforeSlash: true)
        let start = value[authority..<end].lastIndex(of: 0x40).map { $0 + 1 } ?? authority
        // Addresses of IPv6 stand in brackets, which are no part of them.
        if start < end, value[start] == 0x5B, let bracket = value[start..<end].firstIndex(of: 0x5D) {
            return start + 1..<bracket
        }
        return start..<(value[start..<end].firstIndex(of: 0x3A) ?? end)
    }

    private static func query(in value: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let end = value.firstIndex(of: 0x23) ?? value.count
        return value[..<end].firstIndex(of: 0x3F).map { $0 + 1..<end }
    }

    /// What is behind the last dot of the last part of the path, without the dot.
    private static func fileExtension(in value: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let start = authority(in: value).map { endOfPart(from: $0, in: value, beforeSlash: true) } ?? 0
        guard start < value.count, value[start] == 0x2F else { return nil }
        let end = endOfPart(from: start, in: value, beforeSlash: false)
        guard let slash = value[start..<end].lastIndex(of: 0x2F) else { return nil }
        return value[slash..<end].lastIndex(of: 0x2E).map { $0 + 1..<end }
    }
}
