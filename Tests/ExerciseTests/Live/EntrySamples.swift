import Exercise

/// One entry of every kind of input and author.
enum EntrySamples {
    static let report: SituationReport = {
        var report = SituationReport()
        report.hosts = [1, 20]
        report.accounts = [3]
        report.techniques = ["T1566.001", "T1021"]
        report.startMinute = 12
        report.recordsAtRisk = 1_200_000
        report.whatHappened = "Máy \"pc-002\" bị chiếm\n<script>alert(1)</script>"
        report.unknown = "Chưa rõ 🕵️ ai"
        report.decisions = "Có tắt cổng không?"
        return report
    }()

    static let inputs: [(TeamInput, Author)] = [
        (.action("triage-host", host: 3, account: -1, network: -1), .seat(7)),
        (.action("network-review", host: -1, account: -1, network: 2), .seat(.max)),
        (.triage(alert: 4, .closedFalse), .seat(7)), (.triage(alert: 5, .open), .seat(-1)),
        (.answer(question: "first-technique", text: "T1566"), .seat(7)),
        (.hint(question: "first-technique", number: 1), .seat(8)), (.report(report), .seat(8)),
        (.report(SituationReport()), .seat(8)), (.note("ghi \\ chú", host: -1), .seat(8)),
        (.note("ở máy này", host: 4), .seat(8)), (.chat("chào các bạn"), .seat(8)), (.chat("xin chú ý"), .direction(1)),
        (.reply(message: 1, "đã rõ"), .seat(8)), (.armRule("title: \"Lạ\"\ndetection:\n  a: b\n"), .seat(8)),
        (.disarmRule(1), .seat(8)), (.inject("briefing"), .direction(1)), (.broadcast("Nghỉ."), .direction(1)),
        (.grantFoothold(host: 2), .direction(1)),
        (.mark(subject: .metric("m-written"), points: 5, comment: ""), .direction(1)),
        (.mark(subject: .report(1), points: 10, comment: "gọn, rõ"), .direction(1)),
        (.ruleAlert(rule: 1, host: 3, account: -1, severity: 3), .system),
    ]

    static let entries: [TeamEntry] = inputs.enumerated().map { index, sample in
        TeamEntry(number: index + 1, time: Int64(index) * 60_001, author: sample.1, input: sample.0)
    }
}
