import Markup
import Scenario

extension Texts {
    /// Questions, answers and hints.
    enum Questions {
        static let none = LocalizedText("Không có câu hỏi", "No questions")
        static let noneHere = LocalizedText(
            "Kịch bản này không đặt câu hỏi nào.", "This scenario asks no questions.")
        static let right = LocalizedText("Đúng", "Right")
        static let wrong = LocalizedText("Chưa đúng", "Not right")
        static let waits = LocalizedText("Chấm khi kết thúc", "Marked at the close")
        static let atClose = LocalizedText("Chấm khi kết thúc", "Marked at the close")
        static let answer = LocalizedText("Câu trả lời", "Your answer")
        static let send = LocalizedText("Trả lời", "Answer")
        static let noneLeft = LocalizedText("Đã hết lượt trả lời.", "There are no attempts left.")

        /// The points that it gives.
        static func worth(_ points: Int64) -> LocalizedText {
            LocalizedText("\(points) điểm", points == 1 ? "1 point" : "\(points) points")
        }

        /// A hint by its number.
        static func hint(_ number: Int) -> LocalizedText { LocalizedText("Gợi ý \(number):", "Hint \(number):") }

        /// What the button says that buys a hint.
        static func buy(_ number: Int, _ cost: Int64) -> LocalizedText {
            LocalizedText("Xem gợi ý \(number) (−\(cost) điểm)", "Show hint \(number) (−\(cost) points)")
        }

        /// What is asked before a hint is bought.
        static func confirm(_ cost: Int64) -> LocalizedText {
            LocalizedText("Gợi ý này trừ \(cost) điểm. Xem chứ?", "This hint costs \(cost) points. Show it?")
        }

        /// How many attempts are left.
        static func left(_ count: Int) -> LocalizedText {
            LocalizedText("Còn \(count) lượt trả lời", count == 1 ? "1 attempt left" : "\(count) attempts left")
        }
    }

    /// The scoreboard.
    enum Scoreboard {
        static let team = LocalizedText("Đội", "Team")
        static let track = LocalizedText("Hạng", "Track")
        static let answers = LocalizedText("Trả lời", "Answers")
        static let hints = LocalizedText("Gợi ý", "Hints")
        static let marks = LocalizedText("Điểm chấm", "Marks")
        static let total = LocalizedText("Tổng", "Total")
        static let place = LocalizedText("Thứ", "Place")
        static let hidden = LocalizedText("Bảng điểm đang ẩn", "The scoreboard is hidden")
        static let hiddenText = LocalizedText(
            "Ban điều hành chỉ công bố bảng điểm khi diễn tập kết thúc.",
            "The direction shows it when the exercise is closed.")
        static let frozen = LocalizedText(
            "Bảng điểm đang được giữ nguyên; điểm mới chưa hiện.", "The scoreboard is frozen; newer points do not show."
        )
        static let own = LocalizedText("Điểm của đội", "The team's points")
        static let note = LocalizedText(
            "Phần do diễn biến quyết định (dữ liệu, lây lan, dịch vụ) được tính khi kết thúc.",
            "What the run itself decides (data, spread, services) counts when the exercise is closed.")
    }
}
