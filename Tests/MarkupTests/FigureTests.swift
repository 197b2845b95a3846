import Markup
import Scenario
import Testing

struct FigureTests {
    @Test(
        arguments: [
            (0, "0", "0"), (999, "999", "999"), (1_000, "1.000", "1,000"), (-1_234_567, "−1.234.567", "−1,234,567"),
            (Int64.max, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807"),
        ] as [(Int64, String, String)])
    func numbersHaveSeparators(value: Int64, vietnamese: String, english: String) {
        #expect(Figures.number(value) == LocalizedText(vietnamese: vietnamese, english: english))
    }

    @Test(
        arguments: [
            (0, "0 giây", "0 s"), (59_999, "59 giây", "59 s"), (60_000, "1 phút", "1 min"),
            (11_520_000, "3 giờ 12 phút", "3 h 12 min"), (7_200_000, "2 giờ", "2 h"),
            (93_600_000, "1 ngày 2 giờ", "1 day 2 h"), (172_800_000, "2 ngày", "2 days"),
        ] as [(Int64, String, String)])
    func durationsHaveTwoUnits(value: Int64, vietnamese: String, english: String) {
        let text = Figures.duration(value)
        #expect(text.vietnamese.replacing("\u{A0}", with: " ") == vietnamese)
        #expect(text.english.replacing("\u{A0}", with: " ") == english)
    }

    @Test(
        arguments: [
            (9_600_000_000, "9,6 tỷ", "9.6 billion"), (999_999, "999.999", "999,999"),
            (1_000_000, "1 triệu", "1 million"), (123_456_789, "123 triệu", "123 million"),
            (2_500_000_000_000, "2,5 nghìn tỷ", "2.5 trillion"),
        ] as [(Int64, String, String)])
    func largeNumbersAreShort(value: Int64, vietnamese: String, english: String) {
        let text = Figures.short(value)
        #expect(text.vietnamese.replacing("\u{A0}", with: " ") == vietnamese)
        #expect(text.english.replacing("\u{A0}", with: " ") == english)
    }

    @Test func clockKnowsDaysAndZones() {
        var simulation = Simulation()
        simulation.startEpochSeconds = 1_772_411_400
        simulation.utcOffsetMinutes = 420
        let clock = Clock(simulation)
        #expect(clock.start == "2026-03-02 07:30 UTC+07:00")
        #expect(clock.time(4_260_000).english == "08:41")
        #expect(clock.time(86_400_000).english == "day 2 07:30")
        simulation.startEpochSeconds = -1
        simulation.utcOffsetMinutes = -90
        #expect(Clock(simulation).start == "1969-12-31 22:29 UTC−01:30")
    }
}
