import Kernel
import Telemetry

/// One search while it lasts.
struct SearchRun {
    /// Rows between two looks at the clock.
    private static let stride = 2048

    private let view: LogView
    private let request: SearchRequest
    private let plan: QueryPlan
    private let schema: LogSchema
    private let isOver: () -> Bool
    private let from: Milliseconds
    private let to: Milliseconds
    private let limit: Int
    /// Whether it ends with the last row.
    private let stopsEarly: Bool
    private var histogram: HistogramCounter
    private var values: ValueCounter
    /// Matching records of the page in its order, once ``look()`` is over.
    private(set) var found: [Record] = []
    private var result = SearchResult()

    init(
        _ request: SearchRequest, view: LogView, text: RecordText, most: Int = SearchRequest.mostRows,
        isOver: @escaping () -> Bool
    ) {
        self.request = request
        self.view = view
        self.isOver = isOver
        schema = view.base.schema
        var from = min(max(request.from ?? view.base.start, view.base.start), max(view.now, view.base.start))
        var to = max(from, min(request.to ?? view.now, view.now))
        limit = min(max(request.limit, 0), most)
        let isCounting = request.countsAll || request.buckets > 0 || !request.statistics.isEmpty
        if !isCounting, let after = request.after?.position.time {
            // What earlier pages have shown need not be looked at again.
            if request.order == .newest {
                to = max(from, min(to, after < .max ? after + 1 : after))
            } else {
                from = min(to, max(from, after))
            }
        }
        (self.from, self.to, stopsEarly) = (from, to, !isCounting)
        let budget = KeyMemory.Budget()
        plan = QueryPlan(request.query, schema: schema, text: text, budget: budget)
        histogram = HistogramCounter(from: from, to: to, most: min(request.buckets, SearchRequest.mostBuckets))
        values = ValueCounter(
            fields: Array(request.statistics.prefix(SearchRequest.mostStatistics)), schema: schema, text: text,
            limit: min(max(request.valueLimit, 0), SearchRequest.mostValues), budget: budget)
    }

    /// Looks at everything and makes the answer.
    mutating func run(_ text: RecordText) -> SearchResult {
        result.next = look()
        result.rows = found.map { schema.row(of: $0, text) }
        result.bucketLength = histogram.length
        result.histogram = histogram.buckets
        result.statistics = values.statistics
        return result
    }

    /// Looks at everything, the side first that rows are wanted from, and says where the next page begins.
    mutating func look() -> SearchCursor? {
        let current = view.base.current
        result.isBuilding = current.builtUntil < min(to, view.base.end)
        result.covered = from..<to
        let newest = request.order == .newest
        let segments = current.segments.filter { $0.last >= from && $0.start < to }
        for step in segments.indices {
            let segment = segments[newest ? segments.count - 1 - step : step]
            let isWhole = search(segment)
            let isLast = step == segments.count - 1
            let isFull = stopsEarly && found.count > limit
            if !isWhole || !isLast && (isFull || isOver()) {
                result.isPartial = !isFull
                // What lies on this side of the segment has been looked at, and the segment itself where it is whole.
                let later = min(segment.last + 1, to)
                let earlier = max(segment.start, from)
                result.covered = newest ? (isWhole ? earlier : later)..<to : from..<(isWhole ? later : earlier)
                break
            }
        }
        searchAdditions()
        if found.count > limit {
            found.removeLast(found.count - limit)
            return found.last.map { SearchCursor(RecordPosition(time: $0.time, idHigh: $0.idHigh, idLow: $0.idLow)) }
        }
        if result.covered == from..<to { return nil }
        // What was not looked at any more begins the next page.
        return SearchCursor(
            newest
                ? RecordPosition(time: result.covered.lowerBound, idHigh: 0, idLow: 0)
                : RecordPosition(time: result.covered.upperBound - 1, idHigh: .max, idLow: .max))
    }

    // MARK: Shared records

    /// Looks at a segment; false where the time was over before its end, and then nothing of it counts.
    private mutating func search(_ segment: LogSegment) -> Bool {
        var rows = RowSet(count: segment.count)
        var scanned = 0
        let prevents = view.historyStart <= segment.last
        for group in segment.groups {
            let range = segment.rows(group, from: from, to: to)
            scanned += range.count
            if range.isEmpty { continue }
            // Even deciding a kind of record takes its time where a query has a hundred terms.
            if isOver() { return false }
            let verdict = plan.verdict(ofTemplate: group.template)
            switch verdict {
            case .never: continue
            case .always: rows.insert(range)
            case .depends(let node):
                var next = range.lowerBound
                while next < range.upperBound {
                    if next > range.lowerBound && isOver() { return false }
                    let end = min(next + Self.stride, range.upperBound)
                    var part = RowSet(all: end - next)
                    plan.filter(&part, node, first: next, segment, group.template)
                    rows.insert(part, first: next)
                    next = end
                }
            }
            if prevents { removePrevented(&rows, segment, group, range) }
        }
        result.scanned += scanned
        count(rows, segment)
        collect(rows, segment)
        if !values.isEmpty && !values.count(rows, segment, from: from, to: to, isOver: isOver) {
            // Rows and counts are whole; of the values some are missing.
            result.isPartial = true
        }
        return true
    }

