import Foundation

/// How far a study is, and how long the rest will take at the speed so far.
struct StudyMeter: Sendable {
    private let start = ContinuousClock.now
    /// Blocks that were done before.
    private let before: Int

    init(done: Int) { before = done }

    func line(done: Int, total: Int) -> String {
        let percent = done * 100 / max(total, 1)
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        guard done > before, done < total else { return "simulating years … \(percent) %" }
        let left = Int((seconds / Double(done - before) * Double(total - done)).rounded(.up))
        return "simulating years … \(percent) %, \(Self.text(left)) left"
    }

    private static func text(_ seconds: Int) -> String {
        if seconds < 90 { return "\(seconds) s" }
        let minutes = (seconds + 30) / 60
        return minutes < 90 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
