import Kernel
import NetworkWorld
import Scenario

/// The points that a team may see while the exercise runs: what it answered, bought and was given. What the run itself
/// decides is told at the close, since a score that falls would say that something was just stolen.
public struct DeskScore: Sendable, Equatable {
    /// A mark of the direction.
    public struct Mark: Sendable, Equatable {
        /// Key of the metric, or nil for a report.
        public var metric: String?
        /// Number of the report, or nil for a metric.
        public var report: Int?
        /// What was marked.
        public var title: LocalizedText
        /// Points.
        public var points: Int64
        /// Most points.
        public var maximum: Int64
        /// What the direction said.
        public var comment: String
    }

    /// Points for answers that were marked.
    public var answers: Int64
    /// Points that all questions give together.
    public var answersMaximum: Int64
    /// Answers that are marked at the close.
    public var answersWaiting: Int
    /// Points that hints cost.
    public var hints: Int64
    /// Marks of the direction.
    public var marks: [Mark]

    /// All of it together.
    public var total: Int64 { answers - hints + marks.reduce(0) { $0 + $1.points } }

    /// Writes the score as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("answers", answers)
            json.member("answers-maximum", answersMaximum)
            json.member("answers-waiting", answersWaiting)
            json.member("hints", hints)
            json.list("marks", marks) { mark, json in
                json.object { json in
                    if let metric = mark.metric { json.member("metric", metric) }
                    json.member(ifAny: "report", mark.report)
                    json.member("title", mark.title)
                    json.member("points", mark.points)
                    json.member("maximum", mark.maximum)
                    json.member("comment", mark.comment)
                }
            }
            json.member("total", total)
        }
    }
}

extension TeamExercise {
    /// The points that the team may see now.
    ///
    /// - Complexity: O(questions + metrics + reports).
    public var deskScore: DeskScore {
        let exercise = program.scenario.exercise
        var score = DeskScore(answers: 0, answersMaximum: 0, answersWaiting: 0, hints: 0, marks: [])
        for (question, record) in zip(exercise.questions, questions) {
            score.answers += record.points ?? 0
            score.answersMaximum += question.points
            if let last = record.attempts.last, last.points == nil { score.answersWaiting += 1 }
            score.hints += record.hints.reduce(0) { $0 + question.hints[$1 - 1].cost }
        }
        for (metric, mark) in zip(exercise.metrics, marks) {
            guard let mark else { continue }
            score.marks.append(
                DeskScore.Mark(
                    metric: metric.name, title: metric.title, points: mark.points, maximum: metric.maxScore,
                    comment: mark.comment))
        }
        for (index, record) in reports.enumerated() {
            guard let mark = record.mark else { continue }
            score.marks.append(
                DeskScore.Mark(
                    report: index + 1,
                    title: LocalizedText(
                        vietnamese: "Báo cáo tình hình số \(index + 1)", english: "Situation report \(index + 1)"),
                    points: mark.points, maximum: TeamLimits.reportPoints, comment: mark.comment))
        }
        return score
    }
}
