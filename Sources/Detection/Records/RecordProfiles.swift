/// What records turned out to be: for each kind that came, its source and the mapping of its fields.
struct RecordProfiles: Sendable {
    /// One kind of record.
    struct Profile {
        var binding: Int32
        var source: Int32
        /// Whether keywords are asked of it.
        var wantsEverything: Bool
    }

    private(set) var sources: [RecordSource] = []
    private(set) var profiles: [Profile] = []
    private var wantsEverything: [Bool] = []
    private var places: [(key: UInt64, profile: Int32)] = Array(repeating: (0, -1), count: 256)
    private let wantsKeywords: @Sendable (RecordSource) -> Bool

    /// No profiles. `wantsKeywords` says whether keywords are asked of a source.
    init(wantsKeywords: @escaping @Sendable (RecordSource) -> Bool) { self.wantsKeywords = wantsKeywords }

    /// The profile of a key; −1: none yet. O(1).
    func find(_ key: UInt64) -> Int32 {
        var index = Self.start(key) & (places.count - 1)
        while places[index].profile >= 0 {
            if places[index].key == key { return places[index].profile }
            index = (index + 1) & (places.count - 1)
        }
        return -1
    }

    /// A new profile. Keys are few: they are made of what tables name, never of a record's own words.
    mutating func add(_ key: UInt64, binding: Int, source: RecordSource) -> Int32 {
        if profiles.count * 2 >= places.count { grow() }
        let index = intern(source)
        profiles.append(
            Profile(binding: Int32(binding), source: index, wantsEverything: wantsEverything[Int(index)]))
        let profile = Int32(profiles.count - 1)
        place(key, profile)
        return profile
    }

    /// The number of a source, new where it has none yet. O(sources).
    private mutating func intern(_ source: RecordSource) -> Int32 {
        if let index = sources.firstIndex(of: source) { return Int32(index) }
        sources.append(source)
        wantsEverything.append(wantsKeywords(source))
        return Int32(sources.count - 1)
    }

    private mutating func grow() {
        let old = places
        places = Array(repeating: (0, -1), count: old.count * 2)
        for (key, profile) in old where profile >= 0 { place(key, profile) }
    }

    private mutating func place(_ key: UInt64, _ profile: Int32) {
        var index = Self.start(key) & (places.count - 1)
        while places[index].profile >= 0 { index = (index + 1) & (places.count - 1) }
        places[index] = (key, profile)
    }

    private static func start(_ key: UInt64) -> Int {
        let product = key &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: product >> 33)
    }
}
