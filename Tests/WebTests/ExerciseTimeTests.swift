import Kernel
import Testing

@testable import Web

/// Exercise time as local time, and back.
struct ExerciseTimeTests {
    /// 2026-03-02 07:30 local time.
    private let time = ExerciseTime(startSeconds: 1_772_436_600)

    @Test(arguments: [
        (Milliseconds(0), "2026-03-02 07:30:00"), (61_500, "2026-03-02 07:31:01"), (-1, "2026-03-02 07:29:59"),
        (-.hours(24 * 2), "2026-02-28 07:30:00"), (.hours(17), "2026-03-03 00:30:00"),
    ])
    func momentsAreWrittenAsLocalTime(moment: Milliseconds, text: String) {
        #expect(time.stamp(moment) == text)
        let back = time.time(of: time.field(moment))
        #expect(back == moment - (moment % 1_000 + 1_000) % 1_000)
    }

    @Test(arguments: ["", "2026-03-02", "2026-13-02T00:00", "2026-03-02T24:00", "x-y-zTa:b", "2026-03-02T07:30:99"])
    func otherTextsAreNone(text: String) { #expect(time.time(of: text) == nil) }

    @Test func minutesAloneAreEnough() { #expect(time.time(of: "2026-03-02T08:00") == .minutes(30)) }

    /// Every day of some years, there and back.
    @Test func daysComeBack() {
        for day in stride(from: Int64(-20_000), through: 20_000, by: 37) {
            let moment = day * .hours(24)
            #expect(time.time(of: time.field(moment)) == moment)
        }
    }
}
