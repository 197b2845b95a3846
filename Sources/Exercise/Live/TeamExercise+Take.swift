import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// Takes an entry: lets time pass up to its own, looks whether it can be taken, and takes it.
    ///
    /// Marks may come after the close, at any time; they do not move time.
    /// - Throws: ``TeamInputError``; time has passed then, but nothing else changed.
    public mutating func take(_ entry: TeamEntry) throws(TeamInputError) {
        if entry.number != nextNumber {
            throw TeamInputError(
                .notNow, vi: "Mục nhật ký không đúng thứ tự.", en: "The entry is out of order.", field: "number")
        }
        if entry.time < now {
            throw TeamInputError(
                .notNow, vi: "Thời điểm ấy đã qua.", en: "That moment has passed.", field: "time")
        }
        if entry.time > TeamLimits.longest {
            throw TeamInputError(
                .notNow, vi: "Thời điểm ấy quá xa.", en: "That moment is too far away.", field: "time")
        }
        advance(to: entry.time)
        try check(entry.input, by: entry.author)
        entries.append(entry)
        counts[entry.input.kind, default: 0] += 1
        apply(entry)
    }

    private mutating func apply(_ entry: TeamEntry) {
        let author = entry.author
        switch entry.input {
        case .action(let action, let host, let account, let network):
            submit(.action(seat: 0, action: action, host: host, account: account, network: network), author: author)
        case .triage(let alert, let triage):
            alertRecords[alert - 1].triage = triage
            alertRecords[alert - 1].triagedBy = author
            alertRecords[alert - 1].triagedAt = now
            changes.insert(.alerts)
        case .answer(let question, let text): answer(question, text, by: author)
        case .hint(let question, let number):
            if let index = index(ofQuestion: question) { questions[index].hints.append(number) }
            changes.formUnion([.questions, .score])
        case .report(let report):
            reports.append(ReportRecord(time: now, author: author, report: report))
            changes.insert(.reports)
        case .note(let text, let host):
            notes.append(TeamText(time: now, author: author, text: text, host: host))
            changes.insert(.notes)
        case .chat(let text):
            chat.append(TeamText(time: now, author: author, text: text))
            changes.insert(.chat)
        case .reply(let message, let text):
            messages[message - 1].replies.append(TeamText(time: now, author: author, text: text))
            changes.insert(.messages)
        case .armRule(let text):
            rules.append(RuleRecord(time: now, author: author, title: RuleTitle.of(text), text: text))
            changes.insert(.rules)
        case .disarmRule(let rule):
            rules[rule - 1].disarmedAt = now
            changes.insert(.rules)
        case .inject(let name):
            if let index = index(ofInject: name) { put(inject: index) }
        case .broadcast(let text):
            messages.append(MessageRecord(time: now, inject: -1, text: text))
            changes.insert(.messages)
        case .grantFoothold(let host): submit(.grantFoothold(host: host), author: author)
        case .mark(let subject, let points, let comment):
            mark(subject, MarkRecord(time: entry.time, author: author, points: points, comment: comment))
        case .ruleAlert(let rule, let host, let account, let severity):
            rules[rule - 1].alerts += 1
            submit(
                .externalAlert(host: host, account: account, severity: severity), author: author, rule: Int32(rule),
                severity: severity)
            changes.insert(.rules)
        }
    }

    private mutating func mark(_ subject: MarkSubject, _ mark: MarkRecord) {
        switch subject {
        case .metric(let name):
            if let index = program.scenario.exercise.metrics.firstIndex(where: { $0.name == name }) {
                marks[index] = mark
            }
        case .report(let number): reports[number - 1].mark = mark
        }
        changes.formUnion([.score, .reports])
    }

    func index(ofQuestion name: String) -> Int? {
        program.scenario.exercise.questions.firstIndex { $0.name == name }
    }

    func index(ofInject name: String) -> Int? {
        program.scenario.exercise.injects.firstIndex { $0.name == name }
    }
}
