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

    /// What attempts are counted by: the host, else the account.
    var attemptTarget: Int32 { target >= 0 ? target : account }
}
