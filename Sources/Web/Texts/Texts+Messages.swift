import Markup
import Scenario

extension Texts {
    /// Messages to the team.
    enum Messages {
        static let title = LocalizedText("Thông điệp", "Messages")
        static let none = LocalizedText("Chưa có thông điệp", "No messages")
        static let noneYet = LocalizedText(
            "Tình huống và thông báo của ban điều hành sẽ hiện ở đây.",
            "Injects and announcements of the direction appear here.")
        static let broadcast = LocalizedText("Thông báo chung", "Announcement")
        static let reply = LocalizedText("Trả lời", "Reply")
        static let replyText = LocalizedText("Câu trả lời", "Your reply")
        static let send = LocalizedText("Gửi", "Send")
        static let note = LocalizedText("Ghi chú", "Notes")
        static let newNote = LocalizedText("Ghi chú mới", "New note")
        static let write = LocalizedText("Ghi lại", "Write down")
        static let chat = LocalizedText("Trò chuyện", "Chat")
        static let say = LocalizedText("Nói với đồng đội", "Say to the others")
        static let latest = LocalizedText("Thông điệp mới nhất", "Latest message")
    }

    /// Situation reports.
    enum Reports {
        static let title = LocalizedText("Báo cáo tình hình", "Situation report")
        static let lead = LocalizedText(
            "Gửi lãnh đạo điều đội biết lúc này. Phần máy, tài khoản, kỹ thuật và thời điểm được so với sự thật.",
            "Tell command what the team knows now. Hosts, accounts, techniques and start are held against the truth.")
        static let earlier = LocalizedText("Báo cáo đã gửi", "Reports sent")
        static let none = LocalizedText("Chưa gửi báo cáo nào.", "No report was sent yet.")
        static let unmarked = LocalizedText("Chưa chấm", "Not marked yet")
        static let comment = LocalizedText("Nhận xét", "Comment")
        static let hosts = LocalizedText("Máy bị xâm nhập", "Hosts taken")
        static let hostsHint = LocalizedText("Tên máy, cách nhau bằng dấu phẩy", "Names of hosts, with commas between")
        static let accounts = LocalizedText("Tài khoản bị lợi dụng", "Accounts in the intruder's hands")
        static let accountsHint = LocalizedText("Tên tài khoản, cách nhau bằng dấu phẩy", "Names, with commas between")
        static let techniques = LocalizedText("Kỹ thuật tấn công", "Techniques")
        static let techniquesHint = LocalizedText(
            "Mã ATT&CK, ví dụ T1566.001, T1021.002", "ATT&CK ids, such as T1566.001, T1021.002")
        static let start = LocalizedText("Cuộc tấn công bắt đầu lúc", "The attack began at")
        static let records = LocalizedText("Số hồ sơ có nguy cơ", "Records at risk")
        static let whatHappened = LocalizedText("Điều gì đã xảy ra", "What happened")
        static let unknown = LocalizedText("Điều gì chưa rõ", "What is not known")
        static let decisions = LocalizedText("Cần lãnh đạo quyết định gì", "What command must decide")
        static let send = LocalizedText("Gửi báo cáo", "Send the report")
        static let badStart = LocalizedText(
            "Thời điểm phải nằm trong diễn tập.", "The moment must lie within the exercise.")

        /// Its number.
        static func number(_ number: Int) -> LocalizedText { LocalizedText("Báo cáo số \(number)", "Report \(number)") }

        /// The points that it got.
        static func marked(_ points: Int64, of most: Int64) -> LocalizedText {
            LocalizedText("\(points)/\(most) điểm", "\(points) of \(most) points")
        }

        /// A name that is not known.
        static func notThere(_ name: String) -> LocalizedText {
            LocalizedText("Không có “\(name)”.", "There is no “\(name)”.")
        }
    }
}
