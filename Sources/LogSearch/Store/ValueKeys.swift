import NetworkWorld
import Telemetry

/// Packs all that a value depends on into one number, so that it is made and tested once however many records have it.
struct ValueKeys: Sendable {
    private let places: Int32
    private let outside: UInt32
    private let placeBits: UInt64
    private let accountBits: UInt64
    private let siteBits: UInt64

    init(_ schema: RecordSchema) {
        // Some records name an account where others name a target.
        places = Int32(max(schema.program.hostCount, schema.program.accountCount))
        outside = max(schema.outsideCount, 1)
        placeBits = Self.bits(Int(places) + 1 + Int(outside))
        accountBits = Self.bits(schema.program.accountCount + 8)
        siteBits = Self.bits(schema.siteCount)
    }

    private static func bits(_ count: Int) -> UInt64 { UInt64(Int.bitWidth - max(count, 1).leadingZeroBitCount) }

    /// Bits that a value's key takes; nil where it differs from record to record, or the key would be too long.
    func width(of expression: FieldExpression) -> Int? {
        let inputs = expression.inputs
        if inputs.contains(.record) { return nil }
        var bits: UInt64 = 0
        for input: FieldExpression.Inputs in [.host, .source, .target] where inputs.contains(input) { bits += placeBits }
        if inputs.contains(.account) { bits += accountBits }
        if inputs.contains(.site) { bits += siteBits }
        if inputs.contains(.sensor) { bits += 8 }
        if inputs.contains(.port) { bits += 16 }
        for choice in expression.choices { bits += Self.bits(Int(choice.count)) }
        return bits <= 64 ? Int(bits) : nil
    }

    /// The key of a record's value.
    @inline(__always)
    func key(of expression: FieldExpression, _ record: Record) -> UInt64 {
        let inputs = expression.inputs
        var key: UInt64 = 0
        if inputs.contains(.host) { key = place(record.host) }
        if inputs.contains(.source) { key = key << placeBits | place(record.source) }
        if inputs.contains(.target) { key = key << placeBits | place(record.target) }
        if inputs.contains(.account) { key = key << accountBits | UInt64(UInt32(bitPattern: record.account &+ 8)) }
        if inputs.contains(.site) { key = key << siteBits | UInt64(record.site) }
        if inputs.contains(.sensor) { key = key << 8 | UInt64(record.sensor) }
        if inputs.contains(.port) { key = key << 16 | UInt64(record.port) }
        if inputs.contains(.choice) {
            for choice in expression.choices {
                key = key << Self.bits(Int(choice.count)) | UInt64(RecordText.choice(choice, record))
            }
        }
        return key
    }

    @inline(__always)
    private func place(_ place: Int32) -> UInt64 {
        if place >= 0 { return UInt64(place) }
        if place == -1 { return UInt64(places) }
        return UInt64(places) + 1 + UInt64(UInt32(bitPattern: -2 &- place) % outside)
    }
}
