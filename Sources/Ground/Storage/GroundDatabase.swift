import GRDB

/// The database with the clock: what every part of the ground reads and writes through.
struct GroundDatabase: Sendable {
    /// Readers beside one writer, over a write-ahead log.
    let pool: DatabasePool
    /// The wall clock, in milliseconds since 1970.
    let now: @Sendable () -> Int64

    /// Marks the file as ours ("Thao" in ASCII), so that no other SQLite file is taken for it.
    static let applicationID: Int64 = 0x5468_616F

    /// Opens or makes the database, looks whether it is whole, and brings it up to date.
    init(path: String, options: GroundOptions) throws(GroundError) {
        var configuration = Configuration()
        configuration.maximumReaderCount = options.readers
        configuration.label = "ground"
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { database in
                // A commit is an acknowledgement here, so it has to be on the disk; the library's own setting for
                // write-ahead logs would lose the last ones with the power.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA journal_size_limit = \(64 * 1024 * 1024)")
                try Self.examine(database, path: path)
            }
            try Migrations.migrator.migrate(pool)
            self.pool = pool
            now = options.now
        } catch {
            throw GroundError(storage: error)
        }
    }

    /// Refuses files that are damaged, not ours, or of a newer version.
    private static func examine(_ database: Database, path: String) throws {
        let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if application == 0 && tables == 0 {
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            return
        }
        guard application == applicationID else {
            throw GroundError(.storage, "\(path) is a database of something else.")
        }
        let faults = try String.fetchAll(database, sql: "PRAGMA quick_check(3)")
        guard faults == ["ok"] else {
            throw GroundError(
                .storage,
                "\(path) is damaged: \(faults.joined(separator: "; ")). Keep a copy of the folder, and put a backup in "
                    + "its place.")
        }
        guard try !Migrations.migrator.hasBeenSuperseded(database) else {
            throw GroundError(.storage, "\(path) was written by a newer version of this program. Use that one.")
        }
    }

    /// Reads, from a snapshot of its own.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(GroundError) -> Value {
        do { return try await pool.read(body) } catch { throw GroundError(storage: error) }
    }

    /// Writes, in a transaction that is on the disk when this returns, and undone where it throws.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(GroundError) -> Value {
        do { return try await pool.write(body) } catch { throw GroundError(storage: error) }
    }
}
