import Kernel

/// Reads points in time as records write them.
enum InstantReading {
    /// Milliseconds since 1970 of a text such as `2026-03-02T07:28:08.823Z` (with `T` or a blank, any number of decimals, `Z`, an
    /// offset or nothing, which stands for UTC), or of a number of seconds or, from 100 000 million on, milliseconds. Nil where it
    /// is none. O(bytes).
    static func milliseconds(_ start: UnsafePointer<UInt8>, _ count: Int) -> Milliseconds? {
        var reading = Reading(start: start, count: count)
        if count > 10 && start[4] == 0x2D && start[7] == 0x2D { return reading.calendar() }
        return reading.number()
    }

    /// Days from 1970-01-01 of a day of the Gregorian calendar.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private struct Reading {
        let start: UnsafePointer<UInt8>
        let count: Int
        var index = 0

        mutating func calendar() -> Milliseconds? {
            guard let year = digits(4), skip(0x2D), let month = digits(2), skip(0x2D), let day = digits(2),
                1...12 ~= month, 1...31 ~= day, skip(0x54) || skip(0x74) || skip(0x20),
                let hour = digits(2), skip(0x3A), let minute = digits(2), hour < 24, minute < 60
            else { return nil }
            var second = 0
            if skip(0x3A) {
                guard let value = digits(2), value <= 60 else { return nil }
                second = value
            }
            var fraction = 0
            if skip(0x2E) || skip(0x2C) { fraction = decimals() }
            guard let offset = offset() else { return nil }
            let days = InstantReading.days(year: year, month: month, day: day)
            let minutes = (days * 24 + hour) * 60 + minute - offset
            return Milliseconds((minutes * 60 + second) * 1000 + fraction)
        }

        mutating func number() -> Milliseconds? {
            var value = 0
            let first = index
            while index < count, start[index] &- 0x30 < 10, index - first < 16 {
                value = value * 10 + Int(start[index] &- 0x30)
                index += 1
            }
            if index == first { return nil }
            if index < count && start[index] == 0x2E {
                index += 1
                return Milliseconds(value * 1000 + decimals())
            }
            guard index == count else { return nil }
            return Milliseconds(value < 100_000_000_000 ? value * 1000 : value)
        }

        private mutating func skip(_ byte: UInt8) -> Bool {
            guard index < count && start[index] == byte else { return false }
            index += 1
            return true
        }

        private mutating func digits(_ number: Int) -> Int? {
            guard index + number <= count else { return nil }
            var value = 0
            for _ in 0..<number {
                let digit = start[index] &- 0x30
                guard digit < 10 else { return nil }
                value = value * 10 + Int(digit)
                index += 1
            }
            return value
        }

        /// Milliseconds of decimals; those beyond the third are cut off.
        private mutating func decimals() -> Int {
            var value = 0
            var weight = 100
            while index < count, start[index] &- 0x30 < 10 {
                value += Int(start[index] &- 0x30) * weight
                weight /= 10
                index += 1
            }
            return value
        }

        /// Minutes east of Greenwich.
        private mutating func offset() -> Int? {
            if index == count || skip(0x5A) || skip(0x7A) { return index == count ? 0 : nil }
            let isWest = start[index] == 0x2D
            guard skip(0x2B) || skip(0x2D), let hours = digits(2) else { return nil }
            _ = skip(0x3A)
            let minutes = digits(2) ?? 0
            guard index == count, hours < 24, minutes < 60 else { return nil }
            return (hours * 60 + minutes) * (isWest ? -1 : 1)
        }
    }
}
