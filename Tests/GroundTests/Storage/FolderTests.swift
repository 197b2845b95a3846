import Foundation
import GRDB
import Testing

@testable import Ground

struct FolderTests {
    private func permissions(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }

    @Test func onlyTheOwnerReadsTheFolderAndItsFiles() async throws {
        let test = try TestGround()
        _ = try await test.ground.makeAccount("an.nguyen")
        #expect(try permissions(test.folder) == 0o700)
        let files = try FileManager.default.contentsOfDirectory(atPath: test.folder)
        #expect(files.contains("thao.sqlite"))
        for file in files { #expect(try permissions(test.folder + "/" + file) == 0o600, "\(file)") }
    }

    @Test func whatWasKeptIsThereAfterReopening() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        await test.ground.close()
        let again = try test.reopened()
        #expect(try await again.account(account.id) == account)
    }

    @Test func aFolderHasOneOwnerAtATime() async throws {
        let test = try TestGround()
        #expect(throws: GroundError.self) { try test.reopened() }
        do { _ = try test.reopened() } catch let error as GroundError {
            #expect(error.code == .conflict)
            #expect(error.message.contains("Another server uses the folder"))
        }
    }

    /// Opens a folder whose database is what the body makes of it, and returns why that was refused.
    private func refusalOfDatabase(_ make: (String) throws -> Void) throws -> GroundError? {
        let folder = NSTemporaryDirectory() + "thao-folder-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try make(folder + "/thao.sqlite")
        do {
            _ = try Ground(folder: folder)
            return nil
        } catch let error as GroundError { return error }
    }

    @Test func otherDatabasesAreRefused() throws {
        let text = try refusalOfDatabase { path in
            try Data(repeating: 65, count: 5_000).write(to: URL(fileURLWithPath: path))
        }
        #expect(text?.code == .storage)
        #expect(text?.message.contains("damaged") == true)
        let foreign = try refusalOfDatabase { path in
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "CREATE TABLE birds (id INTEGER PRIMARY KEY)") }
            try queue.close()
        }
        #expect(foreign?.message.contains("something else") == true)
    }

    @Test func aFileInThePlaceOfTheFolderIsRefused() throws {
        let path = NSTemporaryDirectory() + "thao-file-" + UUID().uuidString
        try Data().write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: GroundError(.storage, "\(path) is a file, not a folder.")) { try Ground(folder: path) }
    }

    @Test func aNewerDatabaseIsRefused() async throws {
        let test = try TestGround()
        try await test.ground.database.write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9 something later')")
        }
        await test.ground.close()
        do {
            _ = try test.reopened()
            Issue.record("A database of a newer version was opened.")
        } catch let error as GroundError {
            #expect(error.message.contains("newer version"))
        }
    }

    @Test func aDamagedDatabaseIsRefusedWithAdvice() async throws {
        let test = try TestGround()
        for number in 1...40 { _ = try await test.ground.createOrganisation(name: "Đơn vị \(number)", by: .tester) }
        await test.ground.close()
        let path = test.folder + "/thao.sqlite"
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        let size = try file.seekToEnd()
        // Leaves the first page, which says what the file is.
        for offset in stride(from: UInt64(4_096), to: size, by: 4_096) {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 200))
        }
        try file.close()
        do {
            _ = try test.reopened()
            Issue.record("A damaged database was opened.")
        } catch let error as GroundError {
            #expect(error.code == .storage)
            #expect(error.message.contains("damaged"))
        }
    }

    @Test func commitsAreFlushed() async throws {
        let test = try TestGround()
        let (mode, level) = try await test.ground.database.write { database in
            (
                try String.fetchOne(database, sql: "PRAGMA journal_mode"),
                try Int.fetchOne(database, sql: "PRAGMA synchronous")
            )
        }
        #expect(mode == "wal")
        #expect(level == 2, "2 is FULL")
    }
}
