import Kernel
import LogSearch
import NetworkWorld
import Testing

/// Searches held against the plainest way to search the same lines.
struct SearchTests {
    /// All records of some minutes of a log.
    private static func records(_ view: LogView, from: Milliseconds, to: Milliseconds) throws -> [PlainRecord] {
        var request = SearchRequest(LogQuery())
        (request.from, request.to, request.order, request.limit) = (from, to, .oldest, SearchRequest.mostRows)
        request.countsAll = false
        var records: [PlainRecord] = []
        repeat {
            let result = view.search(request)
            for row in result.rows {
                let record = try PlainRecord(row)
                #expect(record.fields.map(\.name) == row.fields.map(\.name), "fields are those of the line")
                #expect(record.fields.map(\.value) == row.fields.map(\.value), "values are those of the line")
                records.append(record)
            }
            request.after = result.next
        } while request.after != nil
        return records
    }

    @Test(arguments: ["office", "egov", "power"])
    func randomQueriesFindWhatAPlainFilterFinds(name: String) throws {
        let program = name == "office" ? try TestLog.office() : try TestLog.shipped(name, hours: 1)
        let team = TestLog.team(program, seeds: Seeds(3))
        let from: Milliseconds = name == "office" ? 0 : 1_200_000
        let to: Milliseconds = name == "office" ? 7_200_000 : 1_500_000
        let records = try Self.records(team.view, from: from, to: to)
        #expect(records.count > 1000)
        let catalogue = team.view.base.schema.catalogue
        let kinds = Dictionary(uniqueKeysWithValues: catalogue.fields.map { ($0.name, $0.kind) })
        let seed: UInt64 = 11
        var queries = PlainQueries(records: records, kinds: kinds, random: TestGenerator(seed: seed))
        var someFound = 0
        for number in 0..<120 {
            let query = queries.query()
            var request = SearchRequest(try LogQuery(parsing: query.text, fields: catalogue))
            (request.from, request.to, request.limit, request.order) = (from, to, 20, .oldest)
            request.buckets = 1 + queries.random.below(60)
            request.statistics = ["host.name", "process.pid", "event.category"]
            let result = team.search(request)
            let expected = records.filter(query.matches)
            let place = "\(name), seed \(seed), query \(number): \(query.text)"
            #expect(result.total == expected.count, "\(place)")
            #expect(result.rows.map(\.id) == expected.prefix(20).map(\.id), "\(place)")
            #expect(!result.isPartial && result.covered == from..<to)
            #expect(result.scanned >= records.count, "what the run prevented is looked at too")
            checkHistogram(result, expected, place)
            for statistics in result.statistics { check(statistics, expected, place) }
            if !expected.isEmpty && expected.count < records.count { someFound += 1 }
        }
        #expect(someFound > 50, "most queries must find some records and not all")
    }

    private func checkHistogram(_ result: SearchResult, _ expected: [PlainRecord], _ place: String) {
        var counts: [Milliseconds: Int] = [:]
        for record in expected { counts[record.time / result.bucketLength, default: 0] += 1 }
        for bucket in result.histogram {
            #expect(bucket.start % result.bucketLength == 0)
            #expect(bucket.count == counts[bucket.start / result.bucketLength] ?? 0, "\(place)")
        }
        #expect(result.histogram.reduce(0) { $0 + $1.count } == expected.count, "\(place)")
        #expect(result.histogram.count <= SearchRequest.mostBuckets)
    }

    private func check(_ statistics: SearchResult.FieldStatistics, _ expected: [PlainRecord], _ place: String) {
        var counts: [String: Int] = [:]
        for field in expected.flatMap(\.fields) where field.name == statistics.field {
            counts[field.value, default: 0] += 1
        }
        let top = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(10)
        #expect(statistics.top.map(\.value) == top.map(\.key), "\(place): \(statistics.field)")
        #expect(statistics.top.map(\.count) == top.map(\.value), "\(place): \(statistics.field)")
        #expect(statistics.distinctCount == counts.count, "\(place): \(statistics.field)")
        #expect(statistics.valueCount == counts.values.reduce(0, +), "\(place): \(statistics.field)")
    }

