import Scenario

/// One thing that red could do now.
struct Candidate {
    /// Card.
    var card: Int
    /// Foothold it starts from, or −1.
    var source: Int32
    /// Host it is aimed at, or −1.
    var target: Int32
    /// Account it uses or is aimed at, or −1.
    var account: Int32

    /// What attempts are counted by, and draws keyed by: the person for whoever writes to people, else the host.
    func aim(_ card: CardRecord) -> Int32 { card.target == .person || target < 0 ? account : target }

    /// The path of what ``aim(_:)`` gives.
    func aimPath(_ card: CardRecord, _ program: Program) -> UInt64 {
        if card.target != .person && target >= 0 { return program.path(ofHost: target) }
        return account >= 0 ? program.path(ofAccount: account) : 0
    }
}
