import GRDB

/// Everything that outlives a process: people, exercises, journals, logs. One folder, one database, one owner.
///
/// Calls may come from any number of tasks. What changes something has reached the disk when it returns; what somebody did
/// to people, teams or exercises stands in the audit trail in the same transaction. Whether they may is decided above.
public final class Ground: Sendable {
    /// The folder that holds everything.
    public let folder: String
    /// Keeps inputs of exercises, before they are acknowledged.
    public let journal: JournalWriter
    /// Keeps what people looked at and searched for.
    public let activity: ActivityLog

    let database: GroundDatabase
    let passwords: PasswordHasher
    let guesses: GuessLimiter
    let accesses = AccessCache()
    let seatCache = SeatCache()
    let claims = IdempotencyClaims()
    private let lock: FolderLock

    /// Opens a folder, or makes it for its owner alone (0700) where it is missing.
    ///
    /// Takes the folder for itself, looks through the database (some seconds for gigabytes) and brings it up to date.
    /// - Throws: `conflict` where another server has the folder, `storage` where the database is damaged, of something
    ///   else or of a newer version, or where files cannot be written.
    public init(folder: String, options: GroundOptions = GroundOptions()) throws(GroundError) {
        try DataFolder.make(folder)
        lock = try FolderLock(folder: folder)
        let path = DataFolder.database(in: folder)
        try DataFolder.makePrivateFile(path)
        let database = try GroundDatabase(path: path, options: options)
        self.folder = folder
        self.database = database
        journal = JournalWriter(database: database)
        activity = ActivityLog(database: database, delay: options.activityDelay)
        passwords = PasswordHasher(cost: options.passwordCost, atOnce: options.passwordsAtOnce)
        guesses = GuessLimiter(now: options.now)
    }

    deinit { passwords.close() }

    /// Writes what still waits and closes the database. Calls that come later fail.
    public func close() async {
        await journal.close()
        await activity.close()
        passwords.close()
        // Fails only while a statement still runs; the database then closes with the last reference to it.
        try? database.pool.close()
        lock.release()
    }
}
