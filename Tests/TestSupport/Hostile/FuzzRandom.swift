import Kernel

/// The kernel's generator as a sequence: the draws of one input, a pure function of seed and number.
public struct FuzzRandom {
    private let seeds: Seeds
    private let number: UInt64
    private var drawn: UInt32 = 0

    /// The draws of the input of that number.
    public init(seed: UInt64, number: Int = 0) {
        seeds = Seeds(seed)
        self.number = UInt64(number)
    }

    /// A uniform integer below `bound`, which is positive.
    public mutating func below(_ bound: Int) -> Int {
        drawn += 1
        return seeds.chance(number, Purpose(rawValue: 1), attempt: drawn).below(bound)
    }

    /// One of several; nil where there is none.
    public mutating func pick<Values: RandomAccessCollection>(_ values: Values) -> Values.Element?
    where Values.Index == Int {
        values.isEmpty ? nil : values[values.startIndex + below(values.count)]
    }
}
