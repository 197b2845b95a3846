import Kernel

/// The smallest world worth the name, for tests of the kernel: wanderers hop between places at times of their own.
public enum WanderWorld: World {
    /// Names of wanderers and how many places there are.
    public struct Program: Sendable {
        /// Path hash of each wanderer.
        public var wanderers: [UInt64]
        /// Path hash of each place.
        public var places: [UInt64]

        /// A program of named wanderers and places.
        public init(wanderers: [String], places: [String]) {
            self.wanderers = wanderers.map { StableHash.of("wanderers/" + $0) }
            self.places = places.map { StableHash.of("places/" + $0) }
        }
    }

    /// Where everybody is.
    public struct State: WorldState {
        /// What is to happen.
        public var agenda = Agenda()
        /// Seeds.
        public var seeds: Seeds
        /// Place of each wanderer.
        public var place: [Int]
        /// Hops of each wanderer.
        public var hops: [Int32]

        /// Folds every field in.
        public func hash(into hasher: inout StableHasher) {
            for index in place.indices {
                hasher.combine(place[index])
                hasher.combine(hops[index])
            }
        }
    }

    /// Sends a wanderer to a place at once.
    public struct Input: JournalInput {
        /// Who.
        public var wanderer: Int
        /// Where to.
        public var place: Int

        /// An input.
        public init(wanderer: Int, place: Int) {
            self.wanderer = wanderer
            self.place = place
        }

        /// Writes it.
        public func write(to json: inout JSONWriter) {
            json.object { json in
                json.member("wanderer", wanderer)
                json.member("place", place)
            }
        }

        /// Reads it.
        public init(json: JSONValue) throws(JSONError) {
            self.init(wanderer: try json.required("wanderer").integer(), place: try json.required("place").integer())
        }
    }

    /// Somebody went somewhere.
    public struct Event: Sendable, Hashable {
        /// When.
        public var time: Milliseconds
        /// Who.
        public var wanderer: Int
        /// Where to.
        public var place: Int

        /// An event.
        public init(time: Milliseconds, wanderer: Int, place: Int) {
            self.time = time
            self.wanderer = wanderer
            self.place = place
        }
    }

    /// The name in journals.
    public static var name: String { "wander" }
    /// The version of the rules.
    public static var rulesVersion: Int { 1 }

    private static let when = Purpose(rawValue: 1)
    private static let whereTo = Purpose(rawValue: 2)

    /// Everybody at the first place.
    public static func begin(_ program: Program, seeds: Seeds) -> State {
        var state = State(
            seeds: seeds, place: program.wanderers.map { _ in 0 }, hops: program.wanderers.map { _ in 0 })
        for index in program.wanderers.indices { schedule(index, program, &state, after: 0) }
        return state
    }

    private static func schedule(_ index: Int, _ program: Program, _ state: inout State, after time: Milliseconds) {
        let path = program.wanderers[index]
        let wait = state.seeds.chance(path, when, attempt: UInt32(state.hops[index])).triangular(100, 1_000, 5_000)
        state.agenda.insert(Agenda.Entry(time: time + wait, key: path, kind: 1, first: Int32(index)))
    }

    /// A hop.
    public static func perform(
        _ entry: Agenda.Entry, _ program: Program, _ state: inout State, _ log: inout EventLog<Event>
    ) {
        let index = Int(entry.first)
        let path = program.wanderers[index]
        var best = UInt64.max
        for (place, hash) in program.places.enumerated() {
            let time = state.seeds.chance(path, whereTo, target: hash, attempt: UInt32(state.hops[index])).raceTime(
                weight: 1)
            if time < best {
                best = time
                state.place[index] = place
            }
        }
        state.hops[index] += 1
        log.append(Event(time: entry.time, wanderer: index, place: state.place[index]))
        schedule(index, program, &state, after: entry.time)
    }

    /// An order.
    public static func apply(
        _ input: Input, at time: Milliseconds, _ program: Program, _ state: inout State, _ log: inout EventLog<Event>
    ) {
        guard state.place.indices.contains(input.wanderer) else { return }
        state.place[input.wanderer] = input.place
        log.append(Event(time: time, wanderer: input.wanderer, place: input.place))
    }
}
