import LogSearch
import Testing

/// The language: what is read, and what is said of what cannot be.
struct LogQueryTests {
    static let catalogue = FieldCatalogue([
        FieldCatalogue.Field(name: "@timestamp", kind: .exact), FieldCatalogue.Field(name: "event.code", kind: .exact),
        FieldCatalogue.Field(name: "host.name", kind: .keyword), FieldCatalogue.Field(name: "message", kind: .text),
        FieldCatalogue.Field(name: "process.command_line", kind: .text),
        FieldCatalogue.Field(name: "process.name", kind: .keyword),
        FieldCatalogue.Field(name: "process.pid", kind: .exact),
        FieldCatalogue.Field(name: "source.ip", kind: .keyword),
        FieldCatalogue.Field(name: "user.name", kind: .keyword),
        FieldCatalogue.Field(name: "winlog.event_data.SubjectUserName", kind: .keyword),
    ])

    @Test(arguments: [
        "", "   ", "*", "word", "two words", "\"a phrase\"", "host.name:ws-0*", "HOST.NAME:ws", "host.name: ws",
        "event.code:(4688 OR 1)", "not user.name:svc-*", "a AND b OR c", "!a", "a && b || !c", "((a))",
        "process.pid:>1000", "process.pid >= 1000", "process.pid:<=5", "process.pid:[1000 TO 2000]",
        "process.pid:{1000 TO *]", "process.pid:[\"10\" to 20}", "source.ip:10.20.0.0/16", "process.name:*",
        "_exists_:user.name", "winlog.*:admin", "*:admin", "C:\\Windows\\System32", "https://portal.example/a?b=c",
        "process.name:{1f2a-3b}", "\\(literal\\)", "-enc", "message:\"failed \\\"password\\\"\"", "\u{111}\u{1ED3}",
        "@timestamp:[2026-03-02T08:00 TO 2026-03-02T09:00}", "host.name:a:b",
    ])
    func isRead(text: String) throws {
        #expect(throws: Never.self) { try LogQuery(parsing: text, fields: Self.catalogue) }
        #expect(throws: Never.self) { try LogQuery(parsing: text) }
    }

    @Test(arguments: [
        ("host.nam:ws", 0, "did you mean `host.name`"), ("a host:ws", 2, "did you mean `host.name`"),
        ("EventID:1", 0, "did you mean `event.code`"), ("CommandLine:x", 0, "did you mean `process.command_line`"),
        ("SubjectUserName:x", 0, "did you mean `winlog.event_data.SubjectUserName`"),
        ("12:30", 0, "quotation marks"), ("(a", 0, "never closed"), ("a)", 1, "closes nothing"),
        ("\"a", 0, "never closed"), ("a AND", 5, "was expected"), ("OR a", 0, "expected before OR"),
        ("NOT", 3, "was expected"), ("host.name:", 10, "a value was expected"),
        ("process.pid:[1 2]", 15, "`TO` was expected"), ("process.pid:[1 TO 2", 19, "`]` or `}` was expected"),
        ("process.pid:>", 13, "a value was expected"), ("()", 1, "was expected before `)`"),
        ("host.name:()", 11, "was expected before `)`"), ("nothing.*:a", 0, "there is no field"),
        ("zzqq<5", 0, "there is no field"), ("host\\ name:x", 0, "there is no field `host name`"),
    ])
    func isRefused(text: String, offset: Int, message: String) {
        let error = #expect(throws: LogQueryError.self) { try LogQuery(parsing: text, fields: Self.catalogue) }
        #expect(error?.offset == offset, "\(text): \(String(describing: error))")
        #expect(error?.message.contains(message) ?? false, "\(text): \(String(describing: error))")
    }

    @Test func limitsHold() {
        let long = String(repeating: "a", count: LogQuery.longestText + 1)
        let words = Array(repeating: "a", count: LogQuery.mostTerms + 1).joined(separator: " ")
        let deep = String(repeating: "(", count: 2000) + "a" + String(repeating: ")", count: 2000)
        let negations = String(repeating: "NOT ", count: 900) + "a"
        let wide = String(repeating: "a", count: 600)
        for text in [long, words, deep, negations, wide] {
            let error = #expect(throws: LogQueryError.self) { try LogQuery(parsing: text) }
            #expect((0...text.utf8.count).contains(error?.offset ?? -1))
        }
        #expect(throws: Never.self) {
            try LogQuery(parsing: Array(repeating: "a", count: LogQuery.mostTerms).joined(separator: " OR "))
        }
    }

    /// Whatever is typed is read or refused at a place within it.
    @Test func anyTextIsReadOrRefused() {
        let seeds: [UInt64] = [1, 2, 3]
        let parts = [
            "host.name:", "(", ")", "\"", "AND", "or", "NOT", "!", " ", "*", "?", "\\", "[", "]", "{", "}", " TO ", ">",
            "<=",
            "10.0.0.0/8", "é", "\u{1F600}", "a", ":", "_exists_:", "&&", "||", "4688", "\t", "/", "\u{0}", "user.*:",
        ]
        for seed in seeds {
            var random = TestGenerator(seed: seed)
            for number in 0..<4000 {
                var text = ""
                for _ in 0..<random.below(24) { text += parts[random.below(parts.count)] }
                do {
                    _ = try LogQuery(parsing: text, fields: random.below(2) == 0 ? Self.catalogue : nil)
                } catch {
                    #expect(
                        (0...text.utf8.count).contains(error.offset), "seed \(seed), number \(number): \(text) \(error)"
                    )
                    #expect(!error.message.isEmpty)
                }
            }
        }
    }

    @Test func cursorsAreReadOrRefused() throws {
        #expect(SearchCursor(text: "") == nil)
        #expect(SearchCursor(text: "1.2.3") == nil)
        #expect(SearchCursor(text: "x.00000000000000ff.00000000000000ff") == nil)
        let cursor = try #require(SearchCursor(text: "-5.00000000000000ff.000000000000000a"))
        #expect(cursor.text == "-5.00000000000000ff.000000000000000a")
    }
}
