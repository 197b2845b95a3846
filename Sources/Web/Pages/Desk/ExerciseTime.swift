import Kernel
import NetworkWorld
import Scenario

/// Exercise time as the clocks of the simulated organisation show it: local time, with its date.
struct ExerciseTime: Sendable {
    /// Seconds of local time since 1970 at exercise time zero.
    let startSeconds: Int64

    /// The clocks of a program's organisation.
    init(_ program: Program) {
        startSeconds = program.simulation.startEpochSeconds + Int64(program.simulation.utcOffsetMinutes) * 60
    }

    /// Clocks that show this many seconds since 1970 at exercise time zero.
    init(startSeconds: Int64) { self.startSeconds = startSeconds }

    /// `2026-03-02 07:30:12`.
    func stamp(_ time: Milliseconds) -> String { "\(date(time)) \(clock(time))" }

    /// `2026-03-02T07:30:12`, as fields of date and time take it.
    func field(_ time: Milliseconds) -> String { "\(date(time))T\(clock(time))" }

    /// `02/03 07:30`: day, month and clock, where the year goes without saying.
    func short(_ time: Milliseconds) -> String {
        let date = date(time)
        return "\(date.suffix(2))/\(date.dropFirst(5).prefix(2)) \(clock(time).prefix(5))"
    }

    /// `07:30:12`.
    func clock(_ time: Milliseconds) -> String {
        let second = localSeconds(time) - Self.floor(localSeconds(time), 86_400) * 86_400
        return "\(Self.two(second / 3_600)):\(Self.two(second / 60 % 60)):\(Self.two(second % 60))"
    }

    /// `2026-03-02`.
    func date(_ time: Milliseconds) -> String {
        // The Gregorian calendar by eras of 400 years from 1 March 0000.
        let shifted = Self.floor(localSeconds(time), 86_400) + 719_468
        let era = Self.floor(shifted, 146_097)
        let inEra = shifted - era * 146_097
        let year = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * year + year / 4 - year / 100)
        let month = (5 * inYear + 2) / 153
        let day = inYear - (153 * month + 2) / 5 + 1
        let number = month < 10 ? month + 3 : month - 9
        return "\(year + era * 400 + (number <= 2 ? 1 : 0))-\(Self.two(number))-\(Self.two(day))"
    }

    /// The exercise time of a text like `2026-03-02T07:30` or `2026-03-02 07:30:12`; nil where it is none.
    func time(of text: String) -> Milliseconds? {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard parts.count == 2, text.utf8.count <= 30 else { return nil }
        let date = parts[0].split(separator: "-").map { Int64($0) }
        let clock = parts[1].prefix(8).split(separator: ":").map { Int64($0) }
        guard date.count == 3, (2...3).contains(clock.count), let year = date[0], let month = date[1],
            let day = date[2],
            let hour = clock[0], let minute = clock[1], (1_970...9_999).contains(year), (1...12).contains(month),
            (1...31).contains(day), (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        let second = clock.count == 3 ? clock[2] : 0
        guard let second, (0...59).contains(second) else { return nil }
        let days = Self.days(year: year, month: month, day: day)
        return (days * 86_400 + hour * 3_600 + minute * 60 + second - startSeconds) * 1_000
    }

    private func localSeconds(_ time: Milliseconds) -> Int64 { startSeconds + Self.floor(time, 1_000) }

    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = floor(shiftedYear, 400)
        let inEra = shiftedYear - era * 400
        let inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear - 719_468
    }

    private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
