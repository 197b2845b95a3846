/// What scrypt costs. Stored with every hash, so that it can be raised: older hashes stay good and are made anew when their
/// owners sign in.
public struct PasswordCost: Sendable, Equatable {
    /// Logarithm to base 2 of the number of rounds; memory is 128 bytes × rounds × block size.
    public var logRounds: Int
    /// Block size.
    public var blockSize: Int
    /// How many independent parts.
    public var parallelism: Int

    /// A cost.
    public init(logRounds: Int, blockSize: Int, parallelism: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 2¹⁵ rounds of 8 blocks: 32 MiB.
    public static let standard = PasswordCost(logRounds: 15, blockSize: 8, parallelism: 1)

    /// Whether a stored cost is one that this program would compute: a damaged database must not take all memory.
    var isBearable: Bool {
        (1...20).contains(logRounds) && (1...32).contains(blockSize) && (1...16).contains(parallelism)
            && (blockSize << logRounds) <= 1 << 21
    }
}
