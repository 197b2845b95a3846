import Testing

@testable import Ground

struct PasswordTests {
    @Test func aHashKnowsItsPassword() throws {
        let hash = try PasswordHash("đúng mật khẩu", cost: .cheap)
        let read = try #require(PasswordHash(text: hash.text))
        #expect(read == hash)
        #expect(try read.matches("đúng mật khẩu"))
        #expect(try !read.matches("sai mật khẩu"))
        #expect(try !read.matches(""))
    }

    @Test func theSamePasswordNeverHasTheSameHash() throws {
        let texts = try (0..<20).map { _ in try PasswordHash("mật khẩu", cost: .cheap).text }
        #expect(Set(texts).count == 20)
    }

    @Test func keyboardsThatTypeMarksApartAreUnderstood() throws {
        let hash = try PasswordHash("b\u{1EA3}o m\u{1EAD}t", cost: .cheap)
        #expect(try hash.matches("ba\u{309}o ma\u{323}\u{302}t"))
        #expect(try hash.matches("ba\u{309}o ma\u{302}\u{323}t"))
        #expect(try !hash.matches("bao mat"))
    }

    @Test func theStandardCostIsInTheText() throws {
        let text = try PasswordHash("một mật khẩu", cost: .standard).text
        #expect(text.hasPrefix("$scrypt$ln=15,r=8,p=1$"))
        #expect(try PasswordHash(text: text)?.matches("một mật khẩu") == true)
    }

    @Test(arguments: [
        "", "$", "$scrypt$", "scrypt", "$argon2id$ln=4,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        // Costs that a damaged row must not make anybody pay.
        "$scrypt$ln=40,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=20,r=32,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=0,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "$scrypt$r=1,ln=4,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "$scrypt$ln=4,r=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "$scrypt$ln=4,r=1,p=$!!$!!",
    ])
    func otherTextsAreNoHashes(text: String) {
        #expect(PasswordHash(text: text) == nil)
    }

    @Test(arguments: [
        ("ngắn quá", false), ("mười ký tự", true), ("aaaaaaaaaaaaaaaa", false), ("an.nguyen.an", true),
        ("AN.NGUYEN.HA", false), (String(repeating: "abcd", count: 50), true),
        (String(repeating: "abcd", count: 50) + "e", false), (String(repeating: "ệụậđ", count: 20), false),
    ])
    func passwordsHaveRules(password: String, isGood: Bool) {
        var isTaken = true
        do { try PasswordHasher.check(password, login: "an.nguyen.ha") } catch { isTaken = false }
        #expect(isTaken == isGood)
    }

    @Test func whatWaitsIsLimited() async throws {
        let threads = WorkerThreads(count: 1, capacity: 2, name: "test")
        let results = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await refusal {
                        _ = try await threads.run { () throws(GroundError) in
                            try PasswordHash(
                                "mật khẩu", cost: PasswordCost(logRounds: 12, blockSize: 8, parallelism: 1))
                        }
                    } == .tooMany
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(results > 0)
        #expect(results < 50)
        threads.close()
        #expect(await refusal { _ = try await threads.run { () throws(GroundError) in 1 } } == .storage)
    }
}
