import Kernel
import NetworkWorld

extension TeamExercise {
    /// The digest of everything that the exercise holds: equal exercises share it in every build and on every machine.
    ///
    /// - Complexity: O(touched · log touched + what the team put in).
    public var stateHash: UInt64 {
        var hasher = StableHasher()
        hasher.combine(run.stateHash)
        hasher.combine(closedAt ?? -1)
        hasher.combine(timedDone)
        hasher.combine(nextLook)
        for done in waitingDone + injected { hasher.combine(done) }
        for record in alertRecords { record.hash(into: &hasher) }
        hashWork(into: &hasher)
        hashTexts(into: &hasher)
        hashMarks(into: &hasher)
        for time in serviceDown + processSince { hasher.combine(time) }
        for count in processDisturbed { hasher.combine(count) }
        return hasher.digest
    }

    private func hashWork(into hasher: inout StableHasher) {
        for record in workRecords {
            record.author.hash(into: &hasher)
            for time in [record.asked, record.started, record.finished] { hasher.combine(time) }
            hasher.combine(record.phase.rawValue)
            hasher.combine(record.tookEffect)
        }
        for record in investigations { record.hash(into: &hasher) }
    }

    private func hashTexts(into hasher: inout StableHasher) {
        hasher.combine(messages.count)
        for message in messages {
            hasher.combine(message.time)
            hasher.combine(message.inject)
            hasher.combine(message.text)
            Self.hash(message.replies, into: &hasher)
        }
        Self.hash(chat, into: &hasher)
        Self.hash(notes, into: &hasher)
        for rule in rules {
            hasher.combine(rule.time)
            rule.author.hash(into: &hasher)
            hasher.combine(rule.text)
            hasher.combine(rule.disarmedAt ?? -1)
            hasher.combine(rule.alerts)
        }
        for record in reports {
            var json = JSONWriter()
            record.report.write(to: &json)
            hasher.combine(record.time)
            record.author.hash(into: &hasher)
            hasher.combine(json.text)
            Self.hash(record.mark, into: &hasher)
        }
    }

    private func hashMarks(into hasher: inout StableHasher) {
        for question in questions {
            hasher.combine(question.attempts.count)
            for attempt in question.attempts {
                hasher.combine(attempt.time)
                attempt.author.hash(into: &hasher)
                hasher.combine(attempt.text)
                hasher.combine(attempt.points ?? -1)
            }
            for hint in question.hints { hasher.combine(hint) }
        }
        for mark in marks { Self.hash(mark, into: &hasher) }
    }

    private static func hash(_ texts: [TeamText], into hasher: inout StableHasher) {
        hasher.combine(texts.count)
        for text in texts {
            hasher.combine(text.time)
            text.author.hash(into: &hasher)
            hasher.combine(text.text)
            hasher.combine(text.host)
        }
    }

    private static func hash(_ mark: MarkRecord?, into hasher: inout StableHasher) {
        hasher.combine(mark?.points ?? -1)
        guard let mark else { return }
        hasher.combine(mark.time)
        mark.author.hash(into: &hasher)
        hasher.combine(mark.comment)
    }
}
