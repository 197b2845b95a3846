import GRDB
import Testing

@testable import Ground

struct AuditTests {
    private func filled() async throws -> TestGround {
        let test = try TestGround()
        for number in 1...20 {
            try await test.ground.audit(
                "exercise.started", subject: "exercise/\(number)", detail: "chi tiết \(number)",
                by: Requester(account: number % 2 == 0 ? Int64(number) : nil, address: "192.0.2.\(number)"))
            test.clock.advance(seconds: 1)
        }
        return test
    }

    @Test func rowsSayWhoDidWhat() async throws {
        let test = try await filled()
        let entries = try await test.ground.auditEntries()
        #expect(entries.map(\.number) == (1...20).reversed())
        #expect(entries[0].account == 20)
        #expect(entries[1].account == nil)
        #expect(entries[0].address == "192.0.2.20")
        #expect(entries[0].detail == "chi tiết 20")
        #expect(try await test.ground.auditEntries(before: 3).map(\.number) == [2, 1])
        #expect(try await test.ground.auditEntries(account: 4).map(\.number) == [4])
        let verdict = try await test.ground.verifyAudit()
        #expect(verdict == AuditVerdict(intact: 20, firstBroken: nil, head: entries[0].hash))
    }

    @Test func theChainSurvivesReopening() async throws {
        let test = try await filled()
        await test.ground.close()
        let again = try test.reopened()
        try await again.audit("exercise.closed", subject: "", by: .system)
        #expect(try await again.verifyAudit().intact == 21)
        await again.close()
    }

    @Test(arguments: ["UPDATE audit SET detail = 'x'", "DELETE FROM audit", "DELETE FROM audit WHERE number = 20"])
    func theDatabaseRefusesToAlterRows(sql: String) async throws {
        let test = try await filled()
        #expect(await refusal { try await test.ground.database.write { try $0.execute(sql: sql) } } != nil)
        #expect(try await test.ground.verifyAudit().intact == 20)
    }

    @Test(arguments: [
        ("UPDATE audit SET detail = 'x' WHERE number = 7", 7), ("UPDATE audit SET account = 1 WHERE number = 7", 7),
        ("UPDATE audit SET account = 0 WHERE number = 7", 7), ("UPDATE audit SET wall_time = 0 WHERE number = 1", 1),
        ("DELETE FROM audit WHERE number = 7", 7), ("DELETE FROM audit WHERE number = 1", 1),
        ("UPDATE audit SET hash = zeroblob(32) WHERE number = 20", 20),
        // What moves from one field to the next is not the same row.
        ("UPDATE audit SET action = action || substr(subject, 1, 1), subject = substr(subject, 2) WHERE number = 7", 7),
    ])
    func whoeverAltersRowsInTheFileIsFound(sql: String, broken: Int64) async throws {
        let test = try await filled()
        try await test.ground.database.write { database in
            try database.execute(sql: "DROP TRIGGER audit_keeps_rows; DROP TRIGGER audit_keeps_words;")
            try database.execute(sql: sql)
        }
        let verdict = try await test.ground.verifyAudit()
        #expect(verdict.firstBroken == broken)
        #expect(verdict.intact == broken - 1)
    }

    @Test func secretsNeverStandInIt() async throws {
        let test = try TestGround()
        let token = try #require(try await test.ground.firstRunToken())
        let signedIn = try await test.ground.createFirstAdministrator(
            token: token, .person("quan.tri"), organisation: "Trường", address: "::1", agent: "")
        let account = signedIn.access.account.id
        let issued = try await test.ground.createToken(
            for: account, name: "t", ceiling: .observer, expires: nil, by: .tester)
        let invitation = try await test.ground.createInvitation(
            NewInvitation(role: .participant, organisation: 1, expires: test.clock.time + 1_000), by: .tester)
        _ = try await test.ground.redeem(secret: invitation.secret, as: .person("an.nguyen"), address: "")
        try await test.ground.setPassword(of: account, to: "mật khẩu mới", by: .tester)
        let trail = "\(try await test.ground.auditEntries())"
        for secret in [token, signedIn.token, issued.secret, invitation.secret, "mật khẩu"] {
            #expect(!trail.contains(secret))
        }
    }

    @Test func longTextsAreCutAndControlsTakenOut() async throws {
        let test = try TestGround()
        try await test.ground.audit(
            String(repeating: "a", count: 10_000), subject: "a\u{0}b\nc", detail: String(repeating: "ệ", count: 10_000),
            by: Requester(account: nil, address: String(repeating: "1", count: 10_000)))
        let entry = try #require(try await test.ground.auditEntries().first)
        #expect(entry.action.utf8.count == 200)
        #expect(entry.subject == "abc")
        #expect(entry.detail.utf8.count <= 2_000)
        #expect(try await test.ground.verifyAudit().firstBroken == nil)
    }
}
