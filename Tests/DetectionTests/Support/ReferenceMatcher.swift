import Kernel

@testable import Detection

/// A value of a record of the tests.
struct ReferenceValue: Equatable {
    var kind: RecordFields.Kind
    var bytes: [UInt8]

    static func text(_ text: String) -> ReferenceValue { ReferenceValue(kind: .text, bytes: Array(text.utf8)) }
    static let null = ReferenceValue(kind: .null, bytes: [])
}

/// Says whether an expression holds of a record, word for word as the definitions put it and however long that
/// takes.
struct ReferenceMatcher {
    let record: [String: [ReferenceValue]]

    func holds(_ expression: SigmaExpression) -> Bool {
        switch expression {
        case .field(let name, let test): passes(test, record[name] ?? [])
        case .keyword(let test): passes(test, record.keys.sorted().flatMap { record[$0] ?? [] })
        case .all(let children): children.allSatisfy(holds)
        case .any(let children): children.contains(where: holds)
        case .not(let inner): !holds(inner)
        }
    }

    private func passes(_ test: SigmaTest, _ values: [ReferenceValue]) -> Bool {
        switch test {
        case .null: values.isEmpty || values.contains { $0.kind == .null }
        case .exists(let wanted): values.isEmpty != wanted
        default: values.contains { $0.kind != .null && passes(test, $0.bytes) }
        }
    }

    private func passes(_ test: SigmaTest, _ value: [UInt8]) -> Bool {
        switch test {
        case .text(let pattern, let cased):
            matches((cased ? value : folded(value))[...], pattern.parts[...], cased: cased)
        case .number(let number): Self.number(value) == number.value || folded(value) == folded(Array(number.text.utf8))
        case .compare(let comparison, let number):
            Self.number(value).map { holds(comparison, $0, number.value) } ?? false
        case .regex(let regex):
            value.withUnsafeBufferPointer { bytes in
                (try? RegularExpression(regex))?.matches(bytes, RegularExpressionScratch()) ?? false
            }
        case .network(let network): value.withUnsafeBufferPointer(NetworkAddress.init).map(network.contains) ?? false
        case .reference(let field, let relation, let cased):
            (record[field] ?? []).contains { other in
                other.kind != .null
                    && holds(relation, cased ? value : folded(value), cased ? other.bytes : folded(other.bytes))
            }
        case .time(let part, let number): ReferenceTime(value).map { $0.number(of: part) == number } ?? false
        case .null, .exists: false
        }
    }

    private func folded(_ bytes: [UInt8]) -> [UInt8] { bytes.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 } }

    private func matches(_ value: ArraySlice<UInt8>, _ parts: ArraySlice<SigmaPattern.Part>, cased: Bool) -> Bool {
        guard let part = parts.first else { return value.isEmpty }
        let rest = parts.dropFirst()
        switch part {
        case .literal(let written):
            let literal = cased ? written : folded(written)
            return value.starts(with: literal) && matches(value.dropFirst(literal.count), rest, cased: cased)
        case .one:
            guard let character = Self.characterLength(value) else { return false }
            return matches(value.dropFirst(character), rest, cased: cased)
        case .many:
            if matches(value, rest, cased: cased) { return true }
            guard let character = Self.characterLength(value) else { return false }
            return matches(value.dropFirst(character), parts, cased: cased)
        }
    }

    private static func characterLength(_ value: ArraySlice<UInt8>) -> Int? {
        guard let first = value.first else { return nil }
        let most = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 1
        var length = 1
        while length < min(most, value.count), (0x80..<0xC0).contains(value[value.startIndex + length]) { length += 1 }
        return length
    }

    private static func number(_ value: [UInt8]) -> Double? {
        guard value.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
            let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite
        else { return nil }
        return number
    }

    private func holds(_ comparison: SigmaComparison, _ left: Double, _ right: Double) -> Bool {
        switch comparison {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }

    private func holds(_ relation: SigmaRelation, _ left: [UInt8], _ right: [UInt8]) -> Bool {
        switch relation {
        case .equal: left == right
        case .startsWith: left.starts(with: right)
        case .endsWith: left.reversed().starts(with: right.reversed())
        case .contains:
            right.isEmpty || left.indices.contains { left[$0...].starts(with: right) }
        }
    }
}

extension RecordFields {
    /// The record of the tests in the engine's form, with its fields in the order of their names.
    init(_ record: [String: [ReferenceValue]], _ catalogue: FieldCatalogue) {
        self.init(catalogue)
        fill(record, catalogue)
    }

    /// Replaces what is there.
    mutating func fill(_ record: [String: [ReferenceValue]], _ catalogue: FieldCatalogue) {
        empty()
        for name in record.keys.sorted() {
            var last: Int?
            guard let slot = catalogue.slot(of: name) ?? (catalogue.wantsEverything ? 0 : nil) else { continue }
            if slot == 0, first[0] >= 0 { last = values.lastIndex { $0.slot == 0 } }
            for value in record[name] ?? [] {
                if let last { values[last].next = Int32(values.count) } else { first[slot] = Int32(values.count) }
                last = values.count
                values.append(
                    Value(
                        slot: Int32(slot), offset: Int32(bytes.count), count: Int32(value.bytes.count), next: -1,
                        kind: value.kind))
                bytes += value.bytes
            }
        }
    }
}
