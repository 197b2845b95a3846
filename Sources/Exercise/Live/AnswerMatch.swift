import Kernel
import NetworkWorld
import Scenario

/// How near an answer of people comes to the right one: case, spaces and the usual ways to write a name are forgiven.
struct AnswerMatch {
    let program: Program

    /// Minutes that an answer may be away.
    private static let minutes: Int64 = 5
    /// Parts of a hundred that a number of records may be away.
    private static let percent: Int64 = 10

    /// Points for an answer, from 0 to the question's. A technique's parent gives half, rounded up.
    func points(for text: String, right: String, _ question: Question) -> Int64 {
        switch question.answer {
        case .firstCompromisedHost, .lastLateralTarget, .firstAlertedHost:
            return isHost(text, right) ? question.points : 0
        case .firstStolenAccount: return isAccount(text, right) ? question.points : 0
        case .firstTechnique:
            guard let id = TechniqueID.find(in: text) else { return 0 }
            if id == right { return question.points }
            return id == TechniqueID.parent(right) ? (question.points + 1) / 2 : 0
        case .firstCompromisedMinute:
            return isNumber(text, right) { abs($0 - $1) <= Self.minutes } ? question.points : 0
        case .compromisedHostCount: return isNumber(text, right) { $0 == $1 } ? question.points : 0
        case .recordsStolen:
            return isNumber(text, right) { abs($0 - $1) <= $1 / 100 * Self.percent } ? question.points : 0
        case .adversaryName: return isAdversary(text, right) ? question.points : 0
        case .goalReached:
            let words =
                right == "yes"
                ? ["yes", "y", "có", "co", "true", "đúng"] : ["no", "n", "không", "khong", "false", "sai"]
            return words.contains(Self.plain(text)) ? question.points : 0
        }
    }

    /// The host's name, its name in some domain, or its address.
    private func isHost(_ text: String, _ right: String) -> Bool {
        let given = Self.plain(text)
        if given == Self.plain(right) { return true }
        guard let host = program.host(named: right) else { return false }
        if given == AddressText.text(program.address(ofHost: host)) { return true }
        return given.hasPrefix(Self.plain(right) + ".")
    }

    /// The account's name, with or without a domain before or behind it.
    private func isAccount(_ text: String, _ right: String) -> Bool {
        let given = Self.plain(text)
        let name = given.split(separator: "\\", omittingEmptySubsequences: false).last ?? ""
        let local = name.split(separator: "@", omittingEmptySubsequences: false).first ?? ""
        return local == Self.plain(right)
    }

    private func isAdversary(_ text: String, _ right: String) -> Bool {
        let given = Self.plain(text)
        guard let adversary = program.simulation.adversaries.first(where: { $0.name == right }) else { return false }
        return [adversary.name, adversary.title.vietnamese, adversary.title.english]
            .contains { !$0.isEmpty && Self.plain($0) == given }
    }

    /// Compares the digits of a text with a number: `1.200.000`, `phút 12` and `12 minutes` are numbers to people.
    private func isNumber(_ text: String, _ right: String, _ isNear: (Int64, Int64) -> Bool) -> Bool {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }
        guard digits.count <= 15, let given = Int64(String(decoding: digits, as: UTF8.self)), let right = Int64(right)
        else { return false }
        return isNear(given, right)
    }

    /// Small letters without any space.
    private static func plain(_ text: String) -> String { String(text.lowercased().filter { !$0.isWhitespace }) }
}
