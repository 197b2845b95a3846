import Kernel
import NetworkWorld
import Scenario

/// An action that the team asked for, in numbers and in words.
public struct ReviewAction: Sendable, Equatable {
    /// Index among the program's actions.
    public var action: Int
    /// The action's id.
    public var id: String
    /// The action's name, for people.
    public var title: LocalizedText
    /// Learn or change.
    public var kind: ActionKind
    /// Host it is aimed at, or −1.
    public var host: Int32
    /// Account it is aimed at, or −1.
    public var account: Int32
    /// Network it is aimed at, or −1.
    public var network: Int32
    /// Name of that host, account or network; nil where it is aimed at the whole organisation.
    public var target: String?

    /// What an item of work is about.
    init(_ item: WorkItem, program: Program) {
        let record = program.catalogue.actions[Int(item.action)]
        action = Int(item.action)
        id = record.id
        title = record.title
        kind = record.kind
        host = item.host
        account = item.account
        network = item.network
        if host >= 0 {
            target = program.hostName(host)
        } else if account >= 0 {
            target = program.accountName(account)
        } else if network >= 1 {
            target = program.simulation.networks[Int(network) - 1].name
        }
    }

    /// Writes it as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("title", title)
            json.member("kind", kind.rawValue)
            json.member("host", host)
            json.member("account", account)
            json.member("network", network)
            json.member("target", optional: target)
        }
    }
}
