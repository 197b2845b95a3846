/// What a value must be.
enum ValueTest: Sendable, Equatable {
    /// There is one.
    case exists
    /// It matches a pattern.
    case pattern(TextPattern)
    /// It lies between two bounds, either of which may be missing.
    case range(lower: RangeBound?, upper: RangeBound?)
    /// It is an address of a block, or a block's own notation.
    case block(base: UInt32, prefix: Int)

    /// Whether a value in small letters passes.
    ///
    /// - Parameter within: whether a part of the value suffices for a pattern.
    func passes(_ value: UnsafeBufferPointer<UInt8>, within: Bool) -> Bool {
        switch self {
        case .exists: return true
        case .pattern(let pattern): return pattern.matches(value, within: within)
        case .range(let lower, let upper):
            let number = FixedNumber(value)
            let address = number == nil ? Address.parse(value) : nil
            if let lower, !lower.allows(value, number, address, isLower: true) { return false }
            if let upper, !upper.allows(value, number, address, isLower: false) { return false }
            return true
        case .block(let base, let prefix):
            guard let address = Address.parse(value) else { return false }
            return prefix == 0 || (address ^ base) >> UInt32(32 - prefix) == 0
        }
    }
}

extension ValueTest {
    /// Whether a whole number passes, as its decimal digits would.
    func passes(_ number: UInt64) -> Bool {
        switch self {
        case .exists: return true
        case .pattern(let pattern):
            if pattern.literal != nil { return pattern.number == number }
            var digits = Array(String(number).utf8)
            return digits.withUnsafeMutableBufferPointer { pattern.matches(UnsafeBufferPointer($0), within: false) }
        case .range(let lower, let upper):
            let number = FixedNumber(number)
            let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
            return lower?.allows(nothing, number, nil, isLower: true) ?? true
                && upper?.allows(nothing, number, nil, isLower: false) ?? true
        case .block: return false
        }
    }
}

/// One end of a range.
struct RangeBound: Sendable, Equatable {
    /// In small letters.
    let text: [UInt8]
    /// Whether the bound itself is inside.
    let isIncluded: Bool
    private let number: FixedNumber?
    private let address: UInt32?

    init(_ text: [UInt8], isIncluded: Bool) {
        let folded = LetterCase.folded(text)
        self.text = folded
        self.isIncluded = isIncluded
        number = folded.withUnsafeBufferPointer { FixedNumber($0) }
        address = folded.withUnsafeBufferPointer { Address.parse($0) }
    }

    /// Whether a value is on the right side. Numbers are compared with numbers, addresses with addresses, and all else
    /// letter by letter, which orders moments too.
    func allows(
        _ value: UnsafeBufferPointer<UInt8>, _ valueNumber: FixedNumber?, _ valueAddress: UInt32?, isLower: Bool
    ) -> Bool {
        let isLess: Bool
        let isEqual: Bool
        if let number {
            // A number is never beyond a word.
            guard let valueNumber else { return false }
            (isLess, isEqual) = (valueNumber < number, valueNumber == number)
        } else if let address {
            guard let valueAddress else { return false }
            (isLess, isEqual) = (valueAddress < address, valueAddress == address)
        } else {
            (isLess, isEqual) = (value.lexicographicallyPrecedes(text), value.elementsEqual(text))
        }
        return isEqual ? isIncluded : isLess != isLower
    }
}

/// A decimal number of at most eighteen digits before the point and six after it, exactly.
struct FixedNumber: Sendable, Comparable {
    private let whole: Int64
    private let millionths: Int64

    /// The number that a text is; nil where it is none.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        let isNegative = text.first == 0x2D
        if isNegative { index = 1 }
        var whole: Int64 = 0
        var digits = 0
        while index < text.count, text[index] &- 0x30 < 10 {
            whole = whole &* 10 &+ Int64(text[index] &- 0x30)
            digits += 1
            index += 1
        }
        if digits == 0 || digits > 18 { return nil }
        var fraction: Int64 = 0
        if index < text.count && text[index] == 0x2E {
            index += 1
            var scale: Int64 = 100_000
            let start = index
            while index < text.count, text[index] &- 0x30 < 10 {
                fraction += Int64(text[index] &- 0x30) * scale
                scale /= 10
                index += 1
            }
            if index == start { return nil }
        }
        if index != text.count { return nil }
        self.whole = isNegative ? -whole : whole
        millionths = isNegative ? -fraction : fraction
    }

    /// A whole number of at most 63 bits.
    init(_ number: UInt64) {
        whole = Int64(truncatingIfNeeded: number & UInt64(Int64.max))
        millionths = 0
    }

    static func < (left: FixedNumber, right: FixedNumber) -> Bool {
        (left.whole, left.millionths) < (right.whole, right.millionths)
    }
}

/// IPv4 addresses as texts.
enum Address {
    /// The address that a text is; nil where it is none.
    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        if text.count < 7 || text.count > 15 { return nil }
        var result: UInt32 = 0
        var part: UInt32 = 0
        var digits = 0
        var parts = 1
        for byte in text {
            if byte == 0x2E {
                if digits == 0 || parts == 4 { return nil }
                result = result << 8 | part
                (part, digits) = (0, 0)
                parts += 1
            } else {
                let digit = byte &- 0x30
                if digit > 9 || digits == 3 { return nil }
                part = part * 10 + UInt32(digit)
                if part > 255 { return nil }
                digits += 1
            }
        }
        return parts == 4 && digits > 0 ? result << 8 | part : nil
    }

    /// The block that a text such as `10.20.0.0/16` is; nil where it is none.
    static func block(_ text: [UInt8]) -> (base: UInt32, prefix: Int)? {
        guard let slash = text.firstIndex(of: 0x2F) else { return nil }
        let tail = text[(slash + 1)...]
        guard (1...2).contains(tail.count), tail.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        let prefix = tail.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let base = text[..<slash].withUnsafeBufferPointer { parse($0) }
        guard prefix <= 32, let base else { return nil }
        return (base, prefix)
    }
}
