import Scenario

/// A finding in words.
enum FindingText {
    static func text(_ finding: DeskFinding, isHostCompromised: Bool) -> LocalizedText {
        var sentences: [LocalizedText] = []
        if isHostCompromised {
            sentences.append(sentence(vi: "có dấu hiệu kẻ xâm nhập", en: "signs of an intruder"))
        }
        for account in finding.usedAccounts {
            sentences.append(
                sentence(
                    vi: "tài khoản \(account.name) đang bị kẻ xâm nhập dùng",
                    en: "account \(account.name) is used by the intruder"))
        }
        if !finding.suspects.isEmpty {
            let names = finding.suspects.map(\.name).joined(separator: ", ")
            sentences.append(sentence(vi: "có liên hệ đáng ngờ với \(names)", en: "suspicious links with \(names)"))
        }
        if finding.foundAddress {
            sentences.append(
                sentence(
                    vi: "đã biết địa chỉ bên ngoài mà kẻ xâm nhập liên lạc",
                    en: "the outside address that the intruder talks to is known"))
        }
        if sentences.isEmpty {
            sentences.append(
                finding.verdict == .explained
                    ? sentence(
                        vi: "điều bất thường là do công việc quản trị hằng ngày",
                        en: "what looked odd was everyday administration")
                    : sentence(
                        vi: "không tìm thấy gì; điều đó chưa chứng tỏ là sạch",
                        en: "nothing was found, which does not prove that all is well"))
        }
        let place = [finding.host, finding.account, finding.network].compactMap { $0?.name }.first
        return LocalizedText(
            vietnamese: line(finding.title.vietnamese, place, sentences.map(\.vietnamese)),
            english: line(finding.title.english, place, sentences.map(\.english)))
    }

    private static func sentence(vi vietnamese: String, en english: String) -> LocalizedText {
        LocalizedText(vietnamese: vietnamese, english: english)
    }

    /// `Triage collection, pc-003: signs of an intruder; account an-004 is used by the intruder.`
    private static func line(_ title: String, _ place: String?, _ parts: [String]) -> String {
        [title, place ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") + ": " + parts.joined(separator: "; ") + "."
    }
}
