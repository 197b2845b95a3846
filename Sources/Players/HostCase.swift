import Kernel

/// What an analyst keeps on a host that something points at.
struct HostCase: Sendable {
    /// Everything that ever pointed at it.
    private(set) var leads: [Lead] = []
    /// What speaks for a look: what leads weigh, less what looks in vain took off.
    private(set) var weight = 0
    /// When it was found to be in the intruder's hands; nil where it was not, or was set right since.
    var fell: Milliseconds?
    /// Whether it ever fell.
    var everFell = false
    /// Whether it was thought of since it fell.
    var isExamined = false
    /// Looks in vain since it was last thought of.
    private(set) var looksInVain = 0

    /// Notes a lead. One that says the same as another says nothing new for two hours. Gives whether it is new.
    @discardableResult
    mutating func note(_ lead: Lead) -> Bool {
        if leads.contains(where: { $0.source == lead.source && lead.time - $0.time < .hours(2) }) { return false }
        leads.append(lead)
        weight = min(weight + lead.weight, 9)
        return true
    }

    /// Different alerts that named it since a moment.
    func alerts(since time: Milliseconds) -> Int {
        Set(leads.lazy.filter { $0.isAlert && $0.time >= time }.map(\.source)).count
    }

    /// A look found nothing; a thorough one leaves less doubt.
    mutating func lookedInVain(thorough: Bool) {
        weight = max(0, weight - (thorough ? 4 : 2))
        looksInVain += 1
    }

    /// The intruder was found on it.
    mutating func falls(at time: Milliseconds) {
        if fell == nil { isExamined = false }
        fell = time
        everFell = true
        weight = 0
    }

    /// It was set right.
    mutating func recovers() {
        fell = nil
        weight = 0
        looksInVain = 0
    }
}
