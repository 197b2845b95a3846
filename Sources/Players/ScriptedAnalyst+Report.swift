import Exercise
import Kernel
import NetworkWorld
import Scenario

/// What the analyst tells command and answers at the end.
extension ScriptedAnalyst {
    /// Answers and reports.
    public mutating func finish(_ desk: inout PlayerDesk) {}
}
