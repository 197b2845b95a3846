import Exercise
import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

struct EntryTests {
    @Test(arguments: EntrySamples.entries) func aLineIsReadAsItWasWritten(entry: TeamEntry) throws {
        let line = entry.line
        #expect(!line.contains("\n"))
        #expect(try TeamEntry(line: line) == entry)
        #expect(try TeamEntry(line: line).line == line)
    }

    @Test func theFormOfALineStays() {
        let entry = TeamEntry(number: 2, time: 61_000, author: .seat(7), input: .triage(alert: 4, .closedTrue))
        #expect(
            entry.line == #"{"number":2,"time":61000,"author":{"seat":7},"#
                + #""input":{"kind":"triage","alert":4,"triage":"closed-true"}}"#)
    }

    @Test(arguments: [
        ("", "1:1: expected a value, found the end of the text"), ("[]", "1:1: expected an object"),
        (#"{"number":1,"time":0,"author":{"seat":1},"input":{"kind":"fly"}}"#, "1:58: unknown kind of input"),
        (
            #"{"number":1,"time":0,"author":{"king":1},"input":{"kind":"chat","text":"a"}}"#,
            "1:39: expected one of the keys seat, direction and system"
        ),
        (
            #"{"number":1,"time":0,"author":{"system":false},"input":{"kind":"chat","text":"a"}}"#,
            "1:41: expected true"
        ),
        (
            #"{"number":1,"time":0,"author":{"seat":1},"input":{"kind":"triage","alert":1,"triage":"x"}}"#,
            "1:86: expected one of open, owned, escalated, closed-true, closed-false"
        ),
        (
            #"{"number":1,"time":0,"author":{"seat":1},"input":{"kind":"report","report":{"mood":1}}}"#,
            "1:84: unknown key \"mood\" of a report"
        ),
    ])
    func brokenLinesAreRefusedWithTheirPlace(line: String, message: String) {
        #expect(throws: JSONError.self) { try TeamEntry(line: line) }
        do { _ = try TeamEntry(line: line) } catch { #expect("\(error)" == message) }
    }

    /// What still reads is put into an exercise as well: neither reading nor taking may trap, whatever the numbers.
    @Test func changedLinesAreRefusedOrTaken() throws {
        let lines = EntrySamples.entries.map { Array($0.line.utf8) }
        let mutator = PieceMutator(
            lines,
            pieces: [
                "9223372036854775807", "-9223372036854775808", "-1", "0", "1", "2147483647", "-2147483648", "null",
                "[]", "{}", "\"", "\\u0000", "\"seat\"", "\"kind\":\"reply\",\"message\":", "\"direction\"", "1e9",
                "\"kind\":\"mark\",\"report\":", "T1566.001", "\u{202E}",
            ])
        var start = try LiveOffice.start()
        start.advance(to: .minutes(40))
        for (input, author) in EntrySamples.inputs { try? start.take(input, by: author) }
        var read = 0
        for number in 0..<6_000 {
            var draws = FuzzRandom(seed: 2_026, number: number)
            let text = String(decoding: mutator.broken(&draws), as: UTF8.self)
            guard var entry = try? TeamEntry(line: text) else { continue }
            read += 1
            var exercise = start
            try? exercise.take(entry)
            entry.number = exercise.nextNumber
            entry.time = exercise.now
            try? exercise.take(entry)
            _ = exercise.score()
            _ = exercise.deskAlerts
        }
        #expect(read > 100)
    }
}
