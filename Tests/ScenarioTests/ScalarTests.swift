import Kernel
@testable import Scenario
import Testing

/// Written forms of numbers, durations, addresses and times.
struct ScalarTests {
    @Test(
        arguments: [
            ("0", 0), ("1", 1 << 32), ("1.0", 1 << 32), ("0.5", 1 << 31), (".25", 1 << 30), ("35%", 1_503_238_554),
            ("0.35", 1_503_238_554), ("12.5 %", 1 << 29), ("100%", 1 << 32),
            ("0.000000000116415321826934814453125", nil),
            ("0.0000000001", 0), ("0.0000000002", 1), ("1.1", nil), ("101%", nil), ("-0", nil), ("1e0", nil),
            ("%", nil),
            ("", nil), (".", nil), ("1.", nil), ("0x1", nil), ("５", nil),
        ] as [(String, Int64?)])
    func shares(text: String, parts: Int64?) {
        #expect((try? Quantity.share.parse(text).get()) == parts)
    }

    @Test(
        arguments: [
            ("0", 0), ("1_000_000", 1_000_000), ("007", 7), ("1.0", 1), ("1.5", nil), ("1__0", nil), ("_1", nil),
            ("1_", nil),
            ("1000000000000000", 1_000_000_000_000_000), ("1000000000000001", nil), ("+1", nil), ("-1", nil),
            ("999999999999999999999999999", nil), ("000000000000000000000000000001", 1),
        ] as [(String, Int64?)])
    func money(text: String, units: Int64?) {
        #expect((try? Quantity.money.parse(text).get()) == units)
    }

    @Test(
        arguments: [
            ("3", 3_000), ("0.4", 400), ("0.0005", nil), ("1_000.25", 1_000_250), ("1e3", nil),
        ] as [(String, Int64?)])
    func thousandths(text: String, value: Int64?) {
        #expect((try? Quantity.thousandths.parse(text).get()) == value)
    }

    @Test(
        arguments: [
            ("90s", 90_000), ("10 min", 600_000), ("1h 30min", 5_400_000), ("2 days", 172_800_000), ("250ms", 250),
            ("1 week 1day 1h 10 ms", 694_800_010), ("10min 2 sec", 602_000), ("1_000 s", 1_000_000), ("0", 0),
            ("0s", 0),
            ("1 H", 3_600_000), ("1month", 2_592_000_000), ("90", nil), ("1h 5", nil), ("h", nil), ("", nil),
            (" ", nil),
            ("1x", nil), ("-1s", nil), ("1.5h", nil), ("1h-", nil), ("99999999999999999999s", nil), ("10000000w", nil),
            ("9999999999999y", nil), ("1ns", nil),
        ] as [(String, Int64?)])
    func durations(text: String, milliseconds: Int64?) {
        #expect((try? DurationText.milliseconds(text, bareSeconds: false)) == milliseconds)
    }

    @Test(
        arguments: [("90", 90_000), ("1h5", 3_605_000), ("0", 0), ("5 us", 0), ("2000us", 2), ("x", nil)]
            as [(String, Int64?)])
    func durationsOfTheOtherDialect(text: String, milliseconds: Int64?) {
        #expect((try? DurationText.milliseconds(text, bareSeconds: true)) == milliseconds)
    }

    @Test(
        arguments: [
            ("203.0.113.10", 0xCB00_710A), ("0.0.0.0", 0), ("255.255.255.255", 0xFFFF_FFFF), ("256.0.0.1", nil),
            ("1.2.3", nil), ("1.2.3.4.5", nil), ("01.2.3.4", nil), ("1..2.3", nil), ("1.2.3.4 ", nil), ("", nil),
        ] as [(String, UInt32?)])
    func addresses(text: String, address: UInt32?) {
        #expect(AddressText.address(text) == address)
    }

    @Test(arguments: [
        ("2026-03-02T07:30+07:00", 1_772_411_400, 420), ("1970-01-01T00:00Z", 0, 0),
        ("2000-02-29 23:59:59-03:30", 951_881_399, -210), ("1969-12-31T23:59Z", -60, 0),
    ])
    func instants(text: String, epoch: Int64, offset: Int) {
        let instant = InstantText.instant(text)
        #expect(instant?.epochSeconds == epoch)
        #expect(instant?.offsetMinutes == offset)
    }

