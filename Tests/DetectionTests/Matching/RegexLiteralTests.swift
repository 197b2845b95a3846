import Testing

@testable import Detection

struct RegexLiteralTests {
    /// Expressions, and the texts in lower case that every match has.
    @Test(arguments: [
        ("PowerShell", ["powershell"]), ("abc?def", ["ab", "def"]), ("abc*", ["ab"]), ("abc+d", ["abc", "d"]),
        ("ab{0,2}cd", ["a", "cd"]), ("a|b", []), ("(a|b)cd", ["cd"]), ("x(?:yz)?w", ["x", "w"]),
        ("[abc]de[]x]f", ["de", "f"]),
        ("\\\\cmd\\.exe$", ["\\cmd.exe"]), ("\\x41bc", []), ("\\Qa|b\\E", []), ("(?i)sunk", ["un"]), ("(?x) a b", []),
        ("a\\db", ["a", "b"]), ("é?x", ["x"]), ("(*UTF)a", []), ("[[:alpha:]]bc", ["bc"]), ("[[:a]|b]c", []),
        ("a{b}", []),
        ("(?#)a", []), ("((a)(b))c", ["c"]), ("(a", []), ("[a", []), ("a\\", []), ("a??b", ["b"]), ("", []),
    ])
    func onlyWhatIsCertainIsRequired(pattern: String, expected: [String]) {
        #expect(
            RegexLiteral.required(by: SigmaRegex(pattern: pattern)).map { String(decoding: $0, as: UTF8.self) }
                == expected)
    }

    @Test func lettersWithCasesBeyondASCIIEndATextWhereCaseDoesNotCount() {
        var regex = SigmaRegex(pattern: "takeésix")
        regex.ignoreCase = true
        #expect(RegexLiteral.required(by: regex) == [Array("ta".utf8), Array("e".utf8), Array("ix".utf8)])
    }

    /// Whatever the pattern, a value that matches has all required texts.
    @Test(arguments: 0..<8) func requiredTextsAreInEveryMatch(seed: Int) {
        var random = SmallRandom(seed: UInt64(seed))
        let pieces = [
            "a", "B", "k", "s", "(", ")", "|", "?", "*", "+", "[", "]", "^", "{1}", "{0}", "\\d", "\\.", ".", "(?i)",
            ":", "é", "$",
        ]
        let letters = ["a", "A", "b", "k", "\u{212A}", "\u{17F}", "s", "1", ".", "é", "É", ":", "["]
        for _ in 0..<4_000 {
            var regex = SigmaRegex(pattern: (0..<random.below(9)).map { _ in random.pick(pieces) }.joined())
            regex.ignoreCase = random.chance(30)
            let required = RegexLiteral.required(by: regex)
            guard !required.isEmpty, let compiled = try? RegularExpression(regex) else { continue }
            let scratch = RegularExpressionScratch()
            for _ in 0..<6 {
                let value = Array((0..<random.below(7)).map { _ in random.pick(letters) }.joined().utf8)
                guard value.withUnsafeBufferPointer({ compiled.matches($0, scratch) }) else { continue }
                let folded = value.map(TextMatching.folded)
                for text in required {
                    #expect(
                        folded.indices.contains { folded[$0...].starts(with: text) },
                        "seed \(seed): \(regex.pattern) \(value)")
                }
            }
        }
    }
}
