import Kernel

extension Outcome {
    /// Folds every field in.
    func hash(into hasher: inout StableHasher) {
        hasher.combine(goalReached)
        hasher.combine(noPathLeft)
        for time in [goalTime, firstCompromise, detected, contained] { hasher.combine(time ?? -1) }
        for count in [hostsCompromised, hostsEncrypted, attackSteps, trueAlerts, falseAlerts, falseIsolations] {
            hasher.combine(count)
        }
        for lost in [serviceLost, serviceLostByDefence, processLost] {
            for time in lost { hasher.combine(time) }
        }
        for amount in [recordsStolen, staffMinutes, recordLoss, serviceLoss, processLoss, staffCost] {
            hasher.combine(amount)
        }
    }
}
