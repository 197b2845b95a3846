import Detection
import Kernel

/// What a rule or correlation says of itself.
struct SubjectText {
    let id: String
    let title: String
    let level: SigmaLevel?
    let tags: [String]

    init(_ subject: Finding.Subject, in collection: SigmaCollection) {
        switch subject {
        case .rule(let index):
            let rule = collection.rules[index]
            (id, title, level, tags) = (rule.id, rule.title, rule.level, rule.tags)
        case .correlation(let index):
            let rule = collection.correlations[index]
            (id, title, level, tags) = (rule.id, rule.title, rule.level, rule.tags)
        }
    }

    /// ATT&CK's techniques among the tags: `T1059.001`.
    var techniques: [String] {
        tags.compactMap { tag in
            let name = tag.lowercased()
            guard name.hasPrefix("attack.t"), name.dropFirst(8).first?.isNumber == true else { return nil }
            return name.dropFirst(7).uppercased()
        }
    }
}

/// Points in time as people and programs read them.
enum InstantWriting {
    /// `2026-03-02T07:28:08.823Z`.
    static func text(_ time: Milliseconds) -> String {
        func padded(_ number: Int64, _ digits: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        let seconds = time >= 0 ? time / 1000 : (time - 999) / 1000
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let second = seconds - days * 86_400
        // Days since 0000-03-01, so that leap days come last in a year.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(civilMonth, 2))-\(padded(day, 2))T\(padded(second / 3600, 2)):"
            + "\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2)).\(padded(time - seconds * 1000, 3))Z"
    }
}
