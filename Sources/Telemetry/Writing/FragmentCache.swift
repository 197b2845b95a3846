import Kernel

/// Device and user objects as bytes, made on first use and kept in a bounded number of slots.
///
/// A slot is a member's index modulo the number of slots: a second member of the same slot pushes the first out, which
/// costs time and changes nothing.
struct FragmentCache: Sendable {
    /// Bytes of a slot: longer than any object, as names have at most 35 bytes.
    static let stride = 512
    /// Most slots: 8 MiB of objects.
    static let most = 16_384

    /// Where the parts of an object lie in its slot.
    struct Slot: Sendable {
        var member: Int32 = -1
        /// End of the name, which begins after the opening.
        var nameEnd: UInt16 = 0
        /// End of the members of an endpoint: name and address.
        var endpointEnd: UInt16 = 0
        /// End of the object.
        var end: UInt16 = 0
    }

    private(set) var slots: [Slot]
    private(set) var bytes: [UInt8]
    let mask: Int32

    init(members: Int) {
        var count = 16
        while count < members && count < Self.most { count *= 2 }
        slots = [Slot](repeating: Slot(), count: count)
        bytes = [UInt8](repeating: 0, count: count * Self.stride)
        mask = Int32(count - 1)
    }

    /// Lends the memory of the cache to a writer.
    mutating func withPointers<Result>(
        _ body: (UnsafeMutablePointer<Slot>, UnsafeMutablePointer<UInt8>) -> Result
    ) -> Result {
        slots.withUnsafeMutableBufferPointer { slots in
            bytes.withUnsafeMutableBufferPointer { bytes in
                // Never empty: both have sixteen slots at least.
                guard let slotBase = slots.baseAddress, let byteBase = bytes.baseAddress else {
                    preconditionFailure("a cache without slots")
                }
                return body(slotBase, byteBase)
            }
        }
    }
}
