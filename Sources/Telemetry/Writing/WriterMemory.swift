/// What the writer writes into: a chunk of lines for every output, and device and user objects made on first use.
///
/// Objects are kept in a bounded number of slots, a member's index modulo their number: a second member of a slot pushes
/// the first out, which costs time and changes nothing.
///
/// `@unchecked Sendable`: a stream uses it only where it holds the one reference to it, and takes a new one otherwise.
final class WriterMemory: @unchecked Sendable {
    /// Where the parts of an object lie in its slot.
    struct Slot {
        var member: Int32 = -1
        /// End of the name.
        var nameEnd: UInt16 = 0
        /// End of the members of an endpoint: name and address.
        var endpointEnd: UInt16 = 0
        /// End of the object.
        var end: UInt16 = 0
    }

    /// Objects of one kind.
    struct Cache {
        /// Bytes of a slot: longer than any object, as names have at most 35 bytes.
        static let stride = 512
        /// Most slots: 8 MiB of objects.
        static let most = 16_384

        let slots: UnsafeMutablePointer<Slot>
        let bytes: UnsafeMutablePointer<UInt8>
        let mask: Int32

        init(members: Int) {
            var count = 16
            while count < members && count < Self.most { count *= 2 }
            slots = .allocate(capacity: count)
            slots.initialize(repeating: Slot(), count: count)
            bytes = .allocate(capacity: count * Self.stride)
            mask = Int32(count - 1)
        }

        func free() {
            slots.deallocate()
            bytes.deallocate()
        }
    }

    /// Lines of one output that have not gone to the buffer yet.
    struct Chunk {
        let start: UnsafeMutablePointer<UInt8>
        /// Where the next line begins.
        var cursor: UnsafeMutablePointer<UInt8>
        /// Lines since the last time that they went to the buffer.
        var lines = 0
    }

    /// Bytes that are collected before they go to the buffer.
    static let chunk = 1 << 16
    let chunks: UnsafeMutablePointer<Chunk>
    let chunkCount: Int
    let hosts: Cache
    let accounts: Cache

    init(hosts: Int, accounts: Int, outputs: Int, longestLine: Int) {
        chunkCount = outputs
        chunks = .allocate(capacity: max(outputs, 1))
        for index in 0..<outputs {
            let start = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.chunk + longestLine)
            (chunks + index).initialize(to: Chunk(start: start, cursor: start))
        }
        self.hosts = Cache(members: hosts)
        self.accounts = Cache(members: accounts)
    }

    deinit {
        for index in 0..<chunkCount { chunks[index].start.deallocate() }
        chunks.deallocate()
        hosts.free()
        accounts.free()
    }
}
