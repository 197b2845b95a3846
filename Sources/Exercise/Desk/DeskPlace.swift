import Kernel
import NetworkWorld
import Scenario

/// A host, account or network as desks name it.
public struct DeskPlace: Sendable, Equatable {
    /// The number that inputs take.
    public var id: Int32
    /// The name that people know.
    public var name: String

    /// Writes a member with the place, or nothing where there is none.
    static func write(_ name: String, _ place: DeskPlace?, to json: inout JSONWriter) {
        guard let place else { return }
        json.key(name)
        place.write(to: &json)
    }

    /// Writes the place as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
        }
    }
}

extension Program {
    /// A host by its number; nil for −1.
    func place(ofHost host: Int32) -> DeskPlace? { host < 0 ? nil : DeskPlace(id: host, name: hostName(host)) }

    /// An account by its number; nil for −1.
    func place(ofAccount account: Int32) -> DeskPlace? {
        account < 0 ? nil : DeskPlace(id: account, name: accountName(account))
    }

    /// A network by its number; nil for −1 and for the internet.
    func place(ofNetwork network: Int32) -> DeskPlace? {
        network < 1 ? nil : DeskPlace(id: network, name: simulation.networks[Int(network) - 1].name)
    }

    /// The name of an action for people; its key where it has none.
    func title(ofAction action: Int) -> LocalizedText {
        Self.title(catalogue.actions[action].title, else: catalogue.actions[action].id)
    }

    static func title(_ title: LocalizedText, else name: String) -> LocalizedText {
        title.isEmpty ? LocalizedText(vietnamese: name, english: name) : title
    }
}
