import Kernel
import Testing

@testable import Detection

/// Random rules on random records of a small alphabet: the engine and the definitions agree.
struct MatcherPropertyTests {
    private static let fields = ["Image", "CommandLine", "Port", "Address", "Empty", "Time"]
    private static let sources = [
        RecordSource(products: ["windows"], categories: ["process_creation"]), RecordSource(products: ["linux"]),
        RecordSource(),
    ]
    /// Pieces that make hits, overlaps and near misses frequent.
    private static let pieces = [
        "a", "A", "b", "ab", "Ab", "aab", "\\", ".exe", ".EXE", "cmd", "\\cmd.exe", "powershell", "Power", " -enc ",
        "é", "É",
        "ß", "k", "\u{212A}", "\u{1F600}", "?", "*", "0", "12", "4624", "  ",
    ]
    private static let expressions = [
        "ab+c?", "^a", "cmd", "(cmd|power)shell", "power.*ENC", "[ab]{2}", "\\d+", "a(?=b)", "é", "ke?", "aab\\.exe",
        "x*",
        "(?i)POWER", "[[:digit:]]2", "a|b", "s{2,}hell", "\\\\cmd\\.exe$",
    ]

    @Test(arguments: 0..<40) func engineAndDefinitionsAgree(seed: Int) throws {
        var random = SmallRandom(seed: UInt64(seed))
        for _ in 0..<12 {
            let rules = (0..<random.below(30) + 1).map { Self.rule(number: $0, &random) }
            let set = try RuleSet(rules)
            var matcher = Matcher(set)
            var fields = RecordFields(set.catalogue)
            for _ in 0..<40 {
                let record = Self.record(&random)
                let source = random.pick(Self.sources)
                fields.fill(record, set.catalogue)
                var hits: [Int32] = [-7]
                matcher.match(fields, source: matcher.index(of: source), into: &hits)
                let reference = ReferenceMatcher(record: record)
                let expected = rules.indices.filter { index in
                    source.fits(rules[index].source) && rules[index].conditions.contains(where: reference.holds)
                }
                #expect(hits == [-7] + expected.map(Int32.init), "seed \(seed): \(record)")
                if hits != [-7] + expected.map(Int32.init) { return }
            }
        }
    }

    private static func rule(number: Int, _ random: inout SmallRandom) -> SigmaRule {
        var rule = SigmaRule(title: "\(number)")
        rule.source = random.pick([
            LogSource(), LogSource(product: "windows"), LogSource(category: "process_creation", product: "windows"),
            LogSource(product: "linux"),
        ])
        rule.conditions = (0..<random.pick([1, 1, 1, 2])).map { _ in expression(depth: 3, &random) }
        return rule
    }

    private static func expression(depth: Int, _ random: inout SmallRandom) -> SigmaExpression {
        switch random.below(depth == 0 ? 10 : 20) {
        case 0: return .keyword(textTest(&random))
        case 1..<10: return .field(random.pick(fields), test(&random))
        case 10..<14: return .all((0..<random.below(4)).map { _ in expression(depth: depth - 1, &random) })
        case 14..<18: return .any((0..<random.below(4)).map { _ in expression(depth: depth - 1, &random) })
        default: return .not(expression(depth: depth - 1, &random))
        }
    }

    private static func test(_ random: inout SmallRandom) -> SigmaTest {
        switch random.below(20) {
        case 0: return .null
        case 1: return .exists(random.chance(50))
        case 2, 3: return .number(number(&random))
        case 4:
            return .compare(random.pick([.less, .lessOrEqual, .greater, .greaterOrEqual]), number(&random))
        case 5:
            let relation = random.pick([SigmaRelation.equal, .startsWith, .endsWith, .contains])
            return .reference(random.pick(fields), relation, cased: random.chance(50))
        case 6, 7:
            var regex = SigmaRegex(pattern: random.pick(expressions))
            regex.ignoreCase = random.chance(50)
            return .regex(regex)
        case 8:
            let low = UInt64(0xC000_0200 + random.below(4))
            return .network(
                SigmaNetwork(high: 0, low: low, prefixLength: random.pick([0, 24, 30, 31, 32]), isVersion6: false))
        case 9: return timeTest(&random)
        default: return textTest(&random)
        }
    }

