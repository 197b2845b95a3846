import Kernel
import TestSupport
import Testing

@testable import Detection

/// Correlations against windows worked out by hand.
struct CorrelatorTests {
    private static func count(_ condition: String, timespan: String = "10s") -> String {
        "type: event_count\nrules: [a]\ngroup-by: [User]\ntimespan: \(timespan)\ncondition: {\(condition)}"
    }

    @Test func eventsAreCountedInASlidingWindow() throws {
        var stage = try CorrelationStage([Self.count("gte: 3")])
        // The third within ten seconds, both ends included; then silence ends it.
        #expect(stage.seconds([0, 5, 10, 11, 30, 41, 42, 51, 52]) == [10, 51])
        let match = stage.matches.first
        #expect(match?.start == 0 && match?.end == 10_000 && match?.members == [0, 1, 2] && match?.count == 3)
        #expect(match?.group == [Array("u".utf8)])
    }

    @Test func whatGoesOnIsReportedOnceATimespan() throws {
        var stage = try CorrelationStage([Self.count("gte: 2")])
        #expect(stage.seconds(Array(0...35)) == [1, 11, 21, 31])
    }

    @Test(
        arguments: [
            ("gt: 2", [2]), ("gte: 2", [1]), ("eq: 2", [1]), ("lt: 2", [0]), ("lte: 2", [0]), ("neq: 1", [1]),
            ("gt: 1, lt: 3", [1]),
            ("gt: 3", []), ("gte: 1.5", [1]),
        ] as [(String, [Milliseconds])])
    func boundsAreKept(_ condition: String, _ expected: [Milliseconds]) throws {
        var stage = try CorrelationStage([Self.count(condition)])
        #expect(stage.seconds([0, 1, 2]) == expected)
    }

    @Test func groupsDoNotMix() throws {
        var stage = try CorrelationStage([
            "type: event_count\nrules: [a]\ngroup-by: [User, Host]\ntimespan: 10s\ncondition: {gte: 2}"
        ])
        #expect(stage.add(0, [0], [("User", "ab"), ("Host", "c")]).isEmpty)
        #expect(stage.add(1, [0], [("User", "a"), ("Host", "bc")]).isEmpty)
        #expect(stage.add(2, [0], [("User", "ab")]).isEmpty)
        #expect(stage.add(3, [0], [("User", "ab"), ("Host", "null")]).isEmpty)
        #expect(stage.add(4, [1], [("User", "ab"), ("Host", "c")]).isEmpty)
        #expect(stage.add(5, [0], [("User", "ab"), ("Host", "c")]).first?.members == [0, 5])
    }

    @Test func withoutGroupingEverythingIsOneGroup() throws {
        var stage = try CorrelationStage(["type: event_count\nrules: [a, b]\ntimespan: 1m\ncondition: {gte: 2}"])
        #expect(stage.add(0, [0], []).isEmpty)
        #expect(stage.add(1, [1], []).count == 1)
    }

    @Test func aRecordCountsOnce() throws {
        var stage = try CorrelationStage(["type: event_count\nrules: [a, b]\ntimespan: 1m\ncondition: {gte: 2}"])
        #expect(stage.add(0, [0, 1], []).isEmpty)
        #expect(stage.add(1, [0, 1], []).first?.count == 2)
    }

    @Test func valuesAreCountedOnce() throws {
        var stage = try CorrelationStage([
            "type: value_count\nrules: [a]\ngroup-by: [Host]\ntimespan: 10s\ncondition: {field: User, gte: 3}"
        ])
        let users = ["u", "v", "u", "v", "w", "u", "v", "w"]
        let seconds = [0, 1, 2, 3, 12, 20, 21, 22]
        var found: [Int] = []
        for (user, second) in zip(users, seconds)
        where !stage.add(Milliseconds(second) * 1_000, [0], [("User", user), ("Host", "h")]).isEmpty {
            found.append(second)
        }
        // At 12 s the window from 2 s holds u, v and w; at 21 s that from 11 s holds w, u and v; at 22 s it goes on.
        #expect(found == [12, 21])
    }

    @Test func rulesMayMatchInAnyOrder() throws {
        var stage = try CorrelationStage(["type: temporal\nrules: [a, b, c]\ngroup-by: [User]\ntimespan: 10s"])
        let user = [("User", "u")]
        #expect(stage.add(0, [2], user).isEmpty)
        #expect(stage.add(1_000, [0], user).isEmpty)
        #expect(stage.add(11_000, [1], user).isEmpty)
        #expect(stage.add(11_000, [2], [("User", "v")]).isEmpty)
        let match = stage.add(11_000, [2], user).first
        #expect(match?.members == [1, 2, 4] && match?.start == 1_000 && match?.end == 11_000)
    }

