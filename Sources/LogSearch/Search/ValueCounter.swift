import Kernel
import Telemetry

/// Counts the values of fields among matching records.
struct ValueCounter {
    /// Different values of a field that are told apart.
    static let capacity = 50_000
    /// Rows between two looks at the clock.
    private static let stride = 2048

    /// What is counted of one field.
    private struct Field {
        let name: String
        let budget: KeyMemory.Budget
        /// Positions of the field among those of the records; several where names differ by case alone.
        let positions: [Bool]
        var values: [String] = []
        var counts: [Int] = []
        var numbers: [String: Int32] = [:]
        var total = 0
        var isCapped = false
        /// Of every expression that is keyed, which value each key stands for.
        var memories: [Int32: KeyMemory] = [:]

        /// The number of a value; nil where there are too many.
        mutating func number(of value: UnsafeMutableBufferPointer<UInt8>) -> Int32? {
            let text = String(decoding: value, as: UTF8.self)
            if let known = numbers[text] { return known }
            if values.count >= ValueCounter.capacity {
                isCapped = true
                return nil
            }
            let number = Int32(values.count)
            numbers[text] = number
            values.append(text)
            counts.append(0)
            return number
        }

        /// What is remembered of an expression's values; it is put back after use, so that it is never copied.
        private mutating func takeMemory(of expression: Int32, _ recipe: KeyRecipe?) -> KeyMemory {
            memories.removeValue(forKey: expression) ?? KeyMemory(width: recipe?.width ?? 64, budget: budget)
        }

        /// Counts a record's value.
        mutating func add(
            _ count: Int, _ expression: Int32, _ record: Record, _ schema: LogSchema, _ text: RecordText
        ) {
            let value = schema.records.expressions[Int(expression)]
            let recipe = schema.recipes[Int(expression)]
            var memory = takeMemory(of: expression, recipe)
            withUnsafePointer(to: StoredRecord(record)) { stored in
                let row = RowReference(stored: stored, time: record.time, template: record.template)
                add(count, value, row, recipe, text, &memory)
            }
            memories[expression] = memory
        }

        /// Counts the values of the rows of a set in a range; false where the time was over before the end.
        mutating func count(
            _ expression: Int32, _ rows: RowSet, _ segment: LogSegment, _ template: UInt16, _ range: Range<Int>,
            _ schema: LogSchema, _ text: RecordText, _ isOver: () -> Bool
        ) -> Bool {
            let value = schema.records.expressions[Int(expression)]
            let recipe = schema.recipes[Int(expression)]
            var memory = takeMemory(of: expression, recipe)
            var next = range.lowerBound
            while next < range.upperBound && !isOver() {
                let end = min(next + ValueCounter.stride, range.upperBound)
                rows.forEach(in: next..<end) { row in
                    let row = RowReference(
                        stored: segment.records + row, time: segment.time(row), template: template)
                    add(1, value, row, recipe, text, &memory)
                }
                next = end
            }
            memories[expression] = memory
            return next >= range.upperBound
        }

        @inline(__always)
        private mutating func add(
            _ count: Int, _ value: FieldExpression, _ row: RowReference, _ recipe: KeyRecipe?, _ text: RecordText,
            _ memory: inout KeyMemory
        ) {
            total += count
            let key = recipe?.key(row.stored) ?? 0
            if recipe != nil, let known = memory.value(of: key) {
                counts[Int(known)] += count
                return
            }
            guard let number = number(of: text.value(of: value, row.record)) else { return }
            if recipe != nil { memory.insert(key, number) }
            counts[Int(number)] += count
        }
    }

    private let schema: LogSchema
    private let text: RecordText
    private let limit: Int
    private var fields: [Field] = []

    init(fields names: [String], schema: LogSchema, text: RecordText, limit: Int, budget: KeyMemory.Budget) {
        self.schema = schema
        self.text = text
        self.limit = limit
        for name in names where !name.contains("*") {
            let wanted = Set(schema.catalogue.positions(of: name))
            guard let first = wanted.min() else { continue }
            fields.append(
                Field(
                    name: schema.catalogue.fields[first].name, budget: budget,
                    positions: schema.positions.map { wanted.contains($0) }))
        }
    }

    /// Whether nothing is counted.
    var isEmpty: Bool { fields.isEmpty }

    /// Counts the rows of a set; false where the time was over before the end, when some of them are counted.
    mutating func count(
        _ rows: RowSet, _ segment: LogSegment, from: Milliseconds, to: Milliseconds, isOver: () -> Bool
    ) -> Bool {
        for group in segment.groups {
            let range = segment.rows(group, from: from, to: to)
            let number = rows.count(in: range)
            if number == 0 { continue }
            for field in fields.indices {
                for value in schema.records.templates[Int(group.template)].values
                where fields[field].positions[Int(value.field)] {
                    if schema.records.expressions[Int(value.expression)].constant != nil {
                        let row = segment.records[range.lowerBound]
                        let record = row.record(time: segment.time(range.lowerBound), template: group.template)
                        add(number, field, value.expression, record)
                        continue
                    }
                    guard
                        fields[field].count(
                            value.expression, rows, segment, group.template, range, schema, text, isOver)
                    else { return false }
                }
            }
        }
        return true
    }

    /// Counts one record.
    mutating func count(_ record: Record) {
        for field in fields.indices {
            for value in schema.records.templates[Int(record.template)].values
            where fields[field].positions[Int(value.field)] {
                add(1, field, value.expression, record)
            }
        }
    }

    private mutating func add(_ count: Int, _ field: Int, _ expression: Int32, _ record: Record) {
        fields[field].add(count, expression, record, schema, text)
    }

    /// What was counted.
    var statistics: [SearchResult.FieldStatistics] {
        fields.map { field in
            let order = field.values.indices.sorted {
                (-field.counts[$0], field.values[$0]) < (-field.counts[$1], field.values[$1])
            }
            return SearchResult.FieldStatistics(
                field: field.name, valueCount: field.total, distinctCount: field.values.count,
                isCapped: field.isCapped,
                top: order.prefix(limit).map {
                    SearchResult.ValueCount(value: field.values[$0], count: field.counts[$0])
                })
        }
    }
}
