import Ground
import Markup
import Scenario

extension Texts {
    /// The first page.
    enum Home {
        static let hello = LocalizedText("Chào ", "Welcome, ")
        static let exercises = LocalizedText("Bài tập", "Exercises")
        static let newExercise = LocalizedText("Tạo bài tập", "New exercise")
        static let noExercises = LocalizedText("Chưa có bài tập nào", "No exercise yet")
        static let makeFirst = LocalizedText(
            "Chọn một kịch bản có sẵn và mời người tham gia: bài tập đầu tiên chỉ cách vài cú bấm.",
            "Choose a scenario from the box and invite people: the first exercise is a few clicks away.")
        static let waitForLink = LocalizedText(
            "Khi người hướng dẫn gửi liên kết mời, bài tập của bạn sẽ hiện ở đây.",
            "When an instructor sends you an invitation link, your exercise appears here.")

        /// What somebody of a role does here.
        static func lead(of role: Role) -> LocalizedText {
            switch role {
            case .participant:
                LocalizedText(
                    "Vào bài tập của đội bạn, hoặc xem lại những bài đã kết thúc.",
                    "Enter your team's exercise, or look back at those that are closed.")
            case .observer:
                LocalizedText("Theo dõi các bài tập như các đội thấy.", "Follow the exercises as the teams see them.")
            case .instructor:
                LocalizedText(
                    "Chuẩn bị, điều hành và chấm các bài tập của tổ chức bạn.",
                    "Prepare, direct and mark the exercises of your organisation.")
            case .administrator:
                LocalizedText(
                    "Mọi bài tập của mọi tổ chức, con người và nhật ký của máy chủ này.",
                    "All exercises of all organisations, the people and the trail of this server.")
            }
        }
    }

    /// The audit trail.
    enum Audit {
        static let title = LocalizedText("Nhật ký kiểm toán", "Audit trail")
        static let lead = LocalizedText(
            "Ai đã làm gì, khi nào, từ đâu. Mỗi dòng mang mã băm của dòng trước nên mọi sửa xóa đều lộ ra.",
            "Who did what, when and from where. Each row carries the hash of the one before, so tampering shows.")
        static let number = LocalizedText("Số", "No.")
        static let time = LocalizedText("Lúc", "When")
        static let who = LocalizedText("Ai", "Who")
        static let what = LocalizedText("Việc", "What")
        static let subject = LocalizedText("Đối tượng", "To what")
        static let detail = LocalizedText("Chi tiết", "Particulars")
        static let address = LocalizedText("Địa chỉ", "Address")
        static let system = LocalizedText("Máy chủ", "The server")
        static let verify = LocalizedText("Kiểm tra toàn bộ chuỗi", "Check the whole chain")
        static let older = LocalizedText("Cũ hơn", "Older")
        static let nothing = LocalizedText("Không còn dòng nào.", "There are no more rows.")

        /// All in order.
        static func intact(_ rows: Int64) -> LocalizedText {
            let number = Figures.number(rows)
            return LocalizedText("Toàn vẹn: ", "In order: ") + number + LocalizedText(" dòng.", " rows.")
        }

        /// Something was altered.
        static func broken(_ row: Int64) -> LocalizedText {
            LocalizedText(
                "Dòng số \(row) bị thiếu hoặc đã bị sửa.", "Row number \(row) is missing or was altered.")
        }
    }
}
