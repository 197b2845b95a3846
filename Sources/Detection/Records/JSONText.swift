/// What stands between the quotes of a JSON text.
enum JSONText {
    /// Decodes escapes; gives the number of bytes written, never more than there were. What is no escape stays as it is, half of a
    /// surrogate pair becomes U+FFFD. O(bytes).
    @inline(__always)
    static func decode(
        _ source: UnsafePointer<UInt8>, _ count: Int, _ target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var read = 0
        var written = 0
        while read < count {
            while read + 8 <= count {
                let word = Words.load(source + read)
                UnsafeMutableRawPointer(target + written).storeBytes(of: word.littleEndian, as: UInt64.self)
                let places = Words.places(of: 0x5C, in: word)
                if places != 0 {
                    let clean = places.trailingZeroBitCount >> 3
                    read += clean
                    written += clean
                    break
                }
                read += 8
                written += 8
            }
            if read == count { break }
            if source[read] != 0x5C {
                target[written] = source[read]
                read += 1
                written += 1
                continue
            }
            (read, written) = escape(source, count, read, target, written)
        }
        return written
    }

    /// Decodes the escape at `read`.
    private static func escape(
        _ source: UnsafePointer<UInt8>, _ count: Int, _ read: Int, _ target: UnsafeMutablePointer<UInt8>, _ written: Int
    ) -> (Int, Int) {
        guard read + 1 < count else {
            target[written] = 0x5C
            return (count, written + 1)
        }
        let plain: UInt8
        switch source[read + 1] {
        case 0x22, 0x5C, 0x2F: plain = source[read + 1]
        case 0x62: plain = 0x08
        case 0x66: plain = 0x0C
        case 0x6E: plain = 0x0A
        case 0x72: plain = 0x0D
        case 0x74: plain = 0x09
        case 0x75:
            guard var code = hexadecimal(source, count, read + 2) else { fallthrough }
            var next = read + 6
            if code & 0xFC00 == 0xD800, next + 1 < count, source[next] == 0x5C, source[next + 1] == 0x75,
                let low = hexadecimal(source, count, next + 2), low & 0xFC00 == 0xDC00
            {
                code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
                next += 6
            }
            if code & 0xFFFF_F800 == 0xD800 { code = 0xFFFD }
            return (next, written + put(code, target + written))
        default:
            target[written] = 0x5C
            return (read + 1, written + 1)
        }
        target[written] = plain
        return (read + 2, written + 1)
    }

    private static func hexadecimal(_ source: UnsafePointer<UInt8>, _ count: Int, _ start: Int) -> UInt32? {
        guard start + 4 <= count else { return nil }
        var value: UInt32 = 0
        for index in start..<start + 4 {
            let byte = source[index]
            let letter = (byte | 0x20) &- 0x61
            if byte &- 0x30 < 10 {
                value = value << 4 | UInt32(byte &- 0x30)
            } else if letter < 6 {
                value = value << 4 | UInt32(letter + 10)
            } else {
                return nil
            }
        }
        return value
    }

    /// Writes a scalar as UTF-8.
    private static func put(_ code: UInt32, _ target: UnsafeMutablePointer<UInt8>) -> Int {
        func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
        if code < 0x80 {
            target[0] = byte(code)
            return 1
        }
        if code < 0x800 {
            target[0] = byte(0xC0 | code >> 6)
            target[1] = byte(0x80 | code & 0x3F)
            return 2
        }
        if code < 0x10000 {
            target[0] = byte(0xE0 | code >> 12)
            target[1] = byte(0x80 | code >> 6 & 0x3F)
            target[2] = byte(0x80 | code & 0x3F)
            return 3
        }
        target[0] = byte(0xF0 | code >> 18)
        target[1] = byte(0x80 | code >> 12 & 0x3F)
        target[2] = byte(0x80 | code >> 6 & 0x3F)
        target[3] = byte(0x80 | code & 0x3F)
        return 4
    }
}
