import Testing

@testable import Ground

struct TextsTests {
    @Test(arguments: [
        ("  Đội Một \n", "Đội Một"), ("a", "a"),
        (String(repeating: "x", count: 120), String(repeating: "x", count: 120)),
        // The same letters as one code point or as several are one name.
        ("Hu\u{1EBF}", "Hu\u{1EBF}"), ("Hue\u{302}\u{301}", "Hu\u{1EBF}"),
    ])
    func namesAreTrimmed(text: String, name: String) throws {
        let read = try Texts.name(text, field: "name")
        #expect(Array(read.unicodeScalars) == Array(name.unicodeScalars))
    }

    @Test(arguments: ["", "   ", "a\u{0}b", "a\u{1B}[31m", "a\nb", String(repeating: "ệ", count: 41)])
    func otherNamesAreRefused(text: String) {
        #expect(throws: GroundError.self) { try Texts.name(text, field: "name") }
    }

    @Test(arguments: [
        ("Nguyễn Thị Đào", "nguyen thi dao"), ("ĐỘI", "doi"), ("STRASSE", "strasse"), ("", ""),
    ])
    func searchesForgetToneMarks(text: String, bare: String) {
        #expect(Texts.searchable(text) == bare)
    }

    @Test func whatAServerNotesIsCutAtWholeCharacters() {
        #expect(Texts.noted("xệ", to: 3) == "x")
        #expect(Texts.noted("xệ", to: 4) == "xệ")
        #expect(Texts.noted("a\u{0}b\u{7F}c\n") == "abc")
    }

    @Test func textsAreMeasuredInBytes() {
        #expect(throws: Never.self) { try Texts.limited("ệ", to: 3, field: "text") }
        #expect(throws: GroundError.self) { try Texts.limited("ệ", to: 2, field: "text") }
        #expect(throws: GroundError.self) { try Texts.limited("a\u{0}b", to: 10, field: "text") }
    }

    @Test func secretsDifferAndAreFoundByTheirHash() {
        let secrets = (0..<100).map { _ in Secret(prefix: "thao_") }
        #expect(Set(secrets.map(\.text)).count == 100)
        for secret in secrets {
            #expect(secret.text.utf8.count == 48)
            #expect(Secret.hash(shown: secret.text, prefix: "thao_") == secret.hash)
            #expect(Secret.hash(shown: secret.text) == nil)
            #expect(
                secret.text.dropFirst(5).allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
        }
    }
}
