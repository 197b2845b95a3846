import Foundation
import Study
import Synchronization

/// The file that an interrupted study goes on from. It is replaced as a whole, and only after its successor is on disk: a
/// crash at any instant leaves the one or the other.
final class StudyCheckpoint: Sendable {
    /// Where it is.
    let path: String
    /// The least time between two of them.
    private static let interval = Duration.seconds(2)
    /// Writing takes at most one part in so many of a worker's time.
    private static let share = 20

    private struct Schedule {
        var next = ContinuousClock.now + StudyCheckpoint.interval
        var isWriting = false
    }

    private let schedule = Mutex(Schedule())

    init(folder: String, name: String, shard: StudyShard) {
        let suffix = shard == .whole ? "" : "-\(shard.index + 1)-of-\(shard.count)"
        path = "\(folder)/\(name)\(suffix).study-part"
    }

    /// The text of a checkpoint that is there.
    func read() throws -> String? {
        if !FileManager.default.fileExists(atPath: path) { return nil }
        return String(decoding: try Files.read(path), as: UTF8.self)
    }

    /// Writes what `text` gives where the last checkpoint is old enough. A failure is passed over: the study is
    /// not hurt by it, the next checkpoint tries again, and the last one says so.
    func writeIfDue(_ text: () -> String) {
        let isDue = schedule.withLock { schedule in
            if schedule.isWriting || ContinuousClock.now < schedule.next { return false }
            schedule.isWriting = true
            return true
        }
        if !isDue { return }
        let start = ContinuousClock.now
        try? write(text())
        let end = ContinuousClock.now
        schedule.withLock { schedule in
            schedule.isWriting = false
            schedule.next = end + max(Self.interval, (end - start) * Self.share)
        }
    }

    /// Writes a checkpoint now.
    func write(_ text: String) throws {
        let partial = path + ".partial"
        let bytes = Array(text.utf8)
        let file = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if file < 0 { throw failure() }
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Foundation.write(file, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            }
            if written < 0 && errno == EINTR { continue }
            if written <= 0 {
                let failure = failure()
                close(file)
                throw failure
            }
            offset += written
        }
        let isKept = fsync(file) == 0
        close(file)
        if !isKept || rename(partial, path) != 0 { throw failure() }
        // The name of the file is on disk only when its folder is.
        let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    /// Takes the checkpoint away: the study is done.
    func remove() { unlink(path) }

    private func failure() -> CommandFailure {
        CommandFailure.output("\(path): cannot be written (\(String(cString: strerror(errno))))")
    }
}
