import Kernel
import Scenario

/// Numbers, amounts and times as each language writes them.
package enum Figures {
    /// A whole number with thousands separators.
    package static func number(_ value: Int64) -> LocalizedText {
        LocalizedText(grouped(value, separator: "."), grouped(value, separator: ","))
    }

    /// A whole number with thousands separators.
    package static func number(_ value: Int) -> LocalizedText { number(Int64(value)) }

    /// An amount with its currency.
    package static func money(_ value: Int64, _ currency: String) -> LocalizedText {
        number(value) + "\u{A0}\(currency)"
    }

    /// A large number in at most four digits and a word, for tiles.
    package static func short(_ value: Int64) -> LocalizedText {
        let scales: [(Int64, LocalizedText)] = [
            (1_000_000_000_000, LocalizedText("nghìn tỷ", "trillion")), (1_000_000_000, LocalizedText("tỷ", "billion")),
            (1_000_000, LocalizedText("triệu", "million")),
        ]
        for (scale, word) in scales where value >= scale {
            return scaled(value, scale) + "\u{A0}" + word
        }
        return number(value)
    }

    /// `value / scale` with one decimal below a hundred.
    private static func scaled(_ value: Int64, _ scale: Int64) -> LocalizedText {
        let tenths = value / (scale / 10) + (value % (scale / 10) >= scale / 20 ? 1 : 0)
        if tenths >= 1_000 { return number(value / scale + (value % scale >= scale / 2 ? 1 : 0)) }
        if tenths % 10 == 0 { return number(tenths / 10) }
        return LocalizedText("\(tenths / 10),\(tenths % 10)", "\(tenths / 10).\(tenths % 10)")
    }

    /// A share in percent.
    package static func percent(_ part: Int64, of whole: Int64) -> LocalizedText {
        guard whole > 0 else { return LocalizedText("–") }
        let tenths = Int64((Double(part) * 1_000 / Double(whole)).rounded())
        if tenths % 10 == 0 || tenths >= 100 {
            return LocalizedText("\((tenths + 5) / 10)\u{A0}%", "\((tenths + 5) / 10)%")
        }
        return LocalizedText("\(tenths / 10),\(tenths % 10)\u{A0}%", "\(tenths / 10).\(tenths % 10)%")
    }

    /// A length of time in its two largest units.
    package static func duration(_ milliseconds: Milliseconds) -> LocalizedText {
        let seconds = milliseconds / 1_000
        if seconds < 60 { return LocalizedText("\(seconds)\u{A0}giây", "\(seconds)\u{A0}s") }
        let minutes = seconds / 60
        let (hours, days) = (minutes / 60, minutes / 1_440)
        if hours == 0 { return LocalizedText("\(minutes)\u{A0}phút", "\(minutes)\u{A0}min") }
        if days == 0 {
            return compound(
                LocalizedText("\(hours)\u{A0}giờ", "\(hours)\u{A0}h"), minutes % 60, LocalizedText("phút", "min"))
        }
        return compound(
            LocalizedText("\(days)\u{A0}ngày", days == 1 ? "1\u{A0}day" : "\(days)\u{A0}days"), hours % 24,
            LocalizedText("giờ", "h"))
    }

    private static func compound(_ large: LocalizedText, _ small: Int64, _ unit: LocalizedText) -> LocalizedText {
        small == 0 ? large : large + "\u{A0}\(small)\u{A0}" + unit
    }

    /// An IPv4 address.
    package static func address(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
    }

    private static func grouped(_ value: Int64, separator: String) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return text
    }
}

/// Exercise time as the clock on the wall of the simulated organisation shows it.
package struct Clock: Sendable {
    package let startEpochSeconds: Int64
    package let utcOffsetMinutes: Int

    package init(_ simulation: Simulation) {
        startEpochSeconds = simulation.startEpochSeconds
        utcOffsetMinutes = simulation.utcOffsetMinutes
    }

    /// Seconds of local time since 1970.
    package func localSeconds(at time: Milliseconds) -> Int64 {
        startEpochSeconds + Int64(utcOffsetMinutes) * 60 + time / 1_000
    }

    /// `08:41`, with the day of the run before it where the run has more than one.
    package func time(_ time: Milliseconds) -> LocalizedText {
        let local = localSeconds(at: time)
        let day = Self.floor(local, 86_400) - Self.floor(localSeconds(at: 0), 86_400)
        let clock = Self.clock(local)
        if day == 0 { return LocalizedText(clock) }
        return LocalizedText("ngày \(day + 1) \(clock)", "day \(day + 1) \(clock)")
    }

    /// `2026-03-02 07:30 UTC+07:00`.
    package var start: String {
        let local = localSeconds(at: 0)
        let offset = abs(utcOffsetMinutes)
        let sign = utcOffsetMinutes < 0 ? "−" : "+"
        return "\(Self.date(Self.floor(local, 86_400))) \(Self.clock(local)) "
            + "UTC\(sign)\(Self.two(Int64(offset / 60))):\(Self.two(Int64(offset % 60)))"
    }

    private static func clock(_ seconds: Int64) -> String {
        let inDay = seconds - floor(seconds, 86_400) * 86_400
        return "\(two(inDay / 3_600)):\(two(inDay / 60 % 60))"
    }

    /// The date of a day since 1970 in the Gregorian calendar, by eras of 400 years from 1 March 0000.
    private static func date(_ day: Int64) -> String {
        let shifted = day + 719_468
        let era = floor(shifted, 146_097)
        let inEra = shifted - era * 146_097
        let year = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * year + year / 4 - year / 100)
        let month = (5 * inYear + 2) / 153
        let monthNumber = month < 10 ? month + 3 : month - 9
        let yearNumber = year + era * 400 + (monthNumber <= 2 ? 1 : 0)
        return "\(yearNumber)-\(two(monthNumber))-\(two(inYear - (153 * month + 2) / 5 + 1))"
    }

    private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
