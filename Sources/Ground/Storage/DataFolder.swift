import Foundation

/// The folder that holds everything, and the files in it.
enum DataFolder {
    /// The database's file.
    static func database(in folder: String) -> String { folder + "/thao.sqlite" }

    /// Makes the folder for its owner alone where it is missing.
    static func make(_ folder: String) throws(GroundError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw GroundError(.storage, "\(folder) is a file, not a folder.") }
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw GroundError(.storage, "Cannot make the folder \(folder): \(error.localizedDescription)")
        }
    }

    /// Makes an empty file that only its owner reads, where there is none: SQLite would let everybody read it, and gives
    /// the files beside it the permissions that this one has.
    static func makePrivateFile(_ path: String) throws(GroundError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw GroundError(.storage, "Cannot open \(path): \(String(cString: strerror(errno))).")
        }
        close(descriptor)
    }
}
