import Detection
import Foundation
import Kernel

/// Times rules on recordings: `thao-bench detect RULES_DIR FILE…`.
enum DetectionSpeed {
    /// So many records are kept to be matched in one go, so that the clock is read seldom and caches are as cold as in life.
    private static let blockSize = 4_096

    static func run(_ arguments: [String]) throws {
        guard arguments.count >= 2 else { throw BenchError("usage: thao-bench detect RULES_DIR FILE…") }
        let rules = try rules(in: arguments[0])
        let start = Budgets.threadNanoseconds()
        let set = try RuleSet(rules)
        let compiling = Budgets.threadNanoseconds() - start
        say("\(rules.count) rules, \(set.catalogue.names.count - 1) fields, compiled in \(seconds(compiling)) s")

        var measured = Measured(set)
        for path in arguments.dropFirst() {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            measured.take(Array(data))
        }
        measured.report()
    }

    /// The rules of a folder, by the names of their files.
    private static func rules(in folder: String) throws -> [SigmaRule] {
        guard let files = FileManager.default.enumerator(atPath: folder) else { throw BenchError("no folder \(folder)") }
        let names = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
        var rules: [SigmaRule] = []
        for name in names.sorted() {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            rules += SigmaReader.read(Array(data), file: name).rules
        }
        return rules
    }

    private static func seconds(_ nanoseconds: Int64) -> String { String(format: "%.3f", Double(nanoseconds) / 1e9) }

    /// Time of this thread's processor, apart for reading, planning and matching.
    private struct Measured {
        var reader: RecordReader
        var matcher: Matcher
        var plans: [Int32] = []
        var hits: [Int32] = []
        var hitsOfRule: [Int]
        var records = 0
        var bytes = 0
        var wantedBytes = 0
        var reading: Int64 = 0
        var planning: Int64 = 0
        var matching: Int64 = 0

        init(_ set: RuleSet) {
            reader = RecordReader(catalogue: set.catalogue) { set.wantsEverything(of: $0) }
            matcher = Matcher(set)
            hitsOfRule = [Int](repeating: 0, count: set.rules.count)
        }

        mutating func take(_ file: [UInt8]) {
            bytes += file.count
            var block: [RecordFields] = []
            var index = 0
            while index < file.count {
                let end = min(index + 1 << 20, file.count)
                let start = Budgets.threadNanoseconds()
                file[index..<end].withUnsafeBufferPointer { reader.read($0) { block.append($0) } }
                if end == file.count { reader.finish { block.append($0) } }
                reading += Budgets.threadNanoseconds() - start
                index = end
                if block.count >= DetectionSpeed.blockSize || end == file.count {
                    match(block)
                    block.removeAll(keepingCapacity: true)
                }
            }
        }

        private mutating func match(_ block: [RecordFields]) {
            let start = Budgets.threadNanoseconds()
            let sources = reader.sources
            while plans.count < sources.count { plans.append(matcher.index(of: sources[plans.count])) }
            let planned = Budgets.threadNanoseconds()
            for record in block {
                hits.removeAll(keepingCapacity: true)
                matcher.match(record, source: plans[Int(record.source)], into: &hits)
                for hit in hits { hitsOfRule[Int(hit)] += 1 }
            }
            matching += Budgets.threadNanoseconds() - planned
            planning += planned - start
            records += block.count
            for record in block { wantedBytes += record.bytes.count }
        }

        func report() {
            let perSecond = records * 1_000_000_000 / Int(max(matching, 1))
            let together = records * 1_000_000_000 / Int(max(matching + reading, 1))
            say("\(records) records, \(bytes / 1_000_000) MB, \(wantedBytes / max(records, 1)) bytes wanted of each")
            say("\(hitsOfRule.reduce(0, +)) hits of \(hitsOfRule.count { $0 > 0 }) rules")
            say("| what | s | records/s |")
            say("|---|---|---|")
            say("| plans of \(plans.count) kinds of record | \(DetectionSpeed.seconds(planning)) | |")
            say("| matching | \(DetectionSpeed.seconds(matching)) | \(perSecond) |")
            say("| reading and matching | \(DetectionSpeed.seconds(matching + reading)) | \(together) |")
        }
    }
}
