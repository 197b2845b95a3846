import GRDB
import Scenario

extension GroundError {
    /// What a failure of the database means to whoever asked. Values that were being stored are never part of the text.
    init(storage error: any Error) {
        if let refusal = error as? GroundError {
            self = refusal
        } else if let failure = error as? DatabaseError {
            self.init(database: failure)
        } else if error is CancellationError {
            self.init(.storage, "The request was given up before it was done.")
        } else {
            self.init(.storage, "The storage failed: \(type(of: error)).")
        }
    }

    private init(database failure: DatabaseError) {
        switch failure.resultCode {
        case .SQLITE_CONSTRAINT:
            self.init(
                .conflict,
                LocalizedText(
                    vietnamese: "Điều này mâu thuẫn với dữ liệu đã có.",
                    english: "This contradicts what is stored already."))
        case .SQLITE_FULL:
            self.init(.storage, "The disk that holds the data is full.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(
                .storage,
                "The database is damaged (\(failure.message ?? "no particulars")). Stop the server, keep a copy of the "
                    + "folder, and put a backup in the place of thao.sqlite.")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            self.init(.storage, "The database cannot be written: \(failure.message ?? "no particulars").")
        default:
            let code = failure.extendedResultCode.rawValue
            self.init(.storage, "The database failed: \(failure.message ?? "no particulars") (SQLite \(code)).")
        }
    }
}
