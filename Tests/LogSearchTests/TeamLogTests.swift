import Kernel
import LogSearch
import NetworkWorld
import Telemetry
import Testing

/// A team's log is what its stream of records would be: shared records, less what its run prevented, and its run's own.
struct TeamLogTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func theSmallOfficesLogIsItsStream(seed: UInt64) throws {
        try compare(TestLog.office(), Seeds(seed))
    }

    @Test(arguments: ["egov", "power"])
    func aShippedScenariosLogIsItsStream(name: String) throws {
        try compare(TestLog.shipped(name, hours: 2), Seeds(5))
    }

    private func compare(_ program: Program, _ seeds: Seeds) throws {
        let team = TestLog.team(program, seeds: seeds)
        var output = RecordBuffer()
        var request = SearchRequest(LogQuery())
        request.limit = LogView.mostExported
        repeat { request.after = team.view.export(request, format: .ecs, to: &output) } while request.after != nil
        let expected = TestLog.lines(program, seeds: seeds)
        #expect(output.recordCount == expected.recordCount)
        #expect(output.bytes == expected.bytes)
        #expect(team.view.additionCount > 0)
        // The run must have prevented something, or nothing was tested.
        #expect(team.view.base.recordCount + team.view.additionCount > expected.recordCount)
    }

    @Test func everyFormatHasTheSameRecords() throws {
        let program = try TestLog.office(hours: 2)
        let team = TestLog.team(program, seeds: Seeds(2))
        for format in TelemetryFormat.allCases where format != .zeekTSV {
            var output = RecordBuffer()
            var request = SearchRequest(LogQuery())
            request.limit = LogView.mostExported
            repeat { request.after = team.view.export(request, format: format, to: &output) } while request.after != nil
            #expect(output.bytes == TestLog.lines(program, seeds: Seeds(2), format: format).bytes, "\(format)")
        }
    }

    @Test func pagesOfBothOrdersGiveEveryRecordOnce() throws {
        let team = TestLog.team(try TestLog.office(hours: 1), seeds: Seeds(1))
        for order in [SearchRequest.Order.oldest, .newest] {
            var request = SearchRequest(try LogQuery(parsing: "event.category:(process OR iam)"))
            request.order = order
            request.limit = 333
            var ids: [String] = []
            var times: [Milliseconds] = []
            var total = 0
            repeat {
                let result = team.search(request)
                if request.after == nil { total = result.total }
                #expect(result.total == total, "the total is that of all pages")
                ids += result.rows.map(\.id)
                times += result.rows.map(\.time)
                request.after = result.next.flatMap { SearchCursor(text: $0.text) }
            } while request.after != nil
            #expect(ids.count == total && total > 1000)
            #expect(Set(ids).count == total)
            #expect(times == times.sorted { order == .oldest ? $0 < $1 : $0 > $1 })
        }
    }

    @Test func nothingOfTheFutureIsFound() throws {
        let program = try TestLog.office(hours: 1)
        let base = BaseLog(schema: LogSchema(program: program), seeds: Seeds(1))
        base.build()
        var team = TeamLog(base: base)
        var request = SearchRequest(LogQuery())
        request.to = .max
        request.limit = 1
        let before = team.search(request)
        #expect(before.total > 0)
        #expect(before.covered.upperBound == 0)
        #expect(before.rows.allSatisfy { $0.time < 0 })
        team.advance(to: 600_000, events: [])
        let after = team.search(request)
        #expect(after.total > before.total)
        #expect(after.rows.allSatisfy { $0.time < 600_000 })
        team.advance(to: 300_000, events: [])
        #expect(team.now == 600_000)
    }

    @Test func aLogCanBeSearchedWhileItIsMade() throws {
        let program = try TestLog.office(hours: 1)
        let base = BaseLog(schema: LogSchema(program: program), seeds: Seeds(1))
        var team = TeamLog(base: base)
        team.advance(to: 1_800_000, events: [])
        #expect(team.search(SearchRequest(LogQuery())).isBuilding)
        base.build(to: -43_200_000)
        #expect(base.progress.builtUntil == -43_200_000)
        let some = team.search(SearchRequest(LogQuery()))
        #expect(some.isBuilding && some.total > 0 && some.rows.allSatisfy { $0.time < -43_200_000 })
        base.build()
        #expect(base.isComplete && base.progress.thousandths == 1000)
        let all = team.search(SearchRequest(LogQuery()))
        #expect(!all.isBuilding && all.total > some.total)
        let whole = TestLog.team(program, seeds: Seeds(1))
        #expect(whole.view.base.recordCount == base.recordCount, "pieces are no other log")
    }
}
