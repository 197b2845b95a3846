import Foundation
import Kernel
import NetworkWorld
import Scenario
import Telemetry

/// Times what the design gives budgets for: the median of many repeats on one core, set-up outside.
enum Budgets {
    static func run() throws {
        let egov = try Loaded("egov")
        let program = try egov.program()
        say("| what | measured | budget |")
        say("|---|---|---|")
        let plain = runTime(program)
        row("run of \(program.hostCount) hosts, 8 h, no sink (median of 400 seeds)", milliseconds(plain), "≤ 2 ms")
        row("fork of that run, first write to every array (median)", microseconds(forkTime(program)), "≤ 20 µs")
        for format in TelemetryFormat.allCases { telemetry(program, format) }
        try million(egov, plain: plain)
    }

    private static func row(_ what: String, _ measured: String, _ budget: String) {
        say("| \(what) | \(measured) | \(budget) |")
    }

    /// The middle of the times that `body` took, in nanoseconds of this thread's processor time.
    private static func median(_ repeats: Int, _ body: (Int) -> Void) -> Int64 {
        var times: [Int64] = []
        for turn in 0..<repeats {
            let start = threadNanoseconds()
            body(turn)
            times.append(threadNanoseconds() - start)
        }
        return times.sorted()[repeats / 2]
    }

    static func threadNanoseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private static func runTime(_ program: Program) -> Int64 {
        var sum: UInt64 = 0
        let time = median(400) { seed in
            var run = Run<NetworkWorld>(program, seeds: Seeds(UInt64(seed + 1)))
            run.advance(to: program.duration)
            sum &+= run.stateHash
        }
        precondition(sum != 0)
        return time
    }

    /// A fork in the middle of a run that then goes on until every array of the state has been written: the copies are
    /// forced one by one, so that no step hides among them.
    private static func forkTime(_ program: Program) -> Int64 {
        var run = Run<NetworkWorld>(program, seeds: Seeds(1))
        run.advance(to: program.duration / 2)
        var kept: [Run<NetworkWorld>] = []
        kept.reserveCapacity(2_000)
        let time = median(2_000) { _ in
            var fork = run.fork()
            fork.copyEverything()
            kept.append(fork)
        }
        precondition(kept.count == 2_000 && kept[7].stateHash == run.stateHash)
        return time
    }

    private static func telemetry(_ program: Program, _ format: TelemetryFormat) {
        var records = 0
        var bytes = 0
        let start = threadNanoseconds()
        var run = Run<NetworkWorld>(program, seeds: Seeds(1))
        var log = EventLog<Event>(open: true)
        var options = TelemetryOptions()
        options.formats = [format]
        var stream = TelemetryStream(program: program, seeds: Seeds(1), options: options)
        var buffer = RecordBuffer()
        var time: Milliseconds = 0
        while time < program.duration {
            time += .minutes(1)
            run.advance(to: time, log: &log)
            stream.advance(to: time, events: log.drain(), output: &buffer)
            buffer.empty()
        }
        records = buffer.recordCount
        bytes = buffer.byteCount
        let seconds = Double(threadNanoseconds() - start) / 1e9
        row(
            "the same run with all telemetry to \(format.rawValue) lines: \(records) records, mean \(bytes / max(1, records)) bytes, "
                + "\(buffer.attackRecordCount) of the attack",
            "\(Int(Double(records) / seconds)) records/s",
            format == .ocsf ? "≥ 500,000 records/s" : "≥ 300,000 records/s")
    }

    private static func million(_ egov: Loaded, plain: Int64) throws {
        let yaml = MillionHosts.yaml
        let start = threadNanoseconds()
        let read = ScenarioReader.read(Array(yaml.utf8), file: "million.yaml", catalogue: egov.catalogue)
        guard let scenario = read.value else {
            throw BenchError(read.diagnostics.map(\.description).joined(separator: "\n"))
        }
        let program = try Program(scenario: scenario, catalogue: egov.catalogue)
        let load = threadNanoseconds() - start
        row("\(program.hostCount) hosts: read and compile", milliseconds(load), "≤ 5 s")
        let time = median(60) { seed in
            var run = Run<NetworkWorld>(program, seeds: Seeds(UInt64(seed + 1)))
            run.advance(to: program.duration)
        }
        let ratio = Double(time * 10 / max(1, plain)) / 10
        row("a run of it with one adversary (median of 60 seeds)", "\(milliseconds(time)), \(ratio) ×", "≤ 10 ×")
        row("peak memory of this process so far", "\(peakMebibytes()) MiB", "≤ 1 GiB")
    }

    /// The largest resident size of this process, MiB.
    static func peakMebibytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(truncatingIfNeeded: RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }

    private static func milliseconds(_ nanoseconds: Int64) -> String { "\(Double(nanoseconds / 10_000) / 100) ms" }
    private static func microseconds(_ nanoseconds: Int64) -> String { "\(Double(nanoseconds / 10) / 100) µs" }
}
