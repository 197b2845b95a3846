import Kernel
import NetworkWorld
import Scenario

/// How near the claims of a situation report came to the truth of the moment it was sent.
///
/// Each line compares what was claimed with what was so. Naming too much costs as much as naming too little: a line's
/// percentage is the harmonic mean of precision and recall. A line about which there was nothing to say, and nothing was
/// said, does not count.
public struct ReportScore: Sendable, Equatable {
    /// What a line compares.
    public enum Subject: String, Sendable, CaseIterable {
        /// Hosts ever held by the adversary.
        case hosts
        /// Accounts ever in its hands.
        case accounts
        /// Techniques that it used; the parent of a sub-technique counts half.
        case techniques
        /// Minute in which it got in, within fifteen.
        case start
        /// Records gathered or taken, within a tenth.
        case records

        /// The line's part of all lines.
        public var weight: Int64 {
            switch self {
            case .hosts: 30
            case .accounts: 20
            case .techniques: 20
            case .start: 15
            case .records: 15
            }
        }
    }

    /// A line of the rubric.
    public struct Line: Sendable, Equatable {
        /// What it compares.
        public var subject: Subject
        /// Claims.
        public var claimed: Int
        /// Claims that were right.
        public var right: Int
        /// What was there to be claimed.
        public var expected: Int
        /// 0 to 100; nil where there was nothing to say and nothing was said.
        public var percent: Int64?
    }

    /// Number of the report, from 1.
    public var number: Int
    /// When it was sent, in exercise milliseconds.
    public var time: Milliseconds
    /// The lines, in a fixed order.
    public var lines: [Line]
    /// All lines by weight, 0 to 100; nil where none counts.
    public var percent: Int64?
    /// Points of the direction; nil while it was not marked.
    public var mark: Int64?

    /// Points that the claims of a report can give.
    public static let claimPoints: Int64 = 20
    /// Points that a report can give: its claims, and the direction's mark.
    public static let maximum = claimPoints + TeamLimits.reportPoints

    /// Points for the claims and from the direction.
    public var points: Int64 { ((percent ?? 0) * Self.claimPoints + 50) / 100 + (mark ?? 0) }

    /// Writes the score as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.list("lines", lines) { line, json in
                json.object { json in
                    json.member("subject", line.subject.rawValue)
                    json.member("claimed", line.claimed)
                    json.member("right", line.right)
                    json.member("expected", line.expected)
                    json.member(ifAny: "percent", line.percent)
                }
            }
            json.member(ifAny: "percent", percent)
            json.member(ifAny: "mark", mark)
            json.member("points", points)
        }
    }
}
