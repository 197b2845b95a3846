import Foundation
import Kernel
import Logging

/// A line of the log.
enum LogLine {
    /// The line, without its end: keys sorted, values as text, whole numbers as numbers.
    static func text(
        level: Logger.Level, message: String, metadata: Logger.Metadata, milliseconds: Int64
    ) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("time", timestamp(milliseconds))
            json.member("level", level.rawValue)
            json.member("message", message)
            for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
                let text = value.description
                if let number = Int64(text), String(number) == text {
                    json.member(key, number)
                } else {
                    json.member(key, text)
                }
            }
        }
        return json.text
    }

    /// The time, in milliseconds since 1970.
    static func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }

    /// `2026-03-02T00:30:00.000Z`.
    static func timestamp(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
