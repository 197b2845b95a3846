/// The generator behind Python's `random` module: MT19937 of Matsumoto and Nishimura, seeded the way Python seeds it.
///
/// Benchmark worlds that must equal a foreign program keep that program's generator; everything else in this project
/// draws by key (`Seeds` of the kernel). A flat value of 2.5 KB without references, so a copy is a snapshot.
///
/// Not for secrets: 624 outputs reveal all later ones.
public struct MersenneTwister: Sendable {
    /// How many words one twist makes.
    static let size = 624
    /// Distance of the word that a new one is mixed with.
    static let shift = 397

    var words: InlineArray<624, UInt32>
    /// The next word to hand out; `size` means that a twist is due.
    var position: Int

    /// What `random.seed(seed)` leaves behind. Python takes the absolute value, so −1 and 1 are the same seed.
    ///
    /// - Complexity: O(624), about 3 µs.
    public init(seed: Int) {
        self.init(unseeded: ())
        reseed(seed)
    }

    /// A generator seeded with a longer key, least significant word first; Python does this for integers over 32 bits.
    ///
    /// - Parameter key: at least one word.
    public init(key: some RandomAccessCollection<UInt32>) {
        self.init(unseeded: ())
        reseed(key: key)
    }

    /// All zero, to be seeded before it is used.
    init(unseeded: Void) {
        words = InlineArray(repeating: 0)
        position = Self.size
    }

    /// Starts over as `random.seed(seed)` does. No allocation for seeds below 2³².
    ///
    /// - Complexity: O(624).
    public mutating func reseed(_ seed: Int) {
        let magnitude = UInt64(seed.magnitude)
        let low = UInt32(truncatingIfNeeded: magnitude)
        let high = UInt32(truncatingIfNeeded: magnitude >> 32)
        if high == 0 { reseed(key: CollectionOfOne(low)) } else { reseed(key: [low, high]) }
    }

    /// `init_by_array` of the reference implementation.
    mutating func reseed(key: some RandomAccessCollection<UInt32>) {
        precondition(!key.isEmpty, "a key has at least one word")
        let size = Self.size
        words[0] = 19_650_218
        for index in 1..<size {
            words[index] = Self.scramble(words[index - 1], by: 1_812_433_253) &+ UInt32(truncatingIfNeeded: index)
        }
        var index = 1
        var place = 0
        for _ in 0..<max(size, key.count) {
            let word = key[key.index(key.startIndex, offsetBy: place)]
            words[index] =
                (words[index] ^ Self.scramble(words[index - 1], by: 1_664_525)) &+ word
                &+ UInt32(truncatingIfNeeded: place)
            index += 1
            place += 1
            if index >= size {
                words[0] = words[size - 1]
                index = 1
            }
            if place >= key.count { place = 0 }
        }
        for _ in 1..<size {
            words[index] =
                (words[index] ^ Self.scramble(words[index - 1], by: 1_566_083_941))
                &- UInt32(truncatingIfNeeded: index)
            index += 1
            if index >= size {
                words[0] = words[size - 1]
                index = 1
            }
        }
        words[0] = 0x8000_0000
        position = size
    }

    @inline(__always)
    private static func scramble(_ word: UInt32, by factor: UInt32) -> UInt32 { (word ^ (word >> 30)) &* factor }

    /// The next 32 bits, all equally likely.
    ///
    /// - Complexity: O(1) amortised; every 624th call makes the next 624 words.
    @inline(__always)
    public mutating func nextWord() -> UInt32 {
        if position >= Self.size { twist() }
        let word = words[position]
        position &+= 1
        return Self.tempered(word)
    }

    @inline(__always)
    static func tempered(_ word: UInt32) -> UInt32 {
        var word = word
        word ^= word >> 11
        word ^= (word << 7) & 0x9D2C_5680
        word ^= (word << 15) & 0xEFC6_0000
        word ^= word >> 18
        return word
    }

    @inline(never)
    mutating func twist() {
        let size = Self.size
        let shift = Self.shift
        for index in 0..<(size - shift) {
            words[index] = words[index + shift] ^ Self.twisted(words[index], words[index + 1])
        }
        for index in (size - shift)..<(size - 1) {
            words[index] = words[index - (size - shift)] ^ Self.twisted(words[index], words[index + 1])
        }
        words[size - 1] = words[shift - 1] ^ Self.twisted(words[size - 1], words[0])
        position = 0
    }

    @inline(__always)
    private static func twisted(_ upper: UInt32, _ lower: UInt32) -> UInt32 {
        let mixed = (upper & 0x8000_0000) | (lower & 0x7FFF_FFFF)
        return (mixed >> 1) ^ ((0 &- (mixed & 1)) & 0x9908_B0DF)
    }
}

extension MersenneTwister: Equatable {
    /// Whether both will give the same numbers for ever (and, before a twist is due, have given the same since the
    /// last).
    public static func == (first: MersenneTwister, second: MersenneTwister) -> Bool {
        guard first.position == second.position else { return false }
        for index in 0..<size where first.words[index] != second.words[index] { return false }
        return true
    }
}
