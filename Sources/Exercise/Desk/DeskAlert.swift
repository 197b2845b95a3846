import Kernel
import NetworkWorld
import Scenario

/// An alert as the team sees it.
public struct DeskAlert: Sendable, Equatable {
    /// Number in the team's list, from 1 in the order of arrival.
    public var number: Int
    /// When it arrived, in exercise milliseconds.
    public var time: Milliseconds
    /// What it is called: the analytic's or the rule's title.
    public var title: LocalizedText
    /// How serious it claims to be.
    public var severity: Severity
    /// ATT&CK ids that the analytic looks for; empty for rules of the team.
    public var techniques: [String]
    /// Host that it names, or nil.
    public var host: DeskPlace?
    /// Account that it names, or nil.
    public var account: DeskPlace?
    /// Number of the team's rule that raised it, or nil for a built-in analytic.
    public var rule: Int?
    /// What it is held to be.
    public var triage: Triage
    /// Who said so, or nil.
    public var triagedBy: Author?
    /// When, in exercise milliseconds, or nil.
    public var triagedAt: Milliseconds?

    /// Writes the alert as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.member("title", title)
            json.member("severity", severity.rawValue)
            json.member("techniques", techniques)
            DeskPlace.write("host", host, to: &json)
            DeskPlace.write("account", account, to: &json)
            json.member(ifAny: "rule", rule)
            json.member("triage", triage.rawValue)
            if let triagedBy {
                json.key("triaged-by")
                triagedBy.write(to: &json)
            }
            json.member(ifAny: "triaged-at", triagedAt)
        }
    }
}

extension TeamExercise {
    /// How many alerts have arrived.
    public var alertCount: Int { alertRecords.count }

    /// All alerts in the order of arrival.
    ///
    /// - Complexity: O(alerts).
    public var deskAlerts: [DeskAlert] { alertRecords.indices.map { deskAlert(at: $0) } }

    /// An alert by its number, from 1; nil where there is none.
    public func deskAlert(_ number: Int) -> DeskAlert? {
        number >= 1 && number <= alertRecords.count ? deskAlert(at: number - 1) : nil
    }

    private func deskAlert(at index: Int) -> DeskAlert {
        let record = alertRecords[index]
        let alert = run.state.alerts[Int(knowledge.alerts[index])]
        let isBuiltIn = program.analytics.indices.contains(Int(alert.analytic))
        let analytic = isBuiltIn ? program.catalogue.analytics[program.analyticSource[Int(alert.analytic)]] : nil
        let isRule = record.rule >= 1
        let title = isRule ? rules[Int(record.rule) - 1].title : ""
        return DeskAlert(
            number: index + 1, time: alert.time,
            title: analytic.map { Program.title($0.title, else: $0.id) }
                ?? LocalizedText(vietnamese: title, english: title),
            severity: Severity.allCases[Int(record.severity)], techniques: analytic?.techniques ?? [],
            host: program.place(ofHost: alert.host), account: program.place(ofAccount: alert.account),
            rule: isRule ? Int(record.rule) : nil, triage: record.triage, triagedBy: record.triagedBy,
            triagedAt: record.triagedAt < 0 ? nil : record.triagedAt)
    }
}
