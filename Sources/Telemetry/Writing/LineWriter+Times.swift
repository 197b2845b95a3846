import Kernel

/// Moments in the forms that formats want.
extension LineWriter {
    /// Milliseconds since 1970 as decimal digits.
    @inline(__always)
    mutating func putTime(_ time: Milliseconds) {
        // Thirteen digits from 2001 to 2286.
        if time >= 1_000_000_000_000 && time < 10_000_000_000_000 {
            out.putDecimal(UInt64(bitPattern: time), digits: 13)
        } else {
            if time < 0 { putText("-") }
            out.putDecimal(time.magnitude)
        }
    }

    /// `2026-03-02T08:15:00.123Z`; Sysmon puts a blank between day and hour and nothing at the end.
    @inline(__always)
    mutating func putCalendar(_ time: Milliseconds, separator: UInt8, micros: UInt64? = nil, zone: Bool) {
        let day = time.flooredQuotient(86_400_000)
        let rest = UInt64(time &- day &* 86_400_000)
        if day != calendarDay { turn(to: day) }
        out.putDecimal(calendar.year, digits: 4)
        put(0x2D)
        out.putDecimal(calendar.month, digits: 2)
        put(0x2D)
        out.putDecimal(calendar.day, digits: 2)
        put(separator)
        out.putDecimal(rest / 3_600_000, digits: 2)
        put(0x3A)
        out.putDecimal(rest / 60_000 % 60, digits: 2)
        put(0x3A)
        out.putDecimal(rest / 1000 % 60, digits: 2)
        put(0x2E)
        out.putDecimal(rest % 1000, digits: 3)
        if let micros { out.putDecimal(micros, digits: 3) }
        if zone { put(0x5A) }
    }

    /// Seconds since 1970 with six decimals.
    @inline(__always)
    mutating func putEpochSeconds(_ time: Milliseconds, micros: UInt64) {
        if time < 0 { return putText("0.000000") }
        let value = UInt64(time)
        out.putDecimal(value / 1000)
        put(0x2E)
        out.putDecimal(value % 1000, digits: 3)
        out.putDecimal(micros, digits: 3)
    }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        out.pointee = byte
        out += 1
    }

    /// Year, month and day of a number of days since 1970, in the proleptic Gregorian calendar.
    private mutating func turn(to day: Int64) {
        calendarDay = day
        let shifted = day + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        calendar = (
            UInt64(clamping: max(0, year)), UInt64(month), UInt64(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        )
    }
}

extension Int64 {
    /// The quotient rounded down.
    @inline(__always)
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}
