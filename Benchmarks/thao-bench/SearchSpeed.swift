import Foundation
import Kernel
import LogSearch
import NetworkWorld
import Scenario
import Telemetry

/// Times the making of a log and searches in it, on one core, with a team's run on top of the shared records.
enum SearchSpeed {
    static let usage = "thao-bench search [SCENARIO] [DAYS]"
    private static let repeats = 9

    private static let queries: [(what: String, text: String, statistics: [String])] = [
        ("everything", "", []),
        ("one kind of event", "event.code:4624", []),
        ("the example", "host.name:tan-phong-pc-0* AND event.code:(4624 OR 1) AND NOT user.name:svc-*", []),
        ("a program", "process.name:powershell.exe", []),
        ("a user on hosts", "user.name:a* AND host.name:*pc*", []),
        ("a network", "source.ip:10.20.0.0/16", []),
        ("numbers", "process.pid:>1000 AND source.port:[50000 TO 60000]", []),
        ("a bare word", "powershell", []),
        ("a bare word that many values could hold", "e0", []),
        ("a bare number", "4624", []),
        ("a bare pattern", "pow*shell*-enc", []),
        ("a phrase in command lines", "process.command_line:\"-ExecutionPolicy Bypass\"", []),
        ("a part of any path", "*\\temp\\*.exe", []),
        ("an id", "process.entity_id:{1f2*", []),
        ("a pattern over all fields", "*:*abc*", []),
        ("a hundred patterns", (0..<100).map { "*:*e\($0)*" }.joined(separator: " OR "), []),
        ("values of three fields", "", ["host.name", "user.name", "event.code"]),
        ("values of a number", "event.code:1", ["process.pid"]),
    ]

    static func run(_ arguments: [String]) throws {
        let days = arguments.dropFirst().first.flatMap { Int($0) } ?? 3
        let scenario = try Loaded(arguments.first ?? "egov").with(days: days)
        let program = try scenario.program(playbook: .standard)
        let seeds = Seeds(1)
        let before = Budgets.threadNanoseconds()
        let schema = LogSchema(program: program)
        let compiled = Budgets.threadNanoseconds()
        let base = BaseLog(schema: schema, seeds: seeds)
        base.build()
        let built = Budgets.threadNanoseconds()
        let count = base.recordCount
        say("\(scenario.name), \(program.hostCount) hosts, \(program.simulation.historyDays) days of history")
        say("| what | measured |")
        say("|---|---|")
        say("| kinds of record compiled | \(milliseconds(compiled - before)) |")
        say("| records | \(count) |")
        say("| made | \(Int(Double(count) / (Double(built - compiled) / 1e9))) records/s |")
        say("| memory | \(base.memoryBytes / max(count, 1)) bytes a record |")
        let team = try team(base, program, seeds)
        say("| the team's own records | \(team.view.additionCount) |")
        say("")
        say("| search | text | found | median ms | longest ms |")
        say("|---|---|---|---|---|")
        for query in queries {
            var request = SearchRequest(try LogQuery(parsing: query.text, fields: schema.catalogue))
            request.buckets = 100
            request.statistics = query.statistics
            var times: [Int64] = []
            var total = 0
            for _ in 0..<repeats {
                let start = Budgets.threadNanoseconds()
                total = team.search(request).total
                times.append(Budgets.threadNanoseconds() - start)
            }
            times.sort()
            let shown = query.text.count > 90 ? "\(query.text.prefix(40))…" : query.text
            let text = query.text.isEmpty ? "(empty)" : "`\(shown)`"
            let (median, longest) = (milliseconds(times[repeats / 2]), milliseconds(times[repeats - 1]))
            say("| \(query.what) | \(text) | \(total) | \(median) | \(longest) |")
        }
    }

    /// A team at the end of its exercise.
    private static func team(_ base: BaseLog, _ program: Program, _ seeds: Seeds) throws -> TeamLog {
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var log = EventLog<Event>(open: true)
        var team = TeamLog(base: base)
        var time: Milliseconds = 0
        let start = Budgets.threadNanoseconds()
        while time < program.duration {
            time += .minutes(1)
            run.advance(to: time, log: &log)
            team.advance(to: time, events: log.drain())
        }
        say("| the team's run and its records | \(milliseconds(Budgets.threadNanoseconds() - start)) |")
        return team
    }

    private static func milliseconds(_ nanoseconds: Int64) -> String {
        "\(Double(nanoseconds / 1_000) / 1000)"
    }
}

extension Loaded {
    /// The same with days of history before it.
    fileprivate func with(days: Int) -> Loaded {
        var scenario = scenario
        scenario.simulation?.historyDays = days
        return Loaded(name: name, scenario: scenario, catalogue: catalogue)
    }
}