    /// Takes out what the team's run prevented.
    private func removePrevented(
        _ rows: inout RowSet, _ segment: LogSegment, _ group: LogSegment.Group, _ range: Range<Int>
    ) {
        let template = schema.records.templates[Int(group.template)]
        var prevented: [Int] = []
        rows.forEach(in: range) { row in
            let time = segment.time(row)
            if time < view.historyStart { return }
            let record = segment.records[row].record(time: time, template: group.template)
            if !view.history.allows(
                record, usesNetwork: template.usesNetwork, needsEndpoint: template.needsEndpoint)
            {
                prevented.append(row)
            }
        }
        for row in prevented { rows.remove(row) }
    }

    private mutating func count(_ rows: RowSet, _ segment: LogSegment) {
        result.total += rows.count(in: 0..<segment.count)
        if histogram.isEmpty { return }
        let first = max(segment.start, from)
        let last = min(segment.last, to - 1)
        if histogram.isOnePart(first, last) {
            histogram.add(rows.count(in: 0..<segment.count), at: first)
        } else {
            rows.forEach(in: 0..<segment.count) { histogram.add(1, at: segment.time($0)) }
        }
    }

    /// Adds the segment's next rows of the page, and one more to know whether there are others.
    private mutating func collect(_ rows: RowSet, _ segment: LogSegment) {
        var missing = limit + 1 - found.count
        if missing <= 0 { return }
        func add(_ rank: Int) {
            let row = Int(segment.order[rank])
            if !rows.contains(row) { return }
            found.append(segment.records[row].record(time: segment.time(row), template: segment.template(row)))
            missing -= 1
        }
        switch request.order {
        case .newest:
            var rank = request.after.map { segment.rank(notBefore: $0.position) } ?? segment.count
            while rank > 0 && missing > 0 {
                rank -= 1
                add(rank)
            }
        case .oldest:
            var rank = 0
            if let after = request.after?.position {
                rank = segment.rank(notBefore: after)
                if rank < segment.count && segment.position(Int(segment.order[rank])) == after { rank += 1 }
            }
            while rank < segment.count && missing > 0 {
                add(rank)
                rank += 1
            }
        }
    }

    // MARK: The team's own records

    private mutating func searchAdditions() {
        let range = result.covered
        var own: [Record] = []
        for piece in view.additions {
            guard let first = piece.first, let last = piece.last, last.time >= range.lowerBound,
                first.time < range.upperBound
            else { continue }
            for record in piece where range.contains(record.time) {
                result.scanned += 1
                switch plan.verdict(ofTemplate: record.template) {
                case .never: continue
                case .always: break
                case .depends(let node):
                    let passes = withUnsafePointer(to: StoredRecord(record)) {
                        plan.matches(node, RowReference(stored: $0, time: record.time, template: record.template))
                    }
                    if !passes { continue }
                }
                result.total += 1
                if !histogram.isEmpty { histogram.add(1, at: record.time) }
                if !values.isEmpty { values.count(record) }
                if isAfterCursor(record) { own.append(record) }
            }
        }
        found += own
        if request.order == .newest {
            found.sort { $1.precedes($0) }
        } else {
            found.sort { $0.precedes($1) }
        }
    }

    private func isAfterCursor(_ record: Record) -> Bool {
        guard let after = request.after?.position else { return true }
        let position = RecordPosition(time: record.time, idHigh: record.idHigh, idLow: record.idLow)
        return request.order == .newest ? position < after : after < position
    }
}

extension LogView {
    /// Finds records.
    ///
    /// Pure and safe on any thread; what it takes of memory is bounded whatever is asked.
    ///
    /// - Parameters:
    ///   - request: what is asked; numbers beyond their bounds are brought inside.
    ///   - isOver: asked every few thousand records whether the time for the search is over; the answer is then partial and
    ///     says what time it covers.
    /// - Complexity: O(segments · templates + records that the query's terms do not decide by their kind alone).
    public func search(_ request: SearchRequest, isOver: () -> Bool = { false }) -> SearchResult {
        base.schema.records.withText { text in
            withoutActuallyEscaping(isOver) { isOver in
                var run = SearchRun(request, view: self, text: text, isOver: isOver)
                return run.run(text)
            }
        }
    }
}

extension LogSchema {
    /// A record as it is shown.
    func row(of record: Record, _ text: RecordText) -> LogRow {
        let fields = records.templates[Int(record.template)].values.map { value in
            LogRow.Field(
                name: records.fields[Int(value.field)],
                value: String(
                    decoding: text.value(of: records.expressions[Int(value.expression)], record), as: UTF8.self))
        }
        return LogRow(
            time: record.time, id: record.idHigh.hexadecimal + record.idLow.hexadecimal, fields: fields,
            json: Array(text.line(of: record)))
    }
}
