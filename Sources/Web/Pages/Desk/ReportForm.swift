import Exercise
import Kernel
import Scenario

/// A situation report as people fill it in: names instead of numbers, a moment instead of a minute.
enum ReportForm {
    /// The fields of the form.
    static let fields = [
        "hosts", "accounts", "techniques", "start-minute", "records-at-risk", "what-happened", "unknown", "decisions",
    ]

    /// The report that a form describes.
    ///
    /// - Throws: `invalid` with the field where a name is not known or a number is none.
    static func report(_ form: FormFields, _ desk: Desk) throws(Problem) -> SituationReport {
        var report = SituationReport()
        let situation = desk.exercise.deskSituation
        var hosts: [String: Int32] = [:]
        for host in situation.networks.flatMap(\.hosts) {
            hosts[host.name.lowercased()] = host.id
            hosts[host.address] = host.id
        }
        var accounts: [String: Int32] = [:]
        for account in situation.accounts { accounts[account.name.lowercased()] = account.id }
        report.hosts = try numbers(words(form.text("hosts")), hosts, field: "hosts")
        report.accounts = try numbers(words(form.text("accounts")), accounts, field: "accounts")
        report.techniques = words(form.text("techniques")).map { $0.uppercased() }
        let start = form.text("start-minute")
        if !start.isEmpty {
            guard let time = desk.time.time(of: start), time >= 0 else {
                throw Problem.invalid(Texts.Reports.badStart, field: "start-minute")
            }
            report.startMinute = time / 60_000
        }
        let records = form.text("records-at-risk")
        if !records.isEmpty {
            guard let number = Int64(records), number >= 0 else {
                throw Problem.invalid(Texts.API.wholeNumber(0...Int64.max), field: "records-at-risk")
            }
            report.recordsAtRisk = number
        }
        report.whatHappened = form.text("what-happened")
        report.unknown = form.text("unknown")
        report.decisions = form.text("decisions")
        return report
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
    }

    private static func numbers(
        _ names: [String], _ known: [String: Int32], field: String
    ) throws(Problem) -> [Int32] {
        var numbers: [Int32] = []
        for name in names {
            guard let number = known[name.lowercased()] else {
                throw Problem.invalid(Texts.Reports.notThere(name), field: field)
            }
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }
}
