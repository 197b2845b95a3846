/// One entry of a journal: what entered a run, and when.
public struct JournalEntry<Input: JournalInput>: Sendable, Equatable {
    /// An input, or a change of the future seed.
    public enum Content: Sendable, Equatable {
        case input(Input)
        case future(UInt64)
    }

    /// Exercise time in milliseconds.
    public var time: Milliseconds
    /// What entered.
    public var content: Content

    /// An entry.
    public init(time: Milliseconds, content: Content) {
        self.time = time
        self.content = content
    }
}

/// A text that a run was made from, kept whole in its journal.
public struct EmbeddedText: Sendable, Equatable {
    /// Its name, for messages.
    public var name: String
    /// The text.
    public var text: String
    /// A text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// Everything that rebuilds a run byte for byte: contents, options, seeds, inputs.
public struct Journal<W: World>: Sendable, Equatable {
    /// Scenario and catalogue, whole.
    public var contents: [EmbeddedText]
    /// What was chosen for this run (adversary, measures …): names and their values, in order.
    public var options: [JSONValue.Member]
    /// Seeds at the start.
    public var seeds: Seeds
    /// What entered, by time.
    public var entries: [JournalEntry<W.Input>]
    /// Up to when the run was carried.
    public var end: Milliseconds
    /// The digest of the state at ``end``.
    public var stateHash: UInt64

    /// A journal.
    public init(
        contents: [EmbeddedText], options: [JSONValue.Member], seeds: Seeds, entries: [JournalEntry<W.Input>],
        end: Milliseconds, stateHash: UInt64
    ) {
        self.contents = contents
        self.options = options
        self.seeds = seeds
        self.entries = entries
        self.end = end
        self.stateHash = stateHash
    }

    /// The digest of the contents, which names the scenario and cards that the run was made from.
    public var contentHash: UInt64 {
        var hasher = StableHasher()
        for content in contents {
            hasher.combine(content.name)
            hasher.combine(content.text)
        }
        return hasher.digest
    }
}
