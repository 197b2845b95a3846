/// Writing digits as bytes. The caller has made sure that there is room.
extension UnsafeMutablePointer<UInt8> {
    /// Copies bytes and moves on.
    @inline(__always)
    mutating func put(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        update(from: bytes, count: count)
        self += count
    }

    /// Writes an unsigned number in decimal digits.
    @inline(__always)
    mutating func putDecimal(_ value: UInt64) {
        if value < 10 {
            pointee = UInt8(truncatingIfNeeded: value) &+ 0x30
            self += 1
            return
        }
        var digits = 1
        var bound: UInt64 = 10
        while digits < 19 && value >= bound {
            digits += 1
            bound = bound &* 10
        }
        putDecimal(value, digits: digits)
    }

    /// Writes the last `digits` decimal digits of a number.
    @inline(__always)
    mutating func putDecimal(_ value: UInt64, digits: Int) {
        var rest = value
        var position = digits
        while position > 0 {
            position -= 1
            let next = rest / 10
            self[position] = UInt8(truncatingIfNeeded: rest &- next &* 10) &+ 0x30
            rest = next
        }
        self += digits
    }

    /// Writes the first `count` hexadecimal digits of a number, most significant first.
    @inline(__always)
    mutating func putHexadecimal(_ value: UInt64, count: Int) {
        var shift: UInt64 = 64
        for position in 0..<count {
            shift &-= 4
            let digit = UInt8(truncatingIfNeeded: (value >> shift) & 15)
            self[position] = digit < 10 ? digit &+ 0x30 : digit &+ 0x57
        }
        self += count
    }

    /// Writes an IPv4 address.
    @inline(__always)
    mutating func putAddress(_ address: UInt32) {
        putDecimal(UInt64(address >> 24))
        pointee = 0x2E
        self += 1
        putDecimal(UInt64(address >> 16 & 255))
        pointee = 0x2E
        self += 1
        putDecimal(UInt64(address >> 8 & 255))
        pointee = 0x2E
        self += 1
        putDecimal(UInt64(address & 255))
    }
}
