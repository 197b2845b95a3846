import Kernel

/// A situation report as it was sent, with what the direction said of it.
public struct DeskReport: Sendable, Equatable {
    /// Number, from 1.
    public var number: Int
    /// When, in exercise milliseconds.
    public var time: Milliseconds
    /// Who.
    public var author: Author
    /// What.
    public var report: SituationReport
    /// Points of the direction, 0 to ``TeamLimits/reportPoints``; nil while it was not marked.
    public var points: Int64?
    /// What the direction said.
    public var comment: String

    /// Writes the report as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.key("author")
            author.write(to: &json)
            json.key("report")
            report.write(to: &json)
            json.member(ifAny: "points", points)
            json.member("comment", comment)
        }
    }
}

/// A rule of the team.
public struct DeskRule: Sendable, Equatable {
    /// Number, from 1.
    public var number: Int
    /// When it was armed, in exercise milliseconds.
    public var time: Milliseconds
    /// Who armed it.
    public var author: Author
    /// Title of the rule.
    public var title: String
    /// Its text.
    public var text: String
    /// Whether it is armed.
    public var isArmed: Bool
    /// Alerts that it raised.
    public var alerts: Int

    /// Writes the rule as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.key("author")
            author.write(to: &json)
            json.member("title", title)
            json.member("text", text)
            json.member("armed", isArmed)
            json.member("alerts", alerts)
        }
    }
}

extension TeamExercise {
    /// Situation reports in the order of time.
    public var deskReports: [DeskReport] {
        reports.enumerated().map { index, record in
            DeskReport(
                number: index + 1, time: record.time, author: record.author, report: record.report,
                points: record.mark?.points, comment: record.mark?.comment ?? "")
        }
    }

    /// Rules in the order of arming, disarmed ones among them.
    public var deskRules: [DeskRule] {
        rules.enumerated().map { index, rule in
            DeskRule(
                number: index + 1, time: rule.time, author: rule.author, title: rule.title, text: rule.text,
                isArmed: rule.disarmedAt == nil, alerts: rule.alerts)
        }
    }
}
