import Synchronization

/// Keeps what commands say.
final class TerminalRecorder: Sendable {
    private let texts = Mutex((output: "", errors: ""))

    /// What went to standard output.
    var output: String { texts.withLock { $0.output } }
    /// What went to standard error.
    var errors: String { texts.withLock { $0.errors } }

    func record(output text: String) { texts.withLock { $0.output += text } }
    func record(error text: String) { texts.withLock { $0.errors += text } }
}