    @Test func aTemporalConditionCountsRules() throws {
        var stage = try CorrelationStage([
            "type: temporal\nrules: [a, b, c]\ngroup-by: [User]\ntimespan: 10s\ncondition: {gte: 2}"
        ])
        #expect(stage.add(0, [0], [("User", "u")]).isEmpty)
        #expect(stage.add(1, [0], [("User", "u")]).isEmpty)
        #expect(stage.add(2, [2], [("User", "u")]).first?.members == [1, 2])
    }

    /// Rules by letter, one record a second, and the seconds at which a sequence is reported. The condition ceases to
    /// hold with the next record that completes none.
    @Test(
        arguments: [
            ("abc", [2]), ("acb", []), ("aabbc", [4]), ("cba", []), ("abac", [3]), ("bcabc", [4]),
            ("ab........c", [10]),
            ("ab.........c", []), ("ab....ab......c", [14]), ("abcabc", [2, 5]), ("abc........abc", [2, 13]),
        ] as [(String, [Milliseconds])])
    func orderedRulesFollowEachOther(_ letters: String, _ expected: [Milliseconds]) throws {
        var stage = try CorrelationStage(["type: temporal_ordered\nrules: [a, b, c]\ngroup-by: [User]\ntimespan: 10s"])
        var found: [Milliseconds] = []
        for (second, letter) in letters.utf8.enumerated() where letter != UInt8(ascii: ".") {
            let matches = stage.add(Milliseconds(second) * 1_000, [Int32(letter - UInt8(ascii: "a"))], [("User", "u")])
            found += matches.map { $0.end / 1_000 }
        }
        #expect(found == expected)
    }

    @Test func oneRecordDoesNotFollowItself() throws {
        var stage = try CorrelationStage(["type: temporal_ordered\nrules: [a, b]\ngroup-by: [User]\ntimespan: 10s"])
        #expect(stage.add(0, [0, 1], [("User", "u")]).isEmpty)
        let match = stage.add(0, [0, 1], [("User", "u")]).first
        #expect(match?.members == [0, 1])
    }

    @Test func sumsMeansAndPercentilesAreExact() throws {
        func found(_ kind: String, _ condition: String, _ numbers: [String]) throws -> [Int] {
            var stage = try CorrelationStage([
                "type: \(kind)\nrules: [a]\ntimespan: 10s\ncondition: {field: N, \(condition)}"
            ])
            return numbers.indices.filter { !stage.add(Milliseconds($0) * 4_000, [0], [("N", numbers[$0])]).isEmpty }
        }
        // At 4 s apart a window holds three records.
        #expect(try found("value_sum", "gt: 1", ["0.1", "0.2", "0.7", "0.100001"]) == [3])
        #expect(try found("value_sum", "gte: 10", ["5", "word", "5", "-3"]) == [2])
        #expect(try found("value_avg", "gt: 2", ["1", "2", "3", "2", "2"]) == [3])
        #expect(try found("value_avg", "eq: 2", ["1", "3"]) == [1])
        #expect(try found("value_percentile", "percentile: 50, gte: 5", ["1", "9", "5", "1", "1"]) == [2])
        #expect(try found("value_percentile", "percentile: 100, gt: 8", ["1", "9", "5", "1", "1"]) == [1])
        #expect(try found("value_percentile", "percentile: 0, lt: 0", ["1", "-1", "5"]) == [1])
        // The share of records with the same value, in per cent.
        #expect(try found("value_percentile", "lt: 34", ["x", "x", "y"]) == [2])
    }

    @Test func aliasesNameFieldsByRule() throws {
        var stage = try CorrelationStage([
            """
            type: temporal
            rules: [a, b]
            group-by: [address]
            timespan: 10s
            aliases:
                address: {a: Source, b: Destination}
            """
        ])
        #expect(stage.add(0, [0], [("Source", "192.0.2.1"), ("Destination", "192.0.2.2")]).isEmpty)
        #expect(stage.add(1, [1], [("Source", "192.0.2.1"), ("Destination", "192.0.2.9")]).isEmpty)
        #expect(stage.add(2, [1], [("Source", "192.0.2.9"), ("Destination", "192.0.2.1")]).first?.members == [0, 2])
    }

