import Exercise
import Markup
import Scenario

/// The pages of a desk, in the order of the bar that leads to them.
enum DeskSection: String, Sendable, CaseIterable {
    case situation, alerts, hosts, work, logs, messages, questions, rules, talk, scoreboard

    /// What it is called.
    var title: LocalizedText {
        switch self {
        case .situation: LocalizedText("Tình hình", "Situation")
        case .alerts: LocalizedText("Cảnh báo", "Alerts")
        case .hosts: LocalizedText("Máy", "Hosts")
        case .work: LocalizedText("Điều tra, ứng phó", "Investigate, respond")
        case .logs: LocalizedText("Nhật ký", "Logs")
        case .messages: LocalizedText("Thông điệp, báo cáo", "Messages, reports")
        case .questions: LocalizedText("Câu hỏi", "Questions")
        case .rules: LocalizedText("Luật", "Rules")
        case .talk: LocalizedText("Trao đổi", "Notes and chat")
        case .scoreboard: LocalizedText("Bảng điểm", "Scoreboard")
        }
    }

    /// The key that leads there after `g`.
    var key: String {
        switch self {
        case .situation: "s"
        case .alerts: "a"
        case .hosts: "m"
        case .work: "w"
        case .logs: "l"
        case .messages: "i"
        case .questions: "q"
        case .rules: "r"
        case .talk: "n"
        case .scoreboard: "b"
        }
    }

    /// The end of its address.
    var path: String { self == .situation ? "" : "/\(rawValue)" }

    /// What waits for the team there; 0 where nothing does.
    func waiting(in exercise: TeamExercise) -> Int {
        switch self {
        case .alerts: exercise.deskAlerts.count { $0.triage == .open }
        case .work: exercise.deskOpenWork.count
        case .messages: exercise.deskMessages.count { $0.replies.isEmpty }
        case .questions: exercise.deskQuestions.count { $0.attempts.isEmpty }
        case .situation, .hosts, .logs, .rules, .talk, .scoreboard: 0
        }
    }
}
