import Foundation
import GRDB

extension Ground {
    /// Writes a copy of the whole database to a file, while work goes on. It holds everything that was acknowledged before
    /// the call. Put it in an empty folder as `thao.sqlite` and a server starts from it.
    ///
    /// Reads the whole database once. Only the owner reads the file.
    /// - Throws: `conflict` where the file exists, `storage` where it cannot be written; no half file stays.
    public func backup(to path: String) async throws(GroundError) {
        let partial = path + ".partial"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw GroundError(.conflict, "\(path) exists already. Choose another name.", field: "path")
        }
        try? FileManager.default.removeItem(atPath: partial)
        try DataFolder.makePrivateFile(partial)
        do {
            try await database.pool.read { source in
                let copy = try DatabaseQueue(path: partial)
                try copy.writeWithoutTransaction { target in
                    try source.backup(to: target)
                    // Without this the copy would need a log file beside it, and a lone file is what people carry about.
                    try target.execute(sql: "PRAGMA journal_mode = DELETE")
                }
                try copy.close()
            }
            try FileManager.default.moveItem(atPath: partial, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw GroundError(storage: error)
        }
    }

    /// Bytes that the database takes on the disk, with its log.
    public func size() -> Int64 {
        let path = DataFolder.database(in: folder)
        return [path, path + "-wal"].reduce(0) { sum, file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: file)
            return sum + ((attributes?[.size] as? NSNumber)?.int64Value ?? 0)
        }
    }
}
