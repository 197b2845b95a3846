import Kernel
import LogSearch
import NetworkWorld
import Testing

/// Many threads search while another makes the log.
struct ConcurrencyTests {
    @Test func searchesWhileTheLogIsMadeAreThoseOfAWholeLog() async throws {
        let program = try TestLog.office(hours: 1)
        let base = BaseLog(schema: LogSchema(program: program), seeds: Seeds(4))
        var team = TeamLog(base: base)
        team.advance(to: program.duration, events: [])
        let view = team.view
        let query = try LogQuery(parsing: "user.name:* powershell OR process.pid:>9000")
        let totals = await withTaskGroup(of: [Int].self) { group in
            group.addTask {
                for hour in -23...1 { base.build(to: .minutes(Int64(hour) * 60)) }
                return []
            }
            for _ in 0..<6 {
                group.addTask {
                    var totals: [Int] = []
                    while !base.isComplete {
                        totals.append(view.search(SearchRequest(query)).total)
                        await Task.yield()
                    }
                    return totals
                }
            }
            return await group.reduce(into: [[Int]]()) { $0.append($1) }
        }
        let total = view.search(SearchRequest(query)).total
        #expect(total > 0)
        for seen in totals { #expect(seen == seen.sorted() && seen.allSatisfy { $0 <= total }) }
    }
}
