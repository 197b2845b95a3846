extension Metrics {
    /// The media type of ``exposition()``.
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// Everything in Prometheus's text format, sorted by name and labels.
    ///
    /// - Complexity: O(series).
    func exposition() -> String {
        var text = ""
        for (name, family) in snapshot {
            text += "# HELP \(name) \(family.help)\n# TYPE \(name) \(family.type)\n"
            for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
                switch series {
                case .counter(let counter): Self.line(name, labels, String(counter.value), &text)
                case .gauge(let gauge): Self.line(name, labels, String(gauge.value), &text)
                case .sampled(let value): Self.line(name, labels, String(value()), &text)
                case .histogram(let histogram): Self.lines(name, labels, histogram.reading, &text)
                }
            }
        }
        return text
    }

    private static func lines(_ name: String, _ labels: String, _ reading: Histogram.Reading, _ text: inout String) {
        let before = labels.isEmpty ? "" : labels + ","
        var count = 0
        for (limit, counted) in zip(Histogram.limits, reading.counts) {
            count += counted
            line(name + "_bucket", before + "le=\"\(seconds(limit))\"", String(count), &text)
        }
        line(name + "_bucket", before + "le=\"+Inf\"", String(reading.count), &text)
        line(name + "_sum", labels, seconds(reading.sum), &text)
        line(name + "_count", labels, String(reading.count), &text)
    }

    private static func line(_ name: String, _ labels: String, _ value: String, _ text: inout String) {
        text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
    }

    /// Microseconds as seconds, without trailing zeros.
    private static func seconds(_ microseconds: Int) -> String {
        let fraction = String(microseconds % 1_000_000 + 1_000_000).dropFirst()
        let digits = fraction.prefix(through: fraction.lastIndex { $0 != "0" } ?? fraction.startIndex)
        return digits == "0" ? String(microseconds / 1_000_000) : "\(microseconds / 1_000_000).\(digits)"
    }
}
