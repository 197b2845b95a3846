import Kernel
import TestSupport
import Testing

struct JournalTests {
    private let journal = Journal<WanderWorld>(
        contents: [EmbeddedText(name: "places", text: "ga\ncho")], options: [], seeds: Seeds(world: 1, future: .max),
        entries: [
            JournalEntry(time: 5, content: .input(.init(wanderer: 0, place: 1))),
            JournalEntry(time: 7, content: .future(3)),
        ], end: 10, stateHash: 0xABC)

    @Test(arguments: [
        ("\"wander\"", "\"network\"", "expected \"wander\""),
        ("\"rules-version\": 1", "\"rules-version\": 2", "version 2 of the rules"),
        ("\"format-version\": 1", "\"format-version\": 9", "format 9"),
        ("ga\\ncho", "ga\\nchu", "contents were changed"),
        ("\"time\": 7", "\"time\": 3", "in order of time"),
        ("\"time\": 7", "\"time\": 11", "in order of time"),
        ("\"end\": 10", "\"end\": -1", "expected an end"),
        ("\"place\": 1", "\"place\": \"x\"", "expected an integer"),
        ("\"state-hash\": \"0", "\"state-hash\": \"x", "16 hexadecimal digits"),
        ("\"world-seed\": \"1\"", "\"world-seed\": \"-1\"", "expected a seed"),
    ])
    func whatDoesNotFitIsRefused(part: String, replacement: String, message: String) throws {
        let text = journal.json()
        #expect(text.contains(part))
        let changed = text.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
            .joined(separator: replacement)
        do {
            _ = try Journal<WanderWorld>(json: Array(changed.utf8))
            Issue.record("accepted: \(replacement)")
        } catch {
            #expect(error.message.contains(message), "\(error)")
            #expect(error.position.line > 1)
        }
    }

    @Test func theTextIsTheSameEveryTime() throws {
        #expect(try Journal<WanderWorld>(json: Array(journal.json().utf8)).json() == journal.json())
    }
}
