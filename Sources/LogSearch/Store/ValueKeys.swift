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

    /// How the key of an expression's values is made; nil where it differs from record to record, or would be too long.
    func recipe(of expression: FieldExpression) -> KeyRecipe? {
        let inputs = expression.inputs
        if inputs.contains(.record) { return nil }
        var parts: [KeyRecipe.Part] = []
        let places: [(FieldExpression.Inputs, KeyRecipe.Source)] = [
            (.host, .host), (.source, .source), (.target, .target),
        ]
        for (input, source) in places where inputs.contains(input) {
            parts.append(KeyRecipe.Part(source: source, bits: placeBits))
        }
        if inputs.contains(.account) { parts.append(KeyRecipe.Part(source: .account, bits: accountBits)) }
        if inputs.contains(.site) { parts.append(KeyRecipe.Part(source: .site, bits: siteBits)) }
        if inputs.contains(.sensor) { parts.append(KeyRecipe.Part(source: .sensor, bits: 8)) }
        if inputs.contains(.port) { parts.append(KeyRecipe.Part(source: .port, bits: 16)) }
        for choice in expression.choices {
            parts.append(KeyRecipe.Part(source: .choice(choice), bits: Self.bits(Int(choice.count))))
        }
        let width = parts.reduce(0) { $0 + Int($1.bits) }
        return width <= 64 ? KeyRecipe(parts: parts, width: width, places: self.places, outside: outside) : nil
    }
}

/// How the key of a value is made.
struct KeyRecipe: Sendable {
    /// What a part is taken from.
    enum Source: Sendable {
        case host, source, target, account, site, sensor, port
        case choice(FieldExpression.Choice)
    }

    /// A part of the key.
    struct Part: Sendable {
        var source: Source
        var bits: UInt64
    }

    let parts: [Part]
    /// Bits of the whole key.
    let width: Int
    fileprivate let places: Int32
    fileprivate let outside: UInt32

    /// The key of a record's value.
    @inline(__always)
    func key(_ record: UnsafePointer<StoredRecord>) -> UInt64 {
        var key: UInt64 = 0
        for part in parts {
            let value: UInt64
            switch part.source {
            case .host: value = place(record.pointee.host)
            case .source: value = place(record.pointee.source)
            case .target: value = place(record.pointee.target)
            case .account: value = UInt64(UInt32(bitPattern: record.pointee.account &+ 8))
            case .site: value = UInt64(record.pointee.site)
            case .sensor: value = UInt64(record.pointee.sensor)
            case .port: value = UInt64(record.pointee.port)
            case .choice(let choice): value = UInt64(RecordText.choice(choice, salt: record.pointee.salt))
            }
            key = key << part.bits | value
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
