import Exercise
import NetworkWorld
import Scenario

/// A seat that answers every alert with what is at hand: the host that it names is isolated, the account gets a new
/// password, and the alert is closed as true. It looks at nothing else.
public struct AlertClicker: Player {
    /// Its name in tables.
    public static let name = "clicker"
    private var seen = 0

    /// A clicker before the exercise begins.
    public init() {}

    /// Answers what came since the last turn.
    public mutating func act(_ desk: inout PlayerDesk) {
        for alert in desk.alerts(after: seen) {
            seen = alert.number
            if let host = alert.host { desk.put(.action("isolate-host", host: host.id, account: -1, network: -1)) }
            if let account = alert.account {
                desk.put(.action("reset-credential", host: -1, account: account.id, network: -1))
            }
            desk.put(.triage(alert: alert.number, .closedTrue))
        }
    }

    /// Nothing.
    public mutating func finish(_ desk: inout PlayerDesk) {}
}
