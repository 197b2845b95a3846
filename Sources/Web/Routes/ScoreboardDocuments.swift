import Ground
import Kernel
import Synchronization

/// Scoreboards as they were last written for programs: many ask for the same one, most of the time nothing has changed.
final class ScoreboardDocuments: Sendable {
    private struct Document {
        let version: Int
        let end: ContinuousClock.Instant
        let bytes: [UInt8]
    }

    /// How long one is given out where nothing changes: it says which time of the exercise it is of.
    private static let longest = Duration.seconds(1)
    private static let capacity = 64

    private let documents = Mutex<[Int64: Document]>([:])

    /// The scoreboard of an exercise that everybody in it may see, as JSON.
    ///
    /// - Parameter write: writes it anew, where the known one is out of date.
    func bytes(of live: LiveExercise, write: () async -> Scoreboard) async -> [UInt8] {
        // Asked for before anything is read: what changes meanwhile makes the document an old one at once.
        let version = live.boardVersion
        let now = ContinuousClock.now
        if let known = documents.withLock({ $0[live.id] }), known.version == version, now < known.end {
            return known.bytes
        }
        let board = await write()
        var json = JSONWriter()
        board.write(to: &json)
        let document = Document(version: version, end: now + Self.longest, bytes: json.bytes)
        documents.withLock { documents in
            if documents.count >= Self.capacity { documents.removeAll() }
            documents[live.id] = document
        }
        return document.bytes
    }
}
