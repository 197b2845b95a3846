/// Durations as Open Cyber Range writes them: `90s`, `10 min`, `1h 30min`, `1 week 1day 250 ms`.
public enum DurationText {
    /// Why a text is no duration.
    enum Failure: Error, Equatable {
        /// It is no row of numbers with units.
        case malformed
        /// A number stands without a unit.
        case missingUnit(String)
        /// A unit that is not known.
        case unknownUnit(String)
        /// Longer than ten thousand years.
        case tooLong
    }

    /// The milliseconds of a text as a scenario of ours writes it (`8h`, `1h 30min`), or nil where it is no duration.
    public static func milliseconds(_ text: String) -> Int64? { try? milliseconds(text, bareSeconds: false) }

    /// The names of units, in milliseconds; the shortest first.
    static let units: [(names: [String], milliseconds: UInt64)] = [
        (["ms", "msec", "millisecond", "milliseconds"], 1),
        (["s", "sec", "secs", "second", "seconds"], 1_000),
        (["m", "min", "mins", "minute", "minutes"], 60_000),
        (["h", "hr", "hrs", "hour", "hours"], 3_600_000),
        (["d", "day", "days"], 86_400_000),
        (["w", "week", "weeks"], 604_800_000),
        (["mon", "month", "months"], 2_592_000_000),
        (["y", "year", "years"], 31_536_000_000),
    ]
    /// Units below a millisecond: how many make one. Open Cyber Range's dialect only.
    private static let smallUnits: [(names: [String], perMillisecond: UInt64)] = [
        (["us", "µs", "usec", "microsecond", "microseconds"], 1_000),
        (["ns", "nsec", "nanosecond", "nanoseconds"], 1_000_000),
    ]
    private static let longestText = 256
    private static let longest: UInt64 = 315_360_000_000_000

    /// The milliseconds of `text`.
    ///
    /// With `bareSeconds` a number without a unit means seconds; otherwise only 0 needs none.
    static func milliseconds(_ text: String, bareSeconds: Bool) throws(Failure) -> Int64 {
        var rest = Array(text.utf8.filter { $0 != 0x20 && $0 != 0x5F && $0 != 0x09 })[...]
        if rest.isEmpty || rest.count > longestText { throw .malformed }
        var total: UInt64 = 0
        while !rest.isEmpty {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            rest = rest.dropFirst(digits.count)
            let name = rest.prefix { !(0x30...0x39).contains($0) }
            rest = rest.dropFirst(name.count)
            let number = String(decoding: digits, as: UTF8.self)
            guard !digits.isEmpty else { throw .malformed }
            guard digits.count <= 15, let value = UInt64(number) else { throw .tooLong }
            let unit = String(decoding: name, as: UTF8.self).lowercased()
            let part = try part(value, unit, isLast: rest.isEmpty && total == 0, bareSeconds: bareSeconds)
            total += part
            if part > longest || total > longest { throw .tooLong }
        }
        return Int64(total)
    }

    private static func part(
        _ value: UInt64, _ unit: String, isLast: Bool, bareSeconds: Bool
    ) throws(Failure) -> UInt64 {
        if unit.isEmpty {
            guard bareSeconds || (value == 0 && isLast) else { throw .missingUnit(String(value)) }
            return product(value, 1_000)
        }
        for known in units where known.names.contains(unit) { return product(value, known.milliseconds) }
        if bareSeconds {
            for known in smallUnits where known.names.contains(unit) { return value / known.perMillisecond }
        }
        throw .unknownUnit(unit)
    }

    /// The product, or more than the longest duration where it overflows.
    private static func product(_ value: UInt64, _ factor: UInt64) -> UInt64 {
        let result = value.multipliedReportingOverflow(by: factor)
        return result.overflow ? longest + 1 : result.partialValue
    }
}
