@testable import Detection

/// A point in time as records write it, taken apart by a pattern and carried to UTC a day at a time.
struct ReferenceTime {
    private var year: Int
    private var month: Int
    private var day: Int
    private var minute: Int

    /// Nil where the bytes are no point in time.
    init?(_ bytes: [UInt8]) {
        // The pattern is made anew, since expressions are not Sendable.
        let pattern =
            /([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]*)?)?(.*))?/
        guard 10...64 ~= bytes.count, let match = String(decoding: bytes, as: UTF8.self).wholeMatch(of: pattern),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3), 1...12 ~= month, 1...31 ~= day
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        let hour = match.4.flatMap { Int($0) } ?? 0
        let minute = match.5.flatMap { Int($0) } ?? 0
        let second = match.6.flatMap { Int($0) } ?? 0
        guard hour < 24, minute < 60, second <= 60, let offset = Self.offset(match.7 ?? "") else { return nil }
        self.minute = hour * 60 + minute - offset
        while self.day > length { (self.day, self.month) = (self.day - length, self.month + 1) }
        while self.minute < 0 { goBack() }
        while self.minute >= 1440 { goOn() }
    }

    /// Minutes east of Greenwich.
    private static func offset(_ text: Substring) -> Int? {
        if ["", "Z", "z"].contains(text) { return 0 }
        guard let match = text.wholeMatch(of: /([+-])([0-9]{2})(?::?([0-9]{2}))?/), let hours = Int(match.2) else {
            return nil
        }
        return (match.1 == "-" ? -1 : 1) * (hours * 60 + (match.3.flatMap { Int($0) } ?? 0))
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    }

    private var lengths: [Int] { [31, Self.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] }

    private var length: Int { lengths[month - 1] }

    private mutating func goOn() {
        (minute, day) = (minute - 1440, day + 1)
        if day > length { (day, month) = (1, month + 1) }
        if month > 12 { (month, year) = (1, year + 1) }
    }

    private mutating func goBack() {
        (minute, day) = (minute + 1440, day - 1)
        if day < 1 {
            (month, year) = month == 1 ? (12, year - 1) : (month - 1, year)
            day = length
        }
    }

    func number(of part: SigmaTimePart) -> Int {
        switch part {
        case .minute: minute % 60
        case .hour: minute / 60
        case .day: day
        case .week: week
        case .month: month
        case .year: year
        }
    }

    private var dayOfYear: Int { lengths[..<(month - 1)].reduce(day, +) }

    /// From 1, Monday, to 7: a year of 365 days moves it by one, and 400 years bring it back.
    private var weekday: Int {
        let before = (year + 399) % 400
        return (before + before / 4 - before / 100 + dayOfYear - 1) % 7 + 1
    }

    /// By the formula of ISO 8601: a year has 53 weeks where it begins on a Thursday, or is a leap year and begins on a
    /// Wednesday.
    private var week: Int {
        func weeks(startingOn first: Int, isLeap: Bool) -> Int { first == 4 || isLeap && first == 3 ? 53 : 52 }
        let week = (dayOfYear - weekday + 10) / 7
        let first = (weekday - dayOfYear % 7 + 7) % 7 + 1
        if week < 1 {
            let isLeap = Self.isLeap(year - 1)
            return weeks(startingOn: (first - (isLeap ? 2 : 1) + 6) % 7 + 1, isLeap: isLeap)
        }
        return week > weeks(startingOn: first, isLeap: Self.isLeap(year)) ? 1 : week
    }
}
