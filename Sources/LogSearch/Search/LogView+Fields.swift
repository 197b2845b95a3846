import Kernel
import Telemetry

/// A field as it occurs in a log: for completing what somebody types and for choosing columns.
public struct FieldDescription: Sendable, Equatable {
    /// Its name, with dots.
    public var name: String
    /// How its values are looked for.
    public var kind: FieldKind
    /// Records that have it.
    public var recordCount: Int
    /// The share of all records, in thousandths.
    public var thousandths: Int
    /// A value of it, of the kind of record that has it most often.
    public var example: String
}

extension LogView {
    /// The fields that shared records before the present have, by name. What the team's own records add is not counted;
    /// every field of theirs can be searched by its name nevertheless.
    ///
    /// - Complexity: O(segments · templates · fields of each): some milliseconds.
    public var fields: [FieldDescription] {
        let schema = base.schema
        var counts = [Int](repeating: 0, count: schema.records.templates.count)
        var samples = [Record?](repeating: nil, count: counts.count)
        for segment in base.current.segments where segment.start < now {
            for group in segment.groups {
                let rows = segment.rows(group, from: base.start, to: now)
                counts[Int(group.template)] += rows.count
                guard samples[Int(group.template)] == nil, let row = rows.first else { continue }
                samples[Int(group.template)] = segment.records[row].record(
                    time: segment.time(row), template: group.template)
            }
        }
        return describe(counts, samples)
    }

    private func describe(_ counts: [Int], _ samples: [Record?]) -> [FieldDescription] {
        let schema = base.schema
        let total = counts.reduce(0, +)
        var records = [Int](repeating: 0, count: schema.catalogue.fields.count)
        var best = [(count: Int, template: Int, expression: Int32)?](repeating: nil, count: records.count)
        for (template, count) in counts.enumerated() where count > 0 {
            var last = -1
            for value in schema.records.templates[template].values {
                let position = schema.positions[Int(value.field)]
                // The values of a list follow each other and are one record.
                if position == last { continue }
                last = position
                records[position] += count
                if best[position].map({ count > $0.count }) ?? true {
                    best[position] = (count, template, value.expression)
                }
            }
        }
        return schema.records.withText { text in
            schema.catalogue.fields.enumerated().compactMap { position, field in
                guard let best = best[position], let sample = samples[best.template] else { return nil }
                let value = text.value(of: schema.records.expressions[Int(best.expression)], sample)
                return FieldDescription(
                    name: field.name, kind: field.kind, recordCount: records[position],
                    thousandths: records[position] * 1000 / max(total, 1),
                    example: String(decoding: value, as: UTF8.self))
            }
        }
    }
}
