import Markup
import Scenario

extension Texts {
    /// Rules of a team.
    enum Rules {
        static let none = LocalizedText("Chưa có luật nào", "No rules yet")
        static let noneYet = LocalizedText(
            "Luật được bật sẽ đọc nhật ký từ lúc đó và tạo cảnh báo của riêng đội.",
            "Rules that are armed read the logs from then on and raise alerts of the team's own.")
        static let lead = LocalizedText(
            "Viết một luật Sigma, thử trên nhật ký đã có, rồi bật để được báo khi có bản ghi mới khớp.",
            "Write a Sigma rule, try it on the logs so far, then arm it to be told when a new record matches.")
        static let write = LocalizedText("Viết luật", "Write a rule")
        static let list = LocalizedText("Luật của đội", "The team's rules")
        static let text = LocalizedText("Luật Sigma (YAML)", "Sigma rule (YAML)")
        static let hint = LocalizedText(
            "Một hoặc nhiều luật, cách nhau bằng dòng ---; tên trường theo Sigma hoặc ECS.",
            "One or several rules with a line of --- between; field names of Sigma or ECS.")
        static let check = LocalizedText("Kiểm tra", "Check")
        static let tryIt = LocalizedText("Thử trên nhật ký", "Try on the logs")
        static let range = LocalizedText("Khoảng thời gian", "Stretch of time")
        static let arm = LocalizedText("Bật luật", "Arm it")
        static let armed = LocalizedText("Đang bật", "Armed")
        static let disarmed = LocalizedText("Đã tắt", "Disarmed")
        static let disarm = LocalizedText("Tắt luật", "Disarm")
        static let error = LocalizedText("Lỗi", "Error")
        static let warning = LocalizedText("Lưu ý", "Warning")
        static let fine = LocalizedText("Luật dùng được.", "The rule can be used.")
        static let trial = LocalizedText("Kết quả thử", "Trial")
        static let rule = LocalizedText("Luật", "Rule")
        static let unusable = LocalizedText(
            "Luật còn lỗi nên chưa bật được.", "The rule has errors and cannot be armed yet.")

        /// So many hours back.
        static func last(_ hours: Int) -> LocalizedText {
            LocalizedText("\(hours) giờ gần nhất", hours == 1 ? "the last hour" : "the last \(hours) hours")
        }

        /// A place in the text.
        static func place(_ line: Int, _ column: Int) -> LocalizedText {
            LocalizedText("dòng \(line), cột \(column):", "line \(line), column \(column):")
        }

        /// How many records it found.
        static func hits(_ count: Int) -> LocalizedText {
            let number = Figures.number(count).filled
            return LocalizedText(
                "Khớp \(number.vietnamese) bản ghi", count == 1 ? "1 hit" : "\(number.english) hits")
        }

        /// How many it read.
        static func read(_ count: Int, until: String) -> LocalizedText {
            let number = Figures.number(count).filled
            return LocalizedText(
                "đã đọc \(number.vietnamese) bản ghi, đến \(until)", "\(number.english) records read, up to \(until)")
        }

        /// The first of them.
        static func first(_ count: Int) -> LocalizedText {
            LocalizedText("\(count) bản ghi đầu tiên", count == 1 ? "The first" : "The first \(count)")
        }
    }
}
