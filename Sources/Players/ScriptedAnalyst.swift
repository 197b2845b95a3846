import Exercise
import Kernel
import LogSearch
import NetworkWorld
import Scenario

/// A seat that works as a good junior analyst with the documentation would: it takes every alert, searches the logs for
/// what the days before did not have, looks at the hosts that these point at, follows what investigations bring, answers
/// what it has found and goes on looking. It reads the desk and the team's log and nothing else.
public struct ScriptedAnalyst: Player {
    /// Its name in tables.
    public static let name = "analyst"

    var names: NameTable?
    private var hunter = Hunter()
    var cases: [Int32: HostCase] = [:]
    /// Hosts with a case, in the order in which they came up.
    var order: [Int32] = []
    private var alertsSeen = 0
    private var alertHosts: [(alert: Int, host: Int32)] = []
    private var findingsSeen = 0
    /// Accounts that something points at, most urgent first.
    var accounts: [Int32] = []
    /// When an account was reset last.
    var resets: [Int32: Milliseconds] = [:]
    /// When a network was reviewed last.
    var reviews: [Int32: Milliseconds] = [:]
    /// When the latest fall of a host was found.
    var incident: Milliseconds?
    var patched: Set<Int32> = []
    var domainReset: Milliseconds?
    var asked = 0

    /// How often logs are searched.
    private static let searching = Milliseconds.minutes(3)

    /// An analyst before the exercise begins.
    public init() {}

    /// One minute of work.
    public mutating func act(_ desk: inout PlayerDesk) {
        let situation = desk.situation
        let names = names ?? NameTable(situation)
        self.names = names
        hearAlerts(desk)
        if desk.now > 0 && desk.now % Self.searching == 0 {
            for lead in hunter.look(desk, names) { note(lead) }
        }
        hearFindings(desk, situation)
        let board = Board(situation, desk)
        respond(&desk, board)
        investigate(&desk, board)
        closeAlerts(&desk, board)
    }

    mutating func note(_ lead: Lead) {
        if cases[lead.host] == nil { order.append(lead.host) }
        cases[lead.host, default: HostCase()].note(lead)
    }

    private mutating func hearAlerts(_ desk: PlayerDesk) {
        for alert in desk.alerts(after: alertsSeen) {
            alertsSeen = alert.number
            guard let host = alert.host else { continue }
            let weight = 1 + Severity.allCases.distance(from: 0, to: Severity.allCases.firstIndex(of: alert.severity) ?? 0)
            note(
                Lead(
                    time: alert.time, host: host.id, account: alert.account?.id ?? -1, weight: weight,
                    source: "alert: \(alert.title.english)", technique: alert.techniques.first ?? ""))
            alertHosts.append((alert.number, host.id))
        }
    }

    /// Takes in what investigations brought: suspects, accounts, looks in vain.
    private mutating func hearFindings(_ desk: PlayerDesk, _ situation: DeskSituation) {
        let findings = desk.findings
        for finding in findings[findingsSeen...] {
            for suspect in finding.suspects {
                note(Lead(time: finding.time, host: suspect.id, weight: 4, source: "finding \(finding.number)"))
            }
            for account in finding.usedAccounts { suspect(account: account.id) }
            guard let host = finding.host, finding.work <= desk.work.count else { continue }
            let start = desk.work[finding.work - 1].started ?? finding.time
            let found = finding.verdict == .intruder
            cases[host.id]?.lookedAt(since: start, found: found)
            if found {
                incident = finding.time
                if cases[host.id] == nil { order.append(host.id) }
                if cases[host.id]?.fell == nil { cases[host.id, default: HostCase()].fell = finding.time }
                for lead in cases[host.id]?.history ?? [] where lead.account >= 0 { suspect(account: lead.account) }
            }
        }
        findingsSeen = findings.count
    }

    mutating func suspect(account: Int32) {
        if !accounts.contains(account) { accounts.append(account) }
    }

    /// Alerts are closed as what the host that they name has turned out to be.
    private mutating func closeAlerts(_ desk: inout PlayerDesk, _ board: Board) {
        alertHosts.removeAll { alert, host in
            guard let known = board.hosts[host], let item = cases[host] else { return false }
            if item.fell != nil {
                desk.put(.triage(alert: alert, .closedTrue))
                return true
            }
            if known.assessment == .clean && item.looksInVain >= 1 && !known.isInWork {
                desk.put(.triage(alert: alert, .closedFalse))
                return true
            }
            return false
        }
    }
}
