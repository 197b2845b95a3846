import Detection
import Foundation
import Kernel

/// Times rules on recordings: `thao-bench detect RULES_DIR FILE…`.
enum DetectionSpeed {
    /// So many records are kept to be matched in one go, so that the clock is read seldom and caches are as cold as in
    /// life.
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
        guard let files = FileManager.default.enumerator(atPath: folder) else {
            throw BenchError("no folder \(folder)")
        }
        let names = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
        var rules: [SigmaRule] = []
        for name in names.sorted() {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            rules += SigmaReader.read(Array(data), file: name).rules
        }
        return rules
    }

    private static func seconds(_ nanoseconds: Int64) -> String { String(format: "%.3f", Double(nanoseconds) / 1e9) }

    /// What the records of one source came to.
    private struct Kind {
        var records = 0
        var wantedBytes = 0
        var matching: Int64 = 0

        var row: String {
            let each = max(records, 1)
            return
                "\(records) | \(wantedBytes / each) | \(matching / Int64(each)) | \(DetectionSpeed.seconds(matching)) |"
        }
    }

    /// Time of this thread's processor, apart for reading, planning and matching.
    private struct Measured {
        var reader: RecordReader
        var matcher: Matcher
        var plans: [Int32] = []
        var hits: [Int32] = []
        var hitsOfRule: [Int]
        var kinds: [Kind] = []
        var bytes = 0
        var reading: Int64 = 0
        var planning: Int64 = 0

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
                file[index..<end].withUnsafeBufferPointer { reader.read($0) { record, _ in block.append(record) } }
                if end == file.count { reader.finish { record, _ in block.append(record) } }
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
            planning += Budgets.threadNanoseconds() - start
            kinds += [Kind](repeating: Kind(), count: plans.count - kinds.count)
            for kind in kinds.indices {
                let own = block.filter { Int($0.source) == kind }
                let start = Budgets.threadNanoseconds()
                for record in own {
                    hits.removeAll(keepingCapacity: true)
                    matcher.match(record, source: plans[kind], into: &hits)
                    for hit in hits { hitsOfRule[Int(hit)] += 1 }
                }
                kinds[kind].matching += Budgets.threadNanoseconds() - start
                kinds[kind].records += own.count
                for record in own { kinds[kind].wantedBytes += record.bytes.count }
            }
        }

        func report() {
            let records = kinds.reduce(0) { $0 + $1.records }
            let matching = kinds.reduce(0) { $0 + $1.matching }
            let perSecond = records * 1_000_000_000 / Int(max(matching, 1))
            let together = records * 1_000_000_000 / Int(max(matching + reading, 1))
            let hits = hitsOfRule.reduce(0, +)
            say("\(records) records, \(bytes / 1_000_000) MB; \(hits) hits of \(hitsOfRule.count { $0 > 0 }) rules")
            say("| what | s | records/s |")
            say("|---|---|---|")
            say("| plans of \(plans.count) kinds of record | \(DetectionSpeed.seconds(planning)) | |")
            say("| matching | \(DetectionSpeed.seconds(matching)) | \(perSecond) |")
            say("| reading and matching | \(DetectionSpeed.seconds(matching + reading)) | \(together) |")
            say("| kind of record | records | bytes wanted of each | ns each | s |")
            say("|---|---|---|---|---|")
            let slowest = kinds.indices.sorted { (-kinds[$0].matching, $0) < (-kinds[$1].matching, $1) }
            for kind in slowest.prefix(12) {
                let source = reader.sources[kind]
                let words = source.products + source.categories + source.services
                say("| \(words.joined(separator: ", ")) | " + kinds[kind].row)
            }
        }
    }
}