    @Test(arguments: [
        "", "2026-03-02", "2026-03-02T07:30", "2026-02-29T00:00Z", "2026-13-01T00:00Z", "2026-01-01T24:00Z",
        "2026-01-01T00:60Z", "2026-01-01T00:00+7:00", "2026-01-01T00:00+15:00", "2026-01-01T00:00ZZ",
        "１970-01-01T00:00Z",
    ])
    func noInstants(text: String) {
        #expect(InstantText.instant(text) == nil)
    }

    @Test(
        arguments: [
            ("4 GiB", 1 << 32), ("2 gib", 1 << 31), ("512MB", 512_000_000), ("1.5k", 1_500), ("7", 7), ("x", nil),
        ]
            as [(String, Int64?)])
    func sizes(text: String, bytes: Int64?) {
        #expect(ByteSizeText.bytes(text) == bytes)
    }

    /// What is written for a value reads as that value.
    @Test func whatIsWrittenIsReadBack() {
        let seeds = Seeds(7)
        for attempt in 0..<2_000 as Range<UInt32> {
            let draw = seeds.fact(1, Purpose(rawValue: 1), attempt: attempt)
            let milliseconds = Int64(draw.words[0]) << 4 + Int64(draw.words[1] & 15)
            #expect(
                (try? DurationText.milliseconds(Self.text(milliseconds), bareSeconds: false)) == milliseconds, "seed 7")
            let length = Int(draw.words[1] >> 8) % 33
            let base = draw.words[2] & AddressText.mask(length)
            let range = AddressText.range("\(AddressText.text(base))/\(length)")
            #expect(range?.address == base && range?.prefixLength == length, "seed 7")
            let units = Int64(draw.words[3])
            let grouped = Self.grouped(units)
            #expect((try? Quantity.money.parse(grouped).get()) == units, "seed 7")
        }
    }

    /// A share of n in a million, written as decimal or percentage, is the nearest multiple of 2⁻³².
    @Test func sharesAreRoundedToTheNearest() {
        for millionths in stride(from: 0, through: 1_000_000, by: 997) as StrideThrough<Int64> {
            let digits = String(repeating: "0", count: 6 - min(6, String(millionths).count)) + String(millionths)
            let decimal = millionths == 1_000_000 ? "1.000000" : "0.\(digits)"
            let nearest = (millionths << 33 + 1_000_000) / 2_000_000
            #expect((try? Quantity.share.parse(decimal).get()) == nearest)
            #expect((try? Quantity.share.parse("\(digits.dropLast(4)).\(digits.suffix(4))%").get()) == nearest)
        }
    }

    private static func text(_ milliseconds: Int64) -> String {
        let parts = [
            (milliseconds / 86_400_000, "days"), (milliseconds / 3_600_000 % 24, "h"),
            (milliseconds / 60_000 % 60, "min"),
            (milliseconds / 1_000 % 60, "s"), (milliseconds % 1_000, "ms"),
        ]
        let written = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
        return written.isEmpty ? "0" : written
    }

    private static func grouped(_ number: Int64) -> String {
        var result = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0 && index % 3 == 0 { result = "_" + result }
            result = String(digit) + result
        }
        return result
    }

    @Test(
        arguments: [
            ("cuont", "count"), ("hots", "hosts"), ("HOSTS", "hosts"), ("zzz", nil), ("", nil), ("h", nil),
            ("titel", "title"),
        ] as [(String, String?)])
    func suggestions(written: String, expected: String?) {
        #expect(Suggestion.nearest(to: written, among: ["hosts", "count", "title", "networks"]) == expected)
    }

    @Test func distances() {
        func distance(_ left: String, _ right: String) -> Int {
            Suggestion.distance(Array(left.utf8), Array(right.utf8))
        }
        #expect(distance("", "") == 0)
        #expect(distance("", "abc") == 3)
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("ab", "ba") == 1)
        #expect(distance("abc", "abc") == 0)
    }
}
