/// Points in time and hours of the day.
enum InstantText {
    /// `2026-03-02T07:30+07:00` or with seconds or `Z`: seconds since 1970 and the offset in minutes.
    static func instant(_ text: String) -> (epochSeconds: Int64, offsetMinutes: Int)? {
        var scanner = Scanner(text)
        guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2), scanner.take("-"),
            let day = scanner.number(2), scanner.take("T") || scanner.take(" "), let hour = scanner.number(2),
            scanner.take(":"), let minute = scanner.number(2)
        else { return nil }
        var second = 0
        if scanner.take(":") {
            guard let number = scanner.number(2) else { return nil }
            second = number
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        guard (1...12).contains(month), (1...daysInMonth(year, month)).contains(day), hour < 24, minute < 60,
            second < 60
        else { return nil }
        let local = Int64(days(year, month, day)) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        return (local - Int64(offset) * 60, offset)
    }

    /// `07:30-17:00`: minutes of the day.
    static func hours(_ text: String) -> (start: Int, end: Int)? {
        var scanner = Scanner(text)
        guard let startHour = scanner.number(2), scanner.take(":"), let startMinute = scanner.number(2),
            scanner.take("-"), let endHour = scanner.number(2), scanner.take(":"), let endMinute = scanner.number(2),
            scanner.isAtEnd, startMinute < 60, endMinute < 60
        else { return nil }
        let start = startHour * 60 + startMinute
        let end = endHour * 60 + endMinute
        return start < end && end <= 1_440 ? (start, end) : nil
    }

    private static func daysInMonth(_ year: Int, _ month: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Days from 1970-01-01 in the Gregorian calendar, with years that begin in March so that leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private struct Scanner {
        private let bytes: [UInt8]
        private var index = 0

        init(_ text: String) { bytes = Array(text.utf8.prefix(64)) }

        var isAtEnd: Bool { index == bytes.count }

        /// A number of exactly so many digits.
        mutating func number(_ digits: Int) -> Int? {
            guard index + digits <= bytes.count else { return nil }
            var result = 0
            for byte in bytes[index..<index + digits] {
                guard (0x30...0x39).contains(byte) else { return nil }
                result = result * 10 + Int(byte - 0x30)
            }
            index += digits
            return result
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
            index += 1
            return true
        }

        /// `Z` or `+07:00`, in minutes.
        mutating func offset() -> Int? {
            if take("Z") { return 0 }
            let isNegative = take("-")
            if !isNegative && !take("+") { return nil }
            guard let hours = number(2), take(":"), let minutes = number(2), hours <= 14, minutes < 60 else {
                return nil
            }
            return (isNegative ? -1 : 1) * (hours * 60 + minutes)
        }
    }
}
