import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// Looks whether an input would be taken now.
    ///
    /// Reads of the run only what the team knows or has done itself, so that a refusal tells nothing.
    /// - Throws: ``TeamInputError`` where it would not.
    /// - Complexity: O(work that is open + rules); O(alerts) at most.
    public func check(_ input: TeamInput, by author: Author) throws(TeamInputError) {
        try checkSide(input, author)
        if isClosed {
            guard case .mark = input else {
                throw TeamInputError(.notNow, vi: "Cuộc diễn tập đã đóng.", en: "The exercise is closed.")
            }
        }
        if counts[input.kind, default: 0] >= TeamLimits.entries(of: input) {
            throw TeamInputError(
                .tooMany, vi: "Đội đã gửi quá nhiều mục loại này.", en: "The team has sent too many of these.")
        }
        switch input {
        case .action(let action, let host, let account, let network):
            try checkAction(action, host: host, account: account, network: network)
        case .triage(let alert, let triage): try checkTriage(alert, triage)
        case .answer(let question, let text): try checkAnswer(question, text)
        case .hint(let question, let number): try checkHint(question, number)
        case .report(let report): try check(report)
        case .note(let text, let host):
            try TextCheck.check(text)
            if host != -1 { try checkHost(host) }
        case .chat(let text): try TextCheck.check(text)
        case .reply(let message, let text):
            try TextCheck.check(text)
            if message < 1 || message > messages.count {
                throw TeamInputError(.unknown, vi: "Không có thông điệp ấy.", en: "No such message.", field: "message")
            }
        case .armRule(let text): try checkRule(text)
        case .disarmRule(let rule): try checkArmed(rule)
        case .inject(let name): try checkInject(name)
        case .broadcast(let text): try TextCheck.check(text, limit: TeamLimits.reportBytes)
        case .grantFoothold(let host): try checkHost(host)
        case .mark(let subject, let points, let comment): try checkMark(subject, points, comment)
        case .ruleAlert(let rule, let host, let account, let severity):
            try checkArmed(rule)
            if host != -1 { try checkHost(host) }
            if account != -1 { try checkAccount(account) }
            if Int(severity) >= Severity.allCases.count {
                throw TeamInputError(
                    .unknown, vi: "Không có mức nghiêm trọng ấy.", en: "No such severity.", field: "severity")
            }
        }
    }

    /// Every input has its side. The direction may chat with those who defend.
    private func checkSide(_ input: TeamInput, _ author: Author) throws(TeamInputError) {
        let isAllowed: Bool
        switch (input, author) {
        case (.chat, .seat), (.chat, .direction): isAllowed = true
        case (.inject, .direction), (.broadcast, .direction), (.grantFoothold, .direction), (.mark, .direction):
            isAllowed = true
        case (.ruleAlert, .system): isAllowed = true
        case (.inject, _), (.broadcast, _), (.grantFoothold, _), (.mark, _), (.ruleAlert, _): isAllowed = false
        case (_, .seat): isAllowed = true
        default: isAllowed = false
        }
        if !isAllowed {
            throw TeamInputError(
                .notAllowed, vi: "Vai này không được làm việc ấy.", en: "This role may not do that.")
        }
    }

    private func checkTriage(_ alert: Int, _ triage: Triage) throws(TeamInputError) {
        guard alert >= 1, alert <= alertRecords.count else {
            throw TeamInputError(.unknown, vi: "Không có cảnh báo ấy.", en: "No such alert.", field: "alert")
        }
        if alertRecords[alert - 1].triage == triage {
            throw TeamInputError(
                .alreadySo, vi: "Cảnh báo đã ở trạng thái ấy.", en: "The alert is so already.", field: "triage")
        }
    }

    private func checkRule(_ text: String) throws(TeamInputError) {
        try TextCheck.check(text, limit: TeamLimits.ruleBytes)
        let armed = rules.count { $0.disarmedAt == nil }
        if armed >= TeamLimits.armedRules {
            throw TeamInputError(
                .tooMany, vi: "Đã có \(armed) luật đang bật; hãy tắt bớt.",
                en: "\(armed) rules are armed already; disarm some.")
        }
        if rules.reduce(text.utf8.count, { $0 + $1.text.utf8.count }) > TeamLimits.rulesBytes {
            throw TeamInputError(
                .tooMany, vi: "Đội đã gửi quá nhiều luật.", en: "The team has sent too many rules.", field: "text")
        }
        if rules.contains(where: { $0.disarmedAt == nil && $0.text == text }) {
            throw TeamInputError(.alreadySo, vi: "Luật này đang bật.", en: "This rule is armed already.", field: "text")
        }
    }

    private func checkArmed(_ rule: Int) throws(TeamInputError) {
        guard rule >= 1, rule <= rules.count else {
            throw TeamInputError(.unknown, vi: "Không có luật ấy.", en: "No such rule.", field: "rule")
        }
        if rules[rule - 1].disarmedAt != nil {
            throw TeamInputError(.alreadySo, vi: "Luật đã tắt.", en: "The rule is disarmed.", field: "rule")
        }
    }

    private func checkInject(_ name: String) throws(TeamInputError) {
        guard let index = index(ofInject: name) else {
            throw TeamInputError(
                .unknown, vi: "Kịch bản không có tình huống ấy.", en: "The scenario has no such inject.",
                field: "inject")
        }
        if injected[index] {
            throw TeamInputError(
                .alreadySo, vi: "Tình huống này đã được đưa vào.", en: "This inject is in already.", field: "inject")
        }
    }

    private func checkMark(_ subject: MarkSubject, _ points: Int64, _ comment: String) throws(TeamInputError) {
        if !comment.isEmpty { try TextCheck.check(comment, field: "comment") }
        let most: Int64
        switch subject {
        case .metric(let name):
            let exercise = program.scenario.exercise
            guard let metric = exercise.metrics.first(where: { $0.name == name }) else {
                throw TeamInputError(.unknown, vi: "Không có tiêu chí ấy.", en: "No such metric.", field: "metric")
            }
            if let key = metric.condition, exercise.conditions.first(where: { $0.name == key })?.when != nil {
                throw TeamInputError(
                    .wrongTarget, vi: "Tiêu chí này do máy chấm.", en: "The run itself decides this metric.",
                    field: "metric")
            }
            most = metric.maxScore
        case .report(let number):
            guard number >= 1, number <= reports.count else {
                throw TeamInputError(.unknown, vi: "Không có báo cáo ấy.", en: "No such report.", field: "report")
            }
            most = TeamLimits.reportPoints
        }
        if points < 0 || points > most {
            throw TeamInputError(
                .wrongTarget, vi: "Điểm phải từ 0 đến \(most).", en: "Points must be from 0 to \(most).",
                field: "points")
        }
    }
}
