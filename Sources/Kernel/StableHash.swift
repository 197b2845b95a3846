/// 64-bit hashes that are the same in every process, build and machine (the standard library's are not).
///
/// They identify; they do not protect: anyone can construct a collision on purpose.
public enum StableHash {
    /// A bijective mixer of 64 bits (the finaliser of MurmurHash3): every input bit reaches every output bit.
    @inlinable
    public static func mix(_ value: UInt64) -> UInt64 {
        var x = value
        x ^= x >> 33
        x = x &* 0xFF51_AFD7_ED55_8CCD
        x ^= x >> 33
        x = x &* 0xC4CE_B9FE_1A85_EC53
        x ^= x >> 33
        return x
    }

    /// Combines two hashes; the order matters.
    @inlinable
    public static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
        mix(first &* 0x9E37_79B9_7F4A_7C15 &+ mix(second &+ 0x6A09_E667_F3BC_C909))
    }

    /// The hash of a text's UTF-8 bytes: FNV-1a, then ``mix(_:)``.
    ///
    /// - Complexity: O(bytes).
    public static func of(_ text: some StringProtocol) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return mix(hash)
    }
}

/// Folds a state into a 64-bit digest that two equal states share on every machine.
public struct StableHasher: Sendable {
    @usableFromInline var state: UInt64 = 0x243F_6A88_85A3_08D3
    @usableFromInline var count: UInt64 = 0

    /// An empty hasher.
    @inlinable public init() {}

    /// Folds in any integer; widths do not matter, values do.
    @inlinable
    public mutating func combine(_ value: some FixedWidthInteger) {
        state = StableHash.combine(state, UInt64(truncatingIfNeeded: value))
        count &+= 1
    }

    /// Folds in a truth value.
    @inlinable
    public mutating func combine(_ value: Bool) { combine(value ? 1 : 0) }

    /// Folds in a text by its bytes.
    public mutating func combine(_ text: String) { combine(StableHash.of(text)) }

    /// The digest of all that was folded in so far.
    @inlinable public var digest: UInt64 { StableHash.combine(state, count) }
}

extension UInt64 {
    /// Sixteen lower-case hexadecimal digits.
    public var hexadecimal: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
