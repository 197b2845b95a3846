import Kernel
import NetworkWorld

/// What one future came to, as far as reviews compare it. 48 bytes, no references.
struct FutureResult: Sendable, Equatable {
    /// All losses and costs, whole units of the currency.
    var loss: Int64 = 0
    /// Records stolen.
    var records: Int64 = 0
    /// Hosts encrypted.
    var encrypted: Int64 = 0
    /// Time that business services were down, added up, ms.
    var serviceTime: Milliseconds = 0
    /// Time that processes were disturbed, weighted by share and added up, ms.
    var processTime: Milliseconds = 0
    /// The adversary reached its goal.
    var goalReached = false

    init() {}

    init(_ outcome: Outcome) {
        loss = outcome.totalLoss
        records = outcome.recordsStolen
        encrypted = Int64(outcome.hostsEncrypted)
        serviceTime = outcome.serviceLost.reduce(0, &+)
        processTime = outcome.processLost.reduce(0, &+)
        goalReached = outcome.goalReached
    }
}

/// The same future with something and without it.
struct FuturePair: Sendable, Equatable {
    var with = FutureResult()
    var without = FutureResult()
}