    @Test func correlationsGatherCorrelations() throws {
        // The second stands before the first, and what is gathered is no finding.
        var stage = try CorrelationStage([
            "type: temporal_ordered\nrules: [c1, b]\ngroup-by: [User]\ntimespan: 10s",
            "type: event_count\nrules: [a]\ngroup-by: [Host]\ntimespan: 10s\ncondition: {gte: 3}",
        ])
        let fields = [("User", "u"), ("Host", "h")]
        for second in 0..<30 { #expect(stage.add(Milliseconds(second) * 1_000, [0], fields).isEmpty) }
        let match = stage.add(35_000, [1], fields).first
        #expect(match?.correlation == 1 && match?.members == [29, 30] && match?.start == 29_000)
    }

    @Test func thoseThatCountSeeWhatIsReported() throws {
        var stage = try CorrelationStage([
            Self.count("gte: 2"), "type: event_count\nrules: [c0]\ngroup-by: [User]\ntimespan: 1m\ncondition: {gte: 3}",
        ])
        #expect(stage.seconds(Array(0..<30)) == [21])
    }

    @Test func memoryIsBounded() throws {
        var stage = try CorrelationStage([Self.count("gte: 2", timespan: "1h")], limit: 100)
        for user in 0..<50 { _ = stage.seconds([user], user: "user \(user)") }
        #expect(stage.correlator.droppedGroups == 39 && stage.correlator.droppedRecords == 0)
        #expect(stage.seconds([60], user: "user 49") == [60])
        #expect(stage.seconds([60], user: "user 0") == [])
        for second in 100..<400 { _ = stage.seconds([second], user: "one") }
        #expect(stage.correlator.droppedRecords > 0 && stage.correlator.weight <= 100)
    }

    @Test func whatHasPassedWeighsNothing() throws {
        var stage = try CorrelationStage([Self.count("gte: 100")])
        for second in 0..<1_000 { _ = stage.seconds([second], user: "user \(second % 300)") }
        #expect(stage.correlator.weight <= 11 * 9)
        #expect(stage.correlator.droppedGroups == 0)
    }

    @Test func lateRecordsAreTakenAsOfNow() throws {
        var stage = try CorrelationStage([Self.count("gte: 2")])
        #expect(stage.seconds([100, 3]) == [100])
        #expect(stage.correlator.lateRecords == 1)
    }

    @Test(arguments: [Milliseconds.min, -1, 0, Milliseconds.max]) func anyTimeWillDo(_ time: Milliseconds) throws {
        var stage = try CorrelationStage([Self.count("gte: 2")])
        #expect(stage.add(time, [0], [("User", "u")]).isEmpty)
        #expect(stage.add(time, [0], [("User", "u")]).count == 1)
    }

    /// Against counting every window anew.
    @Test(arguments: 0..<20) func windowsEqualThoseMadeAnew(_ seed: Int) throws {
        var draws = FuzzRandom(seed: UInt64(seed))
        var stage = try CorrelationStage([
            Self.count("gte: 4"),
            "type: value_count\nrules: [a]\ngroup-by: [User]\ntimespan: 10s\ncondition: {field: V, gte: 3}",
            "type: value_percentile\nrules: [a]\ngroup-by: [User]\ntimespan: 10s\n"
                + "condition: {field: V, percentile: 60, gte: 3}",
        ])
        var records: [(time: Milliseconds, user: String, value: Int)] = []
        var reported: [String: Milliseconds] = [:]
        var time: Milliseconds = 0
        for _ in 0..<400 {
            time += Milliseconds(draws.below(4)) * 1_000
            let record = (time: time, user: "u\(draws.below(3))", value: draws.below(5))
            records.append(record)
            let found = stage.add(time, [0], [("User", record.user), ("V", String(record.value))]).map(\.correlation)
            let window = records.filter { $0.user == record.user && $0.time >= time - 10_000 }
            let sorted = window.map(\.value).sorted()
            let rank = (60 * sorted.count + 99) / 100
            let holds = [window.count >= 4, Set(sorted).count >= 3, sorted[rank - 1] >= 3]
            var expected: [Int] = []
            for (correlation, holds) in holds.enumerated() {
                let key = "\(correlation) \(record.user)"
                if !holds {
                    reported[key] = nil
                } else if reported[key].map({ time - $0 >= 10_000 }) ?? true {
                    reported[key] = time
                    expected.append(correlation)
                }
            }
            try #require(found == expected, "seed \(seed), record \(records.count)")
        }
    }
}
