import Kernel

/// A correlation, ready to run: names of fields are slots, references are indices.
struct CorrelationPlan: Sendable {
    var kind: CorrelationKind
    var timespan: Milliseconds
    var bounds: [CorrelationBound]
    var percentile: Int?
    /// Whether its matches are findings.
    var isReported: Bool
    /// By member: the slots of the `group-by` fields.
    var groupSlots: [[Int]]
    /// The slots of the fields whose values are counted or summed up.
    var valueSlots: [Int]

    /// Puts the fields that the correlation needs into the catalogue.
    init(_ correlation: SigmaCorrelation, _ catalogue: inout FieldCatalogue) {
        kind = correlation.kind
        timespan = correlation.timespan
        bounds = correlation.bounds
        percentile = correlation.percentile
        isReported = !correlation.isSilent
        groupSlots = correlation.members.indices.map { member in
            correlation.groupBy.map { catalogue.insert(correlation.field($0, of: member)) }
        }
        valueSlots = correlation.fields.map { catalogue.insert($0) }
    }

    var memberCount: Int { groupSlots.count }

    /// Whether it matters how often each value is there.
    var countsValues: Bool { kind == .valueCount || kind == .valuePercentile && percentile == nil }

    /// Whether a figure, `numerator` / `denominator` in millionths, keeps to all bounds.
    func holds(_ numerator: Int128, over denominator: Int128 = 1) -> Bool {
        bounds.allSatisfy { bound in
            let right = Int128(bound.millionths) * denominator
            return switch bound.comparison {
            case .greater: numerator > right
            case .greaterOrEqual: numerator >= right
            case .less: numerator < right
            case .lessOrEqual: numerator <= right
            case .equal: numerator == right
            case .notEqual: numerator != right
            }
        }
    }
}

extension RecordFields {
    /// The bytes of a field's first value; nil where the field is absent or null.
    func text(_ slot: Int) -> ArraySlice<UInt8>? {
        guard first.indices.contains(slot), first[slot] >= 0 else { return nil }
        let value = values[Int(first[slot])]
        return value.kind == .null ? nil : bytes[Int(value.offset)..<Int(value.offset + value.count)]
    }
}
