/// The memory of a number of environments, each part of all of them side by side. A class because it owns raw memory, which
/// must be freed once.
///
/// An environment takes 20.5 KB and 12 bytes a step of its episodes: 0.3 KB of state, 2.5 KB of generator, 17.7 KB of used
/// ports (of which a step touches a few bytes), and the lists of processes.
///
/// `@unchecked Sendable`: the pointers never change; who writes to which environment is the caller's duty, and
/// ``Cage2Batch`` gives every environment to exactly one worker at a time.
final class Cage2Storage: @unchecked Sendable {
    let count: Int
    let entryCapacity: Int
    private let states: UnsafeMutablePointer<Cage2State>
    private let generators: UnsafeMutablePointer<MersenneTwister>
    private let ports: UnsafeMutablePointer<UInt64>
    private let entries: UnsafeMutablePointer<UInt32>

    init(count: Int, episodeLength: Int) {
        self.count = count
        entryCapacity = Cage2Memory.entryCapacity(episodeLength: episodeLength)
        states = .allocate(capacity: count)
        states.initialize(repeating: Cage2State(), count: count)
        generators = .allocate(capacity: count)
        generators.initialize(repeating: MersenneTwister(unseeded: ()), count: count)
        ports = .allocate(capacity: count * Cage2Memory.portWords)
        ports.initialize(repeating: 0, count: count * Cage2Memory.portWords)
        entries = .allocate(capacity: count * entryCapacity)
        entries.initialize(repeating: 0, count: count * entryCapacity)
    }

    deinit {
        states.deallocate()
        generators.deallocate()
        ports.deallocate()
        entries.deallocate()
    }

    @inline(__always)
    func state(_ index: Int) -> UnsafeMutablePointer<Cage2State> { states + index }

    @inline(__always)
    func generator(_ index: Int) -> UnsafeMutablePointer<MersenneTwister> { generators + index }

    @inline(__always)
    func memory(_ index: Int) -> Cage2Memory {
        Cage2Memory(
            ports: ports + index * Cage2Memory.portWords, entries: entries + index * entryCapacity,
            capacity: entryCapacity)
    }

    /// Makes environment `target` what `source` of another storage of the same episode length is.
    func copy(_ source: Int, of other: Cage2Storage, to target: Int) {
        precondition(entryCapacity == other.entryCapacity, "environments of equal episode length")
        states[target] = other.states[source]
        generators[target] = other.generators[source]
        (ports + target * Cage2Memory.portWords)
            .update(from: other.ports + source * Cage2Memory.portWords, count: Cage2Memory.portWords)
        (entries + target * entryCapacity)
            .update(from: other.entries + source * entryCapacity, count: entryCapacity)
    }
}
