import Kernel

/// What a run came to: one value for scores, studies and rewards alike.
///
/// Money is in whole units of the scenario's currency, time in exercise milliseconds.
public struct Outcome: Sendable, Equatable {
    /// The adversary has what it wanted.
    public var goalReached = false
    /// When it had.
    public var goalTime: Milliseconds?
    /// No path was left to it.
    public var noPathLeft = false
    /// When red first had access to a host.
    public var firstCompromise: Milliseconds?
    /// When the first alert that belongs to the attack reached a defender.
    public var detected: Milliseconds?
    /// Since when red has had no access at all; nil while it has, or where it never had.
    public var contained: Milliseconds?
    /// Records taken.
    public var recordsStolen: Int64 = 0
    /// Hosts that red ever had access to.
    public var hostsCompromised = 0
    /// Hosts encrypted.
    public var hostsEncrypted = 0
    /// Attack steps tried.
    public var attackSteps = 0
    /// Alerts delivered that belong to the attack.
    public var trueAlerts = 0
    /// Alerts delivered that do not.
    public var falseAlerts = 0
    /// Time that each business service was down, by index.
    public var serviceLost: [Milliseconds] = []
    /// The part of it that defenders' own actions caused.
    public var serviceLostByDefence: [Milliseconds] = []
    /// Time that each process was disturbed, weighted by share, by index.
    public var processLost: [Milliseconds] = []
    /// Minutes of staff used.
    public var staffMinutes: Int64 = 0
    /// Hosts isolated that red never had access to.
    public var falseIsolations = 0
    /// Loss from records taken.
    public var recordLoss: Int64 = 0
    /// Loss from business services down.
    public var serviceLoss: Int64 = 0
    /// Loss from processes disturbed.
    public var processLoss: Int64 = 0
    /// Cost of staff.
    public var staffCost: Int64 = 0
    /// Cost of setting up anew what is still encrypted.
    public var recoveryCost: Int64 = 0

    /// Nothing happened.
    public init() {}

    /// All losses and costs together.
    public var totalLoss: Int64 {
        [recordLoss, serviceLoss, processLoss, staffCost, recoveryCost].reduce(0, saturatingSum)
    }

    /// Minutes from first access to detection, or nil where there was none of either.
    public var minutesToDetect: Int64? { minutes(from: firstCompromise, to: detected) }

    /// Minutes from first access to containment, or nil where red was never contained.
    public var minutesToContain: Int64? { minutes(from: firstCompromise, to: contained) }

    private func minutes(from start: Milliseconds?, to end: Milliseconds?) -> Int64? {
        guard let start, let end else { return nil }
        return max(0, end - start) / 60_000
    }
}

/// A product that stays at the largest amount rather than overflow: absurd prices must not stop a run.
func saturatingProduct(_ left: Int64, _ right: Int64) -> Int64 {
    let product = left.multipliedReportingOverflow(by: right)
    return product.overflow ? .max : product.partialValue
}

/// A sum of amounts that stays at the largest rather than overflow.
func saturatingSum(_ left: Int64, _ right: Int64) -> Int64 {
    let sum = left.addingReportingOverflow(right)
    return sum.overflow ? .max : sum.partialValue
}