    private static func timeTest(_ random: inout SmallRandom) -> SigmaTest {
        let part = random.pick(SigmaTimePart.allCases + [.week, .week])
        let numbers =
            switch part {
            case .minute: [0, 15, 30, 59]
            case .hour: [0, 1, 22, 23]
            case .day: [1, 2, 29, 30, 31]
            case .week: [1, 2, 9, 51, 52, 53]
            case .month: [1, 2, 3, 12]
            case .year: [1999, 2000, 2020, 2021, 2024]
            }
        return .time(part, random.pick(numbers))
    }

    private static func textTest(_ random: inout SmallRandom) -> SigmaTest {
        var pattern = SigmaPattern(parts: [])
        if random.chance(60) { pattern.parts.append(.many) }
        for index in 0..<random.pick([0, 1, 1, 1, 1, 2, 3]) {
            if index > 0 { pattern.parts.append(random.chance(50) ? .one : .many) }
            pattern.parts.append(.literal(Array(text(&random, most: 3).utf8)))
        }
        pattern.parts.removeAll { $0 == .literal([]) }
        pattern.parts = pattern.parts.reduce(into: []) { parts, part in
            if parts.last == .many, part == .many { return }
            if case .literal(let left)? = parts.last, case .literal(let right) = part {
                parts[parts.count - 1] = .literal(left + right)
            } else {
                parts.append(part)
            }
        }
        if random.chance(60), pattern.parts.last != .many { pattern.parts.append(.many) }
        return .text(pattern, cased: random.chance(20))
    }

    private static func number(_ random: inout SmallRandom) -> SigmaNumber {
        random.pick([
            SigmaNumber(value: 0, text: "0"), SigmaNumber(value: 12, text: "12"),
            SigmaNumber(value: 4624, text: "4624"),
            SigmaNumber(value: 12, text: "12.0"), SigmaNumber(value: 18, text: "0x12"),
            SigmaNumber(value: -1.5, text: "-1.5"),
        ])
    }

    private static func text(_ random: inout SmallRandom, most: Int) -> String {
        (0..<random.below(most + 1)).map { _ in random.pick(pieces) }.joined()
    }

    private static func record(_ random: inout SmallRandom) -> [String: [ReferenceValue]] {
        var record: [String: [ReferenceValue]] = [:]
        for field in fields + ["Other"] where random.chance(70) {
            record[field] = (0..<random.pick([1, 1, 1, 2, 3])).map { _ in
                switch random.below(12) {
                case 0: return ReferenceValue.null
                case 1:
                    return ReferenceValue(
                        kind: .number, bytes: Array(random.pick(["0", "12", "4624", "-1.50", "18"]).utf8))
                case 2: return .text(random.pick(["0x12", "0X12", "12.0", "+12", "012", "1e1", "", "12.", ".5", "-"]))
                case 3: return .text("192.0.2.\(random.below(6))")
                case 4: return ReferenceValue(kind: .text, bytes: [0xFF, 0xFF, 0x61, 0xFF, 0xFF])
                case 5 where field == "Time", 6 where field == "Time": return .text(damaged(time(&random), &random))
                default: return .text(field == "Time" ? time(&random) : text(&random, most: 5))
                }
            }
        }
        return record
    }

    /// Points in time about the turns of days, months and years.
    private static func time(_ random: inout SmallRandom) -> String {
        let day =
            random.pick(["1999", "2000", "2020", "2021", "2023", "2024", "0001"]) + "-"
            + random.pick(["01-01", "01-02", "01-04", "02-28", "02-29", "03-01", "12-28", "12-29", "12-30", "12-31"])
        if random.chance(10) { return day }
        let clock = random.pick(["T", "t", " "]) + random.pick(["00:00", "00:15", "01:30", "22:30", "23:59"])
        let seconds = random.pick(["", ":00", ":60", ":59.123456", ":30,5"])
        return day + clock + seconds
            + random.pick(["", "Z", "z", "+00:00", "+07:00", "-0230", "+14", "-12:00", "+99:99"])
    }

    /// A text with one character changed, added or taken away.
    private static func damaged(_ text: String, _ random: inout SmallRandom) -> String {
        var characters = Array(text)
        let place = random.below(characters.count)
        switch random.below(3) {
        case 0: characters[place] = random.pick(["0", "3", "-", ":", "Z", "x", "é"])
        case 1: characters.insert(random.pick(["0", "9", " ", "."]), at: place)
        default: characters.remove(at: place)
        }
        return String(characters)
    }
}
