import Foundation
import Synchronization

/// Keeps a second server out of a folder of data for as long as it lives.
///
/// The operating system lets go of the lock when the process ends, however it ends; the file stays and means nothing.
final class FolderLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Takes the lock, or says that somebody else has it.
    init(folder: String) throws(GroundError) {
        let path = folder + "/thao.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw GroundError(.storage, "Cannot open \(path): \(String(cString: strerror(errno))).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw GroundError(
                isTaken ? .conflict : .storage,
                isTaken
                    ? "Another server uses the folder \(folder). Stop that one, or choose another folder."
                    : "Cannot lock \(path): \(reason).")
        }
        self.descriptor = Mutex(descriptor)
    }

    /// Lets others have the folder.
    func release() {
        descriptor.withLock { descriptor in
            if let open = descriptor { close(open) }
            descriptor = nil
        }
    }

    deinit { release() }
}
