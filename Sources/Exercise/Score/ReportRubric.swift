import Kernel
import NetworkWorld
import Scenario

/// Holds the claims of a situation report against the events up to that moment.
struct ReportRubric {
    let program: Program
    /// Hosts ever held.
    private var hosts: [Int32] = []
    /// Accounts ever taken.
    private var accounts: [Int32] = []
    /// Accounts that were used without being taken; naming them is right, leaving them out is no mistake.
    private var usedAccounts: [Int32] = []
    private var techniques: [String] = []
    private var start: Milliseconds?
    private var gathered: Int64 = 0
    private var stolen: Int64 = 0

    /// - Complexity: O(events).
    init(program: Program, events: [Event], until time: Milliseconds) {
        self.program = program
        for event in events {
            if event.time > time { break }
            fold(event)
        }
    }

    private mutating func fold(_ event: Event) {
        switch event.kind {
        case .footholdGained:
            if event.target >= 0 && !hosts.contains(event.target) { hosts.append(event.target) }
            if event.account >= 0 && !usedAccounts.contains(event.account) { usedAccounts.append(event.account) }
            if start == nil { start = event.time }
        case .credentialGained:
            if event.account >= 0 && !accounts.contains(event.account) { accounts.append(event.account) }
        case .attackStep:
            guard program.catalogue.cards.indices.contains(Int(event.card)) else { return }
            let id = program.catalogue.cards[Int(event.card)].attackID
            if !techniques.contains(id) { techniques.append(id) }
        case .dataCollected: gathered += event.detail
        case .recordsStolen: stolen += event.detail
        default: break
        }
    }

    func lines(for report: SituationReport) -> [ReportScore.Line] {
        [
            line(.hosts, claims: Self.unique(report.hosts), required: hosts, tolerated: []),
            line(.accounts, claims: Self.unique(report.accounts), required: accounts, tolerated: usedAccounts),
            techniqueLine(Self.unique(report.techniques)),
            numberLine(.start, claim: report.startMinute, isExpected: start != nil) { minute in
                start.map { abs(minute - $0 / 60_000) <= 15 } ?? false
            },
            numberLine(.records, claim: report.recordsAtRisk, isExpected: max(gathered, stolen) > 0) { records in
                [gathered, stolen].contains { abs(records - $0) <= $0 / 10 }
            },
        ]
    }

    private func line(
        _ subject: ReportScore.Subject, claims: [Int32], required: [Int32], tolerated: [Int32]
    ) -> ReportScore.Line {
        let found = claims.count { required.contains($0) }
        let right = claims.count { required.contains($0) || tolerated.contains($0) }
        return ReportScore.Line(
            subject: subject, claimed: claims.count, right: right, expected: required.count,
            percent: Self.mean(right: right, of: claims.count, found: found, of: required.count))
    }

    /// In halves: a parent of what was used is half right and finds half.
    private func techniqueLine(_ claims: [String]) -> ReportScore.Line {
        func credit(_ claim: String) -> Int {
            if techniques.contains(claim) { return 2 }
            return techniques.contains { TechniqueID.parent($0) == claim } ? 1 : 0
        }
        func found(_ technique: String) -> Int {
            if claims.contains(technique) { return 2 }
            return claims.contains { $0 == TechniqueID.parent(technique) } ? 1 : 0
        }
        return ReportScore.Line(
            subject: .techniques, claimed: claims.count, right: claims.count { credit($0) > 0 },
            expected: techniques.count,
            percent: Self.mean(
                right: claims.reduce(0) { $0 + credit($1) }, of: claims.count * 2,
                found: techniques.reduce(0) { $0 + found($1) }, of: techniques.count * 2))
    }

    private func numberLine(
        _ subject: ReportScore.Subject, claim: Int64?, isExpected: Bool, _ isRight: (Int64) -> Bool
    ) -> ReportScore.Line {
        let right = claim.map(isRight) ?? false
        // To say that nothing was taken where nothing was is right, but there was nothing to find.
        let counts = isExpected || claim != nil && !right
        return ReportScore.Line(
            subject: subject, claimed: claim == nil ? 0 : 1, right: right ? 1 : 0, expected: isExpected ? 1 : 0,
            percent: counts ? (right ? 100 : 0) : nil)
    }

    /// The harmonic mean of precision and recall in percent; nil where there is neither a claim nor anything to claim.
    private static func mean(right: Int, of claims: Int, found: Int, of required: Int) -> Int64? {
        if claims == 0 && required == 0 { return nil }
        // What was only tolerated was no false claim, and there was nothing else to find.
        if required == 0 { return right == claims ? nil : 0 }
        let below = right * required + found * claims
        return below == 0 ? 0 : Int64(200 * right * found / below)
    }

    private static func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
        var result: [Element] = []
        for element in elements where !result.contains(element) { result.append(element) }
        return result
    }
}

extension TeamExercise {
    /// The rubric of every situation report, in the order of time: truth.
    ///
    /// - Complexity: O(reports · events).
    public var reportScores: [ReportScore] { reports.indices.map { reportScore(at: $0) } }

    func reportScore(at index: Int) -> ReportScore {
        let record = reports[index]
        let lines = ReportRubric(program: program, events: events, until: record.time).lines(for: record.report)
        var weight: Int64 = 0
        var sum: Int64 = 0
        for line in lines {
            guard let percent = line.percent else { continue }
            weight += line.subject.weight
            sum += percent * line.subject.weight
        }
        return ReportScore(
            number: index + 1, time: record.time, lines: lines, percent: weight == 0 ? nil : sum / weight,
            mark: record.mark?.points)
    }
}
