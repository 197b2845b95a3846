import Kernel
import NetworkWorld

/// How well a team told true alerts from false ones. Alerts of its own rules are left out: nobody knows the truth of them.
public struct TriageScore: Sendable, Equatable {
    /// Alerts of built-in analytics that arrived.
    public var delivered = 0
    /// Closed as what they are.
    public var right = 0
    /// Closed as what they are not.
    public var wrong = 0
    /// Of those that belong to the attack: closed as false.
    public var missed = 0

    /// Points that triage can give.
    public static let maximum: Int64 = 20

    /// Share of closed alerts that were closed as what they are, in percent; nil where none was closed.
    public var precision: Int64? { right + wrong == 0 ? nil : Int64(right * 100 / (right + wrong)) }

    /// Points: every right one counts, every wrong one takes back a right one.
    public var points: Int64 {
        delivered == 0 ? 0 : (Int64(max(0, right - wrong)) * Self.maximum + Int64(delivered) / 2) / Int64(delivered)
    }

    /// Writes the score as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("delivered", delivered)
            json.member("right", right)
            json.member("wrong", wrong)
            json.member("missed", missed)
            json.member(ifAny: "precision", precision)
            json.member("points", points)
        }
    }
}

extension TeamExercise {
    /// How well alerts were told apart so far: truth.
    ///
    /// - Complexity: O(alerts).
    public var triageScore: TriageScore {
        var score = TriageScore()
        for (index, record) in alertRecords.enumerated() where record.rule == 0 {
            guard isBuiltIn(alert: index) else { continue }
            score.delivered += 1
            let isTrue = isTrue(alert: index)
            switch record.triage {
            case .closedTrue:
                if isTrue { score.right += 1 } else { score.wrong += 1 }
            case .closedFalse:
                if isTrue {
                    score.wrong += 1
                    score.missed += 1
                } else {
                    score.right += 1
                }
            case .open, .owned, .escalated: break
            }
        }
        return score
    }

    /// Whether an alert belongs to the attack, by its place in the team's list from 0.
    func isTrue(alert index: Int) -> Bool { run.state.alerts[Int(knowledge.alerts[index])].step > 0 }

    private func isBuiltIn(alert index: Int) -> Bool {
        program.analytics.indices.contains(Int(run.state.alerts[Int(knowledge.alerts[index])].analytic))
    }
}
