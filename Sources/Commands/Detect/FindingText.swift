import Detection
import Kernel

/// One finding as a line.
enum FindingText {
    /// A JSON object.
    static func json(_ finding: Finding, _ collection: SigmaCollection, _ files: [String]) -> String {
        let text = SubjectText(finding.subject, in: collection)
        var writer = JSONWriter()
        writer.object { json in
            json.member("rule", text.id)
            json.member("title", text.title)
            json.key("level")
            if let level = text.level { json.value(level.word) } else { json.null() }
            json.key("tags")
            json.array { json in for tag in text.tags { json.value(tag) } }
            mention(finding.record, files, &json)
            if let since = finding.since { json.member("since", InstantWriting.text(since)) }
            if !finding.members.isEmpty {
                json.key("members")
                json.array { json in
                    for member in finding.members { json.object { mention(member, files, &$0) } }
                }
            }
        }
        return writer.text
    }

    private static func mention(_ record: RecordMention, _ files: [String], _ json: inout JSONWriter) {
        json.member("file", files[record.file])
        json.member("line", record.line)
        json.key("time")
        if let time = record.time { json.value(InstantWriting.text(time)) } else { json.null() }
        json.member("host", record.host)
        json.member("user", record.user)
        json.member("record", record.identifier)
    }

    /// A line for people: time, level, rule, host, user, place.
    static func line(_ finding: Finding, _ collection: SigmaCollection, _ files: [String]) -> String {
        let text = SubjectText(finding.subject, in: collection)
        let record = finding.record
        let time = record.time.map(InstantWriting.text) ?? "-"
        let who = [record.host, record.user].filter { !$0.isEmpty }.joined(separator: " ")
        let gathered = finding.members.isEmpty ? "" : "; \(finding.members.count) records"
        return FindingSummary.visible(
            "\(time)  \(text.level?.word ?? "-")  \(text.title)  \(who)  (\(files[record.file]):\(record.line)\(gathered))"
        )
    }
}
