import Kernel

/// The kernel's generator as a sequence: the draws of one input.
struct FuzzRandom {
    private let seeds: Seeds
    private let number: UInt64
    private var drawn: UInt32 = 0

    init(seed: UInt64, number: Int) {
        seeds = Seeds(seed)
        self.number = UInt64(number)
    }

    /// A uniform integer below `bound`.
    mutating func below(_ bound: Int) -> Int {
        drawn += 1
        return seeds.chance(number, Purpose(rawValue: 1), attempt: drawn).below(bound)
    }

    /// One of several; nil where there is none.
    mutating func pick<Values: RandomAccessCollection>(_ values: Values) -> Values.Element?
    where Values.Index == Int {
        values.isEmpty ? nil : values[values.startIndex + below(values.count)]
    }
}
