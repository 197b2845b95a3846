/// Philox-4x32-10: a counter-based generator, a pure function from (counter, key) to 128 bits.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011). The tests hold the
/// implementation against the known answers that its authors publish with Random123.
public enum Philox {
    /// Four 32-bit words; the counter and the result of a block.
    public typealias Block = SIMD4<UInt32>

    /// Returns the block for `counter` under `key`.
    ///
    /// - Complexity: ten rounds of two multiplications; no memory is touched.
    @inlinable
    public static func block(counter: Block, key: SIMD2<UInt32>) -> Block {
        var c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3]
        var k0 = key[0], k1 = key[1]
        for _ in 0..<10 {
            let p0 = UInt64(0xD251_1F53) &* UInt64(c0)
            let p1 = UInt64(0xCD9E_8D57) &* UInt64(c2)
            let high0 = UInt32(truncatingIfNeeded: p0 >> 32), low0 = UInt32(truncatingIfNeeded: p0)
            let high1 = UInt32(truncatingIfNeeded: p1 >> 32), low1 = UInt32(truncatingIfNeeded: p1)
            c0 = high1 ^ c1 ^ k0
            c1 = low1
            c2 = high0 ^ c3 ^ k1
            c3 = low0
            k0 = k0 &+ 0x9E37_79B9
            k1 = k1 &+ 0xBB67_AE85
        }
        return Block(c0, c1, c2, c3)
    }
}
