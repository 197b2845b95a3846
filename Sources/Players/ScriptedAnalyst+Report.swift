import Exercise
import Kernel
import NetworkWorld
import Scenario

/// What the analyst tells command and answers at the end.
extension ScriptedAnalyst {
    /// Answers the questions that it has an answer to, and reports.
    public mutating func finish(_ desk: inout PlayerDesk) {
        let board = Board(desk.situation, desk)
        let fallen = order.filter { cases[$0]?.everFell == true }.sorted { start(of: $0) < start(of: $1) }
        for question in desk.questions {
            if let text = answer(to: question, fallen, board) {
                desk.put(.answer(question: question.name, text: text))
            }
        }
        var report = SituationReport()
        report.hosts = fallen
        report.accounts = board.accounts.filter { $0.assessment == .compromised || lostAccounts.contains($0.id) }.map(
            \.id)
        report.techniques = Set(fallen.flatMap { cases[$0]?.leads ?? [] }.map(\.technique).filter { !$0.isEmpty })
            .sorted()
        report.startMinute = fallen.first.map { start(of: $0) / .minutes(1) }
        report.whatHappened =
            fallen.isEmpty
            ? "Nobody was found." : "An intruder was found on \(fallen.count) hosts; what was found was answered."
        report.unknown = "Hosts that no sensor sees may hide more."
        report.decisions = "Whether passwords of everybody are to be changed."
        desk.put(.report(report))
    }

    /// When the first sign of an intruder on a host was.
    private func start(of host: Int32) -> Milliseconds { cases[host]?.leads.map(\.time).min() ?? .max }

    /// An answer; nil where it has none. It reads the question's words, as people do.
    private func answer(to question: DeskQuestion, _ fallen: [Int32], _ board: Board) -> String? {
        let text = question.text.english.lowercased()
        func asks(_ words: String...) -> Bool { words.allSatisfy { text.contains($0) } }
        let first = fallen.first
        if asks("how many hosts") { return String(fallen.count) }
        if asks("how many records") { return "0" }
        if asks("goal") { return "no" }
        if asks("minute") { return first.map { String(start(of: $0) / .minutes(1)) } }
        if asks("technique") { return first.flatMap { cases[$0] }?.leads.map(\.technique).first { !$0.isEmpty } }
        if asks("account") {
            return board.accounts.first { lostAccounts.contains($0.id) && $0.kind == .domain }?.name
        }
        if asks("host", "first") { return first.flatMap { board.hosts[$0]?.name } }
        if asks("host", "last") { return fallen.last.flatMap { board.hosts[$0]?.name } }
        return nil
    }
}
