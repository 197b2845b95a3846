import ArgumentParser
import Kernel
import Scenario

/// A duration as the scenario file writes it: `8h`, `1h 30min`, `45 min`.
struct DurationArgument: ExpressibleByArgument {
    let milliseconds: Milliseconds

    init?(argument: String) {
        guard let milliseconds = DurationText.milliseconds(argument), milliseconds > 0 else { return nil }
        self.milliseconds = milliseconds
    }
}
