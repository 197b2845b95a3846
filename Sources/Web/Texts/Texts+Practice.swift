import Markup
import Scenario

extension Texts {
    /// The practice exercise.
    enum Practice {
        static let title = LocalizedText("Bài thực hành", "Practice exercise")
        static let name = LocalizedText("Thực hành", "Practice")
        static let start = LocalizedText("Bắt đầu thực hành", "Start the practice exercise")
        static let lead = LocalizedText(
            "Một ngày ở trung tâm chính quyền số của một tỉnh hư cấu, đồng hồ nhanh gấp mười, bạn là đội trực. "
                + "Tìm xem ai đã vào, họ lấy gì, và chặn họ lại.",
            "A day at the e-government centre of an invented province, ten times as fast, with you on duty. "
                + "Find out who got in, what they took, and stop them.")
    }
}
