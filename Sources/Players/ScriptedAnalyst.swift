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

    private var names: NameTable?
    private var hunter = Hunter()
    var cases: [Int32: HostCase] = [:]
    /// Hosts with a case, in the order in which they came up.
    var order: [Int32] = []
    /// Accounts that something points at.
    var suspects = AccountList()
    /// Accounts that investigations found in the intruder's hands.
    var lostAccounts: Set<Int32> = []
    /// When a network was reviewed last, ms.
    var reviews: [Int32: Milliseconds] = [:]
    /// Networks that somebody called about and that nobody reviewed since.
    var alarmed: Set<Int32> = []
    /// Partners' networks that somebody called about.
    var calls: [Int32] = []
    /// When the intruder was last found anywhere, ms.
    var incident: Milliseconds?
    /// Servers that were patched.
    var patched: Set<Int32> = []
    /// Whether the domain is to be reset, and when it was asked for.
    var isDomainLost = false
    var domainReset: Milliseconds?
    /// Hosts whose trail is to be followed.
    var trails: Set<Int32> = []
    /// When mailboxes were searched last, ms.
    var mailSearched: Milliseconds = 0
    /// When hosts were found to have fallen, ms.
    var falls: [Milliseconds] = []
    /// When addresses outside were blocked last, ms.
    var blocked: Milliseconds?
    private var alertsSeen = 0
    private var findingsSeen = 0
    private var messagesSeen = 0
    private var openAlerts: [(alert: Int, host: Int32)] = []

    /// From what weight on a host is looked at.
    static let worthALook = 3
    /// From what weight on a desk is cut off without another look.
    static let beyondDoubt = 9
    /// The same where two different alerts named it within the hour, and for servers that others stand in for.
    static let muchDoubted = 7
    /// How often logs are searched.
    private static let searching = Milliseconds.minutes(3)

    /// Techniques whose alerts name an account that is to get a new password whatever else comes out: somebody typed it into a
    /// strange page, or came in with it from outside.
    private static let lost: Set<String> = ["T1566.002", "T1133"]

    /// An analyst before the exercise begins.
    public init() {}

    /// One minute of work.
    public mutating func act(_ desk: inout PlayerDesk) {
        let situation = desk.situation
        let names = names ?? NameTable(situation)
        self.names = names
        hearAlerts(desk)
        hearMessages(desk, situation)
        if desk.now > 0 && desk.now % Self.searching == 0 {
            for lead in hunter.look(desk, names) { note(names.placed(lead)) }
        }
        hearFindings(desk)
        var board = Board(situation, desk)
        followHosts(board)
        for host in trails.sorted() {
            guard let known = board.hosts[host] else { continue }
            for lead in hunter.trail(of: known.address, name: known.name, desk, names) { note(lead) }
            if known.role == .workstation { continue }
            for account in hunter.serviceAccounts(of: known.address, name: known.name, desk, names) {
                suspects.convict(account)
            }
        }
        trails = []
        respond(&desk, &board)
        if incident == nil { closeDoors(&desk, &board, keeping: 1) }
        investigate(&desk, &board)
        useLeisure(&desk, &board)
        patrol(&desk, &board)
        closeAlerts(&desk)
    }

    // MARK: Hearing

    mutating func note(_ lead: Lead) {
        if cases[lead.host] == nil { order.append(lead.host) }
        let isNew = cases[lead.host, default: HostCase()].note(lead)
        if isNew && lead.account >= 0 {
            suspects.note(lead.account, weight: lead.weight)
            let isTyped = lead.source.hasPrefix(LogHunt.rareSite) && lead.source.hasSuffix("POST")
            if isTyped || lead.isOutOfPlace { suspects.convict(lead.account) }
        }
    }

    private mutating func hearAlerts(_ desk: PlayerDesk) {
        for alert in desk.alerts(after: alertsSeen) {
            alertsSeen = alert.number
            guard let host = alert.host else { continue }
            note(
                Lead(
                    time: alert.time, host: host.id,
                    weight: 2 + (Severity.allCases.firstIndex(of: alert.severity) ?? 0),
                    source: "alert: \(alert.title.english)", technique: alert.techniques.first ?? "",
                    isAlert: true))
            openAlerts.append((alert.number, host.id))
            if let account = alert.account, alert.techniques.contains(where: Self.lost.contains) {
                suspects.convict(account.id)
            }
        }
    }

    /// Who calls to say that something is wrong has the hosts of their network looked at.
    private mutating func hearMessages(_ desk: PlayerDesk, _ situation: DeskSituation) {
        let messages = desk.messages
        for message in messages.dropFirst(messagesSeen) {
            let sender = Self.words(message.from.english)
            for network in situation.networks where network.zone == .partner {
                let title = Self.words(network.title.english)
                guard !title.isEmpty, sender.intersection(title).count >= min(2, title.count) else { continue }
                alarmed.insert(network.id)
                calls.append(network.id)
            }
        }
        messagesSeen = messages.count
        // Until the intruder was found there, everybody of that network is looked at again every half hour, and then the others
        // every hour.
        for network in situation.networks where calls.contains(network.id) {
            let round: Milliseconds =
                network.hosts.contains { cases[$0.id]?.everFell == true } ? .hours(1) : .minutes(30)
            for host in network.hosts where (cases[host.id]?.weight ?? 0) < Self.worthALook && !host.isIsolated {
                note(Lead(time: desk.now, host: host.id, weight: 5, source: "call, round \(desk.now / round)"))
            }
        }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    }

    /// Takes in what investigations brought.
    private mutating func hearFindings(_ desk: PlayerDesk) {
        let findings = desk.findings
        for finding in findings.dropFirst(findingsSeen) {
            if finding.verdict == .intruder { incident = finding.time }
            // Mailboxes still hold the letters that hosts fell to which were set right since.
            let isOld = finding.host == nil && finding.account == nil && finding.network == nil
            for suspect in finding.suspects where !(isOld && cases[suspect.id]?.everFell == true) {
                note(Lead(time: finding.time, host: suspect.id, weight: 5, source: "finding \(finding.number)"))
                // Traffic of a network shows nobody who is not in the intruder's hands.
                if finding.network != nil { fall(suspect.id, at: finding.time) }
            }
            for account in finding.usedAccounts {
                suspects.convict(account.id)
                lostAccounts.insert(account.id)
            }
            guard let host = finding.host else { continue }
            if finding.verdict == .intruder {
                fall(host.id, at: finding.time)
            } else {
                let thorough = desk.work(finding.work)?.action != "process-list"
                cases[host.id]?.lookedInVain(thorough: thorough)
            }
        }
        findingsSeen = findings.count
    }

    private mutating func fall(_ host: Int32, at time: Milliseconds) {
        incident = time
        falls.append(time)
        trails.insert(host)
        if cases[host] == nil { order.append(host) }
        cases[host, default: HostCase()].falls(at: time)
        for lead in cases[host]?.leads ?? [] where lead.account >= 0 && lead.weight >= 3 {
            suspects.convict(lead.account)
        }
    }

    /// Alerts are closed as what the host that they name has turned out to be.
    private mutating func closeAlerts(_ desk: inout PlayerDesk) {
        var rest: [(alert: Int, host: Int32)] = []
        for open in openAlerts {
            let item = cases[open.host] ?? HostCase()
            if item.everFell {
                desk.put(.triage(alert: open.alert, .closedTrue))
            } else if item.weight < Self.worthALook && item.looksInVain > 0 {
                desk.put(.triage(alert: open.alert, .closedFalse))
            } else {
                rest.append(open)
            }
        }
        openAlerts = rest
    }
}
