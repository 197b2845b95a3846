import Dispatch
import Foundation

/// Turns the first Ctrl-C (or SIGTERM) into a call instead of the end of the process; a second one ends it at once.
final class InterruptWatch: Sendable {
    // The sources are set up once and then only cancelled; Dispatch guards both.
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    /// A queue with a thread of its own: all others may be busy simulating.
    private static let queue = DispatchQueue(label: "thao.interrupts")

    init(_ heed: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: Self.queue)
            source.setEventHandler {
                // The next one does what it always did.
                signal(number, SIG_DFL)
                heed()
            }
            source.resume()
            return source
        }
    }

    /// Signals do again what they always did.
    func stop() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
