import Scenario
import Testing

@testable import Ground

struct AccountTests {
    @Test(arguments: [
        ("An.Nguyen", "an.nguyen"), ("a_b", "a_b"), ("x-1", "x-1"), (String(repeating: "a", count: 40), nil),
        ("ab", ""),
        ("", ""), (String(repeating: "a", count: 41), ""), ("an nguyen", ""), ("ấn", ""), ("an@b", ""),
        ("an\u{0}b", ""),
        ("a'b--", ""), ("<b>an</b>", ""), ("\u{212A}elvin", ""),
    ])
    func loginsHaveRules(text: String, login: String?) async throws {
        let expected = login ?? text
        let test = try TestGround()
        let home = try await test.ground.createOrganisation(name: "Trường", by: .tester)
        if expected.isEmpty {
            #expect(
                await refusal {
                    _ = try await test.ground.createAccount(
                        .person(text), role: .participant, organisation: home.id, by: .tester)
                } == .invalid)
        } else {
            let account = try await test.ground.createAccount(
                .person(text), role: .participant, organisation: home.id, by: .tester)
            #expect(account.login == expected)
            #expect(try await test.ground.account(login: text) == account)
        }
    }

    @Test func aLoginIsGivenOnce() async throws {
        let test = try TestGround()
        let account = try await test.ground.makeAccount("an.nguyen")
        do {
            _ = try await test.ground.makeAccount("AN.nguyen")
            Issue.record("The login was given twice.")
        } catch let error as GroundError {
            #expect(error.code == .conflict)
            #expect(error.field == "login")
            #expect(error.text.vietnamese.contains("an.nguyen"))
        }
        #expect(try await test.ground.accounts() == [account])
    }

    @Test func whatIsMissingIsNotFound() async throws {
        let test = try TestGround()
        let ground = test.ground
        #expect(await refusal { _ = try await ground.account(7) } == .notFound)
        #expect(try await ground.account(login: "nobody") == nil)
        #expect(await refusal { _ = try await ground.organisation(7) } == .notFound)
        #expect(
            await refusal {
                _ = try await ground.createAccount(.person("an"), role: .observer, organisation: 7, by: .tester)
            } == .invalid, "two letters are too few")
        #expect(
            await refusal {
                _ = try await ground.createAccount(.person("anh"), role: .observer, organisation: 7, by: .tester)
            } == .notFound)
    }

    @Test func accountsAreFoundWithoutToneMarks() async throws {
        let test = try TestGround()
        let home = try await test.ground.createOrganisation(name: "Trường", by: .tester)
        let other = try await test.ground.createOrganisation(name: "Sở", by: .tester)
        for (number, name) in ["Đặng Thị Hoa", "Lê Hoà", "Trần Bình"].enumerated() {
            var new = NewAccount.person("user\(number)")
            new.displayName = name
            _ = try await test.ground.createAccount(
                new, role: .participant, organisation: number == 2 ? other.id : home.id, by: .tester)
        }
        func names(_ organisation: Int64?, _ part: String) async throws -> [String] {
            try await test.ground.accounts(organisation: organisation, matching: part).map(\.displayName)
        }
        #expect(try await names(nil, "hoa") == ["Đặng Thị Hoa", "Lê Hoà"])
        #expect(try await names(nil, "DANG") == ["Đặng Thị Hoa"])
        #expect(try await names(home.id, "") == ["Đặng Thị Hoa", "Lê Hoà"])
        #expect(try await names(other.id, "user2") == ["Trần Bình"])
        #expect(try await names(nil, "%") == [])
        #expect(try await names(nil, "' OR 1=1 --") == [])
        #expect(await refusal { _ = try await names(nil, String(repeating: "a", count: 121)) } == .limit)
        let pages = try await test.ground.accounts(after: 1, limit: 1).map(\.id)
        #expect(pages == [2])
        #expect(try await test.ground.accounts([1, 3, 99]).keys.sorted() == [1, 3])
    }

    @Test func organisationsHaveNamesOfTheirOwn() async throws {
        let test = try TestGround()
        let ground = test.ground
        let first = try await ground.createOrganisation(name: "Sở Y tế", by: .tester)
        #expect(await refusal { _ = try await ground.createOrganisation(name: " SỞ Y TẾ ", by: .tester) } == .conflict)
        let second = try await ground.createOrganisation(name: "Trường", by: .tester)
        #expect(
            await refusal { _ = try await ground.renameOrganisation(second.id, to: "Sở y tế", by: .tester) }
                == .conflict)
        #expect(try await ground.renameOrganisation(first.id, to: "SỞ Y TẾ", by: .tester).name == "SỞ Y TẾ")
        #expect(try await ground.organisations().map(\.name) == ["SỞ Y TẾ", "Trường"])
    }

    @Test func anAdministratorStays() async throws {
        let test = try TestGround()
        let ground = test.ground
        let first = try await ground.makeAccount("first", role: .administrator)
        var demoted = AccountChanges()
        demoted.role = .instructor
        var disabled = AccountChanges()
        disabled.disabled = true
        for changes in [demoted, disabled] {
            #expect(await refusal { _ = try await ground.updateAccount(first.id, changes, by: .tester) } == .conflict)
        }
        #expect(try await ground.account(first.id) == first)
        _ = try await ground.makeAccount("second", role: .administrator)
        #expect(try await ground.updateAccount(first.id, demoted, by: .tester).role == .instructor)
    }

    @Test func changesAreKeptAndNoted() async throws {
        let test = try TestGround()
        let ground = test.ground
        let account = try await ground.makeAccount("an.nguyen")
        let other = try await ground.createOrganisation(name: "Sở", by: .tester)
        var changes = AccountChanges()
        changes.displayName = " Nguyễn An "
        changes.role = .instructor
        changes.organisation = other.id
        changes.language = .english
        changes.track = .humanWithAI
        changes.disabled = true
        let changed = try await ground.updateAccount(account.id, changes, by: Requester(account: 5, address: "::1"))
        #expect(changed.displayName == "Nguyễn An")
        #expect(try await ground.account(account.id) == changed)
        let entry = try #require(try await ground.auditEntries().first)
        #expect(entry.action == "account.changed")
        #expect(entry.subject == "account/\(account.id)")
        #expect(entry.account == 5)
        #expect(
            entry.detail
                == "name, role participant to instructor, organisation 1 to 2, language, track human to human-with-ai, "
                + "disabled")
        var nowhere = AccountChanges()
        nowhere.organisation = 99
        #expect(await refusal { _ = try await ground.updateAccount(account.id, nowhere, by: .tester) } == .notFound)
    }
}
