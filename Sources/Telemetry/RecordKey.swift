import Kernel

/// Purposes of the draws that telemetry makes. The numbers enter keys: never reuse one. A world's own are below 200.
extension Purpose {
    static let chatterCount = Purpose(rawValue: 200)
    static let chatterRecord = Purpose(rawValue: 201)
    static let chatterPace = Purpose(rawValue: 202)
    static let personality = Purpose(rawValue: 203)
    static let workday = Purpose(rawValue: 204)
    static let routine = Purpose(rawValue: 205)
    static let drill = Purpose(rawValue: 206)
    static let traceRecord = Purpose(rawValue: 210)
    static let traceTarget = Purpose(rawValue: 211)
    static let outsideAddress = Purpose(rawValue: 212)
    static let traceVariant = Purpose(rawValue: 213)
}

/// Makes the ids of records: Philox under a key of both seeds, so that id and order tell nothing of where a record is from.
struct RecordKey: Sendable {
    private let key: SIMD2<UInt32>

    init(seeds: Seeds) {
        let both = StableHash.combine(StableHash.combine(0x7468_616F_2D69_6473, seeds.world), seeds.future)
        key = SIMD2(UInt32(truncatingIfNeeded: both), UInt32(truncatingIfNeeded: both >> 32))
    }

    /// The id of the record that `sensor` writes as number `ordinal` about `source`: an event, or a host and a minute.
    @inline(__always)
    func id(source: UInt64, sensor: UInt64, ordinal: UInt32) -> (high: UInt64, low: UInt64) {
        let second = sensor ^ UInt64(ordinal &+ 1) &* 0xD6E8_FEB8_6659_FD93
        let words = Philox.block(
            counter: Philox.Block(
                UInt32(truncatingIfNeeded: source), UInt32(truncatingIfNeeded: source >> 32),
                UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32)), key: key)
        return (
            UInt64(words[0]) << 32 | UInt64(words[1]),
            UInt64(words[2]) << 32 | UInt64(words[3])
        )
    }
}
