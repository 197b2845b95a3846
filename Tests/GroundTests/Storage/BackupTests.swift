import Foundation
import Testing

@testable import Ground

struct BackupTests {
    @Test func aServerStartsFromABackup() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        let (exercise, teams) = try await test.ground.makeExercise()
        try await test.ground.journal.append([.sample(teams[0], 1)])
        let copy = NSTemporaryDirectory() + "thao-copy-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        try await test.ground.backup(to: copy + "/thao.sqlite")
        // What comes later is not in the copy.
        try await test.ground.journal.append([.sample(teams[0], 2)])
        #expect(try FileManager.default.contentsOfDirectory(atPath: copy) == ["thao.sqlite"])
        let attributes = try FileManager.default.attributesOfItem(atPath: copy + "/thao.sqlite")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)

        let restored = try Ground(folder: copy, options: TestGround.options(test.clock))
        #expect(try await restored.account(account.id) == account)
        #expect(try await restored.lineCount(exercise: exercise.id) == 1)
        #expect(try await restored.exerciseContent(exercise.id) == test.ground.exerciseContent(exercise.id))
        #expect(try await restored.verifyAudit().firstBroken == nil)
        await restored.close()
    }

    @Test func aBackupOverwritesNothingAndLeavesNoHalfFile() async throws {
        let test = try TestGround()
        let path = test.folder + "/copy.sqlite"
        try await test.ground.backup(to: path)
        #expect(await refusal { try await test.ground.backup(to: path) } == .conflict)
        let nowhere = test.folder + "/no/such/folder/copy.sqlite"
        #expect(await refusal { try await test.ground.backup(to: nowhere) } == .storage)
        #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
        #expect(test.ground.size() > 0)
    }
}
