import Testing

@testable import Detection

struct RegularExpressionTests {
    private static func matches(
        _ pattern: String, _ bytes: [UInt8], _ scratch: RegularExpressionScratch = RegularExpressionScratch(),
        _ change: (inout SigmaRegex) -> Void = { _ in }
    ) throws -> Bool {
        var regex = SigmaRegex(pattern: pattern)
        change(&regex)
        let expression = try RegularExpression(regex)
        return bytes.withUnsafeBufferPointer { expression.matches($0, scratch) }
    }

    @Test(arguments: [
        ("b", "abc", true), ("^b", "abc", false), ("a.c", "aéc", true), ("^..$", "é", false), ("", "", true),
        ("x*", "", true),
        ("B", "b", false), (#"\d{3}"#, "ab123", true), (#"(a)\1"#, "aa", true), ("a(?=b)", "ac", false),
        ("a.c", "a\nc", false),
        ("^b$", "a\nb", false),
    ])
    func itIsFoundSomewhere(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try Self.matches(pattern, Array(text.utf8)) == expected)
    }

    @Test func flagsChangeIt() throws {
        #expect(try Self.matches("É", Array("é".utf8)) { $0.ignoreCase = true })
        #expect(try Self.matches("a.c", Array("a\nc".utf8)) { $0.dotMatchesAll = true })
        #expect(try Self.matches("^b$", Array("a\nb".utf8)) { $0.multiLine = true })
    }

    @Test func bytesThatAreNoTextDoNoHarm() throws {
        #expect(try Self.matches("abc", [0xFF, 0x61, 0x62, 0x63, 0xC3]))
        #expect(try !Self.matches("^.$", [0xFF]))
        #expect(try Self.matches(#"a\x00b"#, [0x61, 0, 0x62]))
    }

    @Test(arguments: [("a(", 2), ("[a", 2), ("a|*", 2), ("ab)", 2), ("(?<n", 4), (#"\C"#, 2)])
    func mistakesHaveAPlace(_ pattern: String, _ offset: Int) {
        #expect {
            _ = try RegularExpression(SigmaRegex(pattern: pattern))
        } throws: { error in
            (error as? RegularExpression.CompileError)?.offset == offset
        }
    }

    /// Expressions that need time exponential in the text come back, and are counted where they were given up.
    @Test(arguments: [
        (#"(a+)+$"#, 1), (#"(a|aa)+$"#, 1), (#"(.*a){25}$"#, 1), (#"^(([a-z])+.)+[A-Z]([a-z])+$"#, 1),
        (#"(?:a?){40}a{40}b"#, 0),
    ])
    func hopelessOnesGiveUp(_ pattern: String, _ exhausted: Int) throws {
        let scratch = RegularExpressionScratch()
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: 5_000) + Array("!".utf8)
        #expect(try !Self.matches(pattern, text, scratch))
        #expect(scratch.exhausted == exhausted)
    }

    @Test func patternsOfAnyLengthAreRefusedOrCompile() {
        let long = String(repeating: "a", count: RegularExpression.longestPattern + 1)
        #expect(throws: RegularExpression.CompileError.self) { try RegularExpression(SigmaRegex(pattern: long)) }
        let deep = String(repeating: "(", count: 30_000) + String(repeating: ")", count: 30_000)
        #expect(throws: RegularExpression.CompileError.self) { try RegularExpression(SigmaRegex(pattern: deep)) }
        #expect(throws: RegularExpression.CompileError.self) {
            try RegularExpression(SigmaRegex(pattern: "((((a{1000}){1000}){1000}){1000})"))
        }
    }
}