    @Test func aSearchWhoseTimeIsOverSaysWhatItCovers() throws {
        let program = try TestLog.shipped("egov", hours: 1)
        let base = BaseLog(schema: LogSchema(program: program), seeds: Seeds(1))
        // Segments end where the making is interrupted.
        for minute in 1...6 { base.build(to: .minutes(Int64(minute * 10))) }
        var team = TeamLog(base: base)
        team.advance(to: program.duration, events: [])
        var request = SearchRequest(try LogQuery(parsing: "*:*e*"))
        request.buckets = 10
        let all = team.search(request)
        for order in [SearchRequest.Order.newest, .oldest] {
            request.order = order
            var last = -1
            for patience in [0, 3, 40, 400, 100_000] {
                var asked = 0
                let result = team.search(request) {
                    asked += 1
                    return asked > patience
                }
                #expect(result.total >= last && result.total <= all.total)
                last = result.total
                #expect(result.isPartial == (result.covered != 0..<program.duration))
                #expect(result.rows.allSatisfy { result.covered.contains($0.time) })
                #expect(result.histogram.reduce(0) { $0 + $1.count } == result.total)
            }
            #expect(last == all.total)
        }
    }

    /// Whoever only wants rows goes on where a search ended whose time was over, and gets every row once.
    @Test func aSearchWhoseTimeIsOverCanGoOn() throws {
        let program = try TestLog.shipped("egov", hours: 1)
        let base = BaseLog(schema: LogSchema(program: program), seeds: Seeds(1))
        for minute in 1...12 { base.build(to: .minutes(Int64(minute * 5))) }
        var team = TeamLog(base: base)
        team.advance(to: program.duration, events: [])
        for order in [SearchRequest.Order.newest, .oldest] {
            var request = SearchRequest(try LogQuery(parsing: "user.name:*a* process.pid:>16000"))
            (request.order, request.limit) = (order, 400)
            let total = team.search(request).total
            request.countsAll = false
            var ids: [String] = []
            var interruptions = 0
            var pages = 0
            repeat {
                var asked = 0
                let result = team.search(request) {
                    asked += 1
                    return asked > 1500
                }
                if result.isPartial { interruptions += 1 }
                pages += 1
                ids += result.rows.map(\.id)
                request.after = result.next
            } while request.after != nil && pages < 500
            #expect(ids.count == total && Set(ids).count == total)
            #expect(interruptions > 0)
        }
    }

    @Test func numbersBeyondTheirBoundsAreBroughtInside() throws {
        let team = TestLog.team(try TestLog.office(hours: 1), seeds: Seeds(1))
        var request = SearchRequest(LogQuery())
        (request.limit, request.buckets, request.valueLimit) = (.max, .max, .max)
        request.statistics = Array(repeating: "host.name", count: 50) + ["nothing"]
        (request.from, request.to) = (.min, .max)
        let result = team.search(request)
        #expect(result.rows.count == SearchRequest.mostRows)
        #expect(result.histogram.count <= SearchRequest.mostBuckets)
        #expect(result.statistics.count == SearchRequest.mostStatistics)
        (request.limit, request.buckets, request.valueLimit) = (.min, .min, .min)
        (request.from, request.to) = (.max, .min)
        let nothing = team.search(request)
        #expect(nothing.rows.isEmpty && nothing.total == 0 && nothing.histogram.isEmpty)
        #expect(nothing.next == nil)
    }

    @Test func fieldsAreThoseOfTheRecordsSoFar() throws {
        let team = TestLog.team(try TestLog.office(hours: 1), seeds: Seeds(1))
        let fields = team.view.fields
        #expect(fields.map(\.name) == fields.map(\.name).sorted())
        let timestamp = try #require(fields.first { $0.name == "@timestamp" })
        #expect(timestamp.thousandths == 1000 && timestamp.kind == .exact)
        // Scripts are longer than a phrase may be.
        for field in fields where field.example.utf8.count <= 200 {
            let text = "\(PlainQueries.escaped(field.name)):\(PlainQueries.quoted(field.example))"
            let query = try LogQuery(parsing: text, fields: team.view.base.schema.catalogue)
            #expect(team.search(SearchRequest(query)).total > 0, "\(field.name): \(field.example)")
        }
    }
}
