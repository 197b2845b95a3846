import Kernel

/// What an analyst keeps on a host that something points at.
struct HostCase: Sendable {
    /// What points at it since it was last looked at, each source once.
    private(set) var leads: [Lead] = []
    /// Everything that ever pointed at it.
    private(set) var history: [Lead] = []
    /// When it was first found to be in the intruder's hands, ms.
    var fell: Milliseconds?
    /// Looks in vain since the last lead that came after one.
    var looksInVain = 0
    /// When a response to its fall was asked for last, ms.
    var answered: Milliseconds = -1

    /// How much speaks for a look.
    var weight: Int { leads.reduce(0) { $0 + $1.weight } }

    /// Notes a lead; one that says the same as another says nothing new for half an hour.
    mutating func note(_ lead: Lead) {
        if leads.contains(where: { $0.source == lead.source }) { return }
        if history.contains(where: { $0.source == lead.source && lead.time - $0.time < .minutes(30) }) { return }
        leads.append(lead)
        history.append(lead)
        looksInVain = 0
    }

    /// A look has ended: what came before it began has been looked into.
    mutating func lookedAt(since start: Milliseconds, found: Bool) {
        if found {
            leads.removeAll { $0.time <= start }
            looksInVain = 0
        } else {
            looksInVain += 1
        }
    }

    /// Nothing more is expected of what points at it.
    mutating func drop(until time: Milliseconds) { leads.removeAll { $0.time <= time } }
}
