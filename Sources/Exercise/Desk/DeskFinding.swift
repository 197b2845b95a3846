import Kernel
import NetworkWorld
import Scenario

/// What an investigation brought: evidence as the team's knowledge tells it.
public struct DeskFinding: Sendable, Equatable {
    /// What it came to.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Signs of an intruder on the host that was looked at, or an account in its hands.
        case intruder
        /// Nothing there, but something elsewhere looks suspicious.
        case suspicious
        /// What looked like an attack was everyday work.
        case explained
        /// Nothing was found, which does not mean that nothing is there.
        case nothing
    }

    /// Number, from 1 in the order of time.
    public var number: Int
    /// When, in exercise milliseconds.
    public var time: Milliseconds
    /// Number of the work that brought it.
    public var work: Int
    /// Name of the action.
    public var title: LocalizedText
    /// Host that was looked at, or nil.
    public var host: DeskPlace?
    /// Account that was looked at, or nil.
    public var account: DeskPlace?
    /// Network that was looked at, or nil.
    public var network: DeskPlace?
    /// What it came to.
    public var verdict: Verdict
    /// Accounts found in the intruder's hands.
    public var usedAccounts: [DeskPlace]
    /// Hosts that look suspicious by it.
    public var suspects: [DeskPlace]
    /// Whether outside addresses of the intruder became known.
    public var foundAddress: Bool
    /// All of it in words.
    public var text: LocalizedText

    /// Writes the finding as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.member("work", work)
            json.member("title", title)
            DeskPlace.write("host", host, to: &json)
            DeskPlace.write("account", account, to: &json)
            DeskPlace.write("network", network, to: &json)
            json.member("verdict", verdict.rawValue)
            json.list("used-accounts", usedAccounts) { $0.write(to: &$1) }
            json.list("suspects", suspects) { $0.write(to: &$1) }
            json.member("found-address", foundAddress)
            json.member("text", text)
        }
    }
}

extension TeamExercise {
    /// What investigations brought, in the order of time.
    ///
    /// - Complexity: O(investigations).
    public var deskFindings: [DeskFinding] { investigations.indices.map { deskFinding(at: $0) } }

    private func deskFinding(at index: Int) -> DeskFinding {
        let record = investigations[index]
        let item = run.state.work[record.work]
        let accounts = record.accounts.compactMap { program.place(ofAccount: $0) }
        let suspects = record.suspects.compactMap { program.place(ofHost: $0) }
        var finding = DeskFinding(
            number: index + 1, time: record.time, work: record.work + 1,
            title: program.title(ofAction: Int(item.action)), host: program.place(ofHost: record.host),
            account: program.place(ofAccount: item.account), network: program.place(ofNetwork: item.network),
            verdict: .nothing, usedAccounts: accounts, suspects: suspects, foundAddress: record.foundAddress,
            text: LocalizedText())
        if record.isCompromised || !accounts.isEmpty {
            finding.verdict = .intruder
        } else if !suspects.isEmpty {
            finding.verdict = .suspicious
        } else if record.isExplained {
            finding.verdict = .explained
        }
        finding.text = FindingText.text(finding, isHostCompromised: record.isCompromised)
        return finding
    }
}
