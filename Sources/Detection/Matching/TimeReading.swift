/// A point in time as logs write it, `2024-05-17T08:30:00.123+07:00` with a blank or T between, in UTC where no offset
/// is given.
enum TimeReading {
    /// A part of the point in time in UTC, weeks by ISO 8601. Nil where the value is no point in time. O(1).
    static func part(_ part: UInt8, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.count >= 10, text.count <= 64, let year = number(text, 0, 4), text[4] == 0x2D,
            let month = number(text, 5, 2), text[7] == 0x2D, let day = number(text, 8, 2),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var minutes = 0
        if text.count > 10 {
            guard text[10] | 0x20 == 0x74 || text[10] == 0x20, let read = clock(text) else { return nil }
            minutes = read
        }
        let total = days(year, month, day) * 1440 + minutes
        let date = total >= 0 ? total / 1440 : (total - 1439) / 1440
        let minuteOfDay = total - date * 1440
        switch SigmaTimePart.allCases[Int(part)] {
        case .minute: return minuteOfDay % 60
        case .hour: return minuteOfDay / 60
        case .day: return civil(date).day
        case .week: return week(date)
        case .month: return civil(date).month
        case .year: return civil(date).year
        }
    }

    /// Minutes since midnight UTC, negative or above a day where the offset carries over.
    private static func clock(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let hour = number(text, 11, 2), hour < 24, text.count >= 16, text[13] == 0x3A,
            let minute = number(text, 14, 2), minute < 60
        else { return nil }
        var index = 16
        if index < text.count, text[index] == 0x3A {
            guard let second = number(text, 17, 2), second <= 60 else { return nil }
            index = 19
            if index < text.count, text[index] == 0x2E || text[index] == 0x2C {
                index += 1
                while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
            }
        }
        let local = hour * 60 + minute
        if index == text.count { return local }
        if text[index] | 0x20 == 0x7A { return index + 1 == text.count ? local : nil }
        let sign = text[index] == 0x2B ? -1 : text[index] == 0x2D ? 1 : 0
        guard sign != 0, let hours = number(text, index + 1, 2) else { return nil }
        index += 3
        if index == text.count { return local + sign * hours * 60 }
        if text[index] == 0x3A { index += 1 }
        guard let minutes = number(text, index, 2), index + 2 == text.count else { return nil }
        return local + sign * (hours * 60 + minutes)
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        guard start + count <= text.count else { return nil }
        var value = 0
        for index in start..<start + count {
            guard text[index] &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(text[index] - 0x30)
        }
        return value
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ date: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = date + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// The week by ISO 8601: that of its Thursday.
    private static func week(_ date: Int) -> Int {
        let weekday = ((date + 3) % 7 + 7) % 7
        let thursday = date - weekday + 3
        return (thursday - days(civil(thursday).year, 1, 1)) / 7 + 1
    }
}
