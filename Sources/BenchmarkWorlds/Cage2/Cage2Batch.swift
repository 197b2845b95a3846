import Kernel

/// Many CAGE-2 worlds side by side, stepped into buffers that the caller owns.
///
/// An environment that reaches the end of its episode is reset in the same step: `isDone` says so, the observation is
/// the first of the next episode (all zero), and ``Outputs/finalObservations`` keeps the last one of the episode that
/// ended. The generator goes on from episode to episode, as it does when the original is reset without a seed.
/// Results depend on nothing but configuration, seeds and actions: not on the number of environments or workers.
///
/// A batch belongs to one caller at a time. A class because it owns memory, and because two copies of a hundred
/// megabytes are never what is meant.
public final class Cage2Batch {
    /// The most environments that a batch can have.
    public static let maximumCount = 1 << 20
    /// The most memory that a batch may take, in bytes: 64 GiB. More than a machine has is not refused, but ends the
    /// program.
    public static let maximumMemory = 1 << 36

    /// What every environment was made with.
    public let configuration: Cage2Configuration
    /// How many environments there are.
    public var count: Int { storage.count }

    let storage: Cage2Storage
    /// One place for each piece of work of a step: not zero once it is done.
    let pieces: UnsafeMutableBufferPointer<UInt8>

    /// Buffers for what a step gives. Row after row, one environment each; nil for what is not wanted.
    public struct Outputs {
        /// `count` × 52 bytes: the observation, one byte a bit.
        public var observations: UnsafeMutableBufferPointer<UInt8>?
        /// `count` rewards in points.
        public var rewards: UnsafeMutableBufferPointer<Float>?
        /// `count` bytes: 1 where the episode ended with this step.
        public var isDone: UnsafeMutableBufferPointer<UInt8>?
        /// `count` × 52 bytes, written only where the episode ended: its last observation.
        public var finalObservations: UnsafeMutableBufferPointer<UInt8>?
        /// `count` × 145 bytes: 1 for actions that can have an effect on the state after the step.
        public var masks: UnsafeMutableBufferPointer<UInt8>?

        /// Buffers.
        public init(
            observations: UnsafeMutableBufferPointer<UInt8>? = nil, rewards: UnsafeMutableBufferPointer<Float>? = nil,
            isDone: UnsafeMutableBufferPointer<UInt8>? = nil,
            finalObservations: UnsafeMutableBufferPointer<UInt8>? = nil,
            masks: UnsafeMutableBufferPointer<UInt8>? = nil
        ) {
            self.observations = observations
            self.rewards = rewards
            self.isDone = isDone
            self.finalObservations = finalObservations
            self.masks = masks
        }
    }

    /// Environments at the start of their first episode; environment `i` is seeded with `firstSeed + i`.
    ///
    /// - Throws: ``Cage2Error/environmentCountOutOfRange(_:)``, ``Cage2Error/memory(_:)``.
    /// - Complexity: O(count); 24 KB of memory each for episodes of 100 steps.
    public init(count: Int, _ configuration: Cage2Configuration, firstSeed: Int) throws(Cage2Error) {
        guard (1...Self.maximumCount).contains(count) else { throw Cage2Error.environmentCountOutOfRange(count) }
        let memory = count * Cage2Storage.size(episodeLength: configuration.episodeLength)
        guard memory <= Self.maximumMemory else { throw Cage2Error.memory(memory) }
        self.configuration = configuration
        storage = Cage2Storage(count: count, episodeLength: configuration.episodeLength)
        pieces = .allocate(capacity: (count + Self.pieceSize - 1) / Self.pieceSize)
        pieces.initialize(repeating: 0)
        for index in 0..<count { reset(index, seed: firstSeed &+ index) }
    }

    deinit { pieces.deallocate() }

    /// Begins an episode of one environment. Its observation is all zero.
    ///
    /// - Parameters:
    ///   - index: of the environment.
    ///   - seed: as Python's; without one the generator goes on.
    public func reset(_ index: Int, seed: Int? = nil) {
        precondition((0..<count).contains(index), "an environment of the batch")
        if let seed { storage.generator(index).pointee.reseed(seed) }
        storage.state(index).pointee
            .reset(memory: storage.memory(index), draws: &storage.generator(index).pointee)
    }

    /// Makes one environment what another one is, generator included: both have the same future under the same actions.
    public func copy(_ source: Int, to target: Int) {
        precondition((0..<count).contains(source) && (0..<count).contains(target), "environments of the batch")
        if source != target { storage.copy(source, of: storage, to: target) }
    }

    /// What blue sees in one environment.
    public func observation(of index: Int) -> Cage2Observation {
        precondition((0..<count).contains(index), "an environment of the batch")
        return storage.state(index).pointee.observation
    }

    /// A digest of all that can influence the future of the batch, and of the last observations.
    public func digest() -> UInt64 {
        var hasher = StableHasher()
        for index in 0..<count {
            storage.state(index).pointee.hash(into: &hasher, memory: storage.memory(index))
            let generator = storage.generator(index)
            for place in 0..<MersenneTwister.size { hasher.combine(generator.pointee.words[place]) }
            hasher.combine(generator.pointee.position)
        }
        return hasher.digest
    }
}
