import Markup
import Scenario

extension Texts {
    /// Alerts.
    enum Alerts {
        static let time = LocalizedText("Giờ", "Time")
        static let severity = LocalizedText("Mức độ", "Severity")
        static let alert = LocalizedText("Cảnh báo", "Alert")
        static let place = LocalizedText("Ở đâu", "Where")
        static let triage = LocalizedText("Phân loại", "Triage")
        static let show = LocalizedText("Hiện", "Show")
        static let sort = LocalizedText("Sắp xếp", "Order")
        static let any = LocalizedText("Mọi mức", "Any")
        static let around = LocalizedText("Nhật ký quanh lúc đó", "Logs around it")
        static let none = LocalizedText("Không có cảnh báo", "No alerts")
        static let noneYet = LocalizedText(
            "Chưa có cảnh báo nào. Im lặng không có nghĩa là an toàn: hãy tìm trong nhật ký.",
            "No alert has come yet. Silence does not mean safety: search the logs.")
        static let noneChosen = LocalizedText(
            "Không có cảnh báo nào khớp bộ lọc này.", "No alert passes these filters.")
        static let arrived = LocalizedText("Có cảnh báo mới.", "A new alert has come.")
        static let newest = LocalizedText("Cảnh báo mới nhất", "Latest alerts")

        /// Which rule raised it.
        static func byRule(_ rule: Int) -> LocalizedText { LocalizedText("luật số \(rule)", "rule \(rule)") }

        /// All of so many.
        static func all(_ count: Int) -> LocalizedText {
            let number = Figures.number(count).filled
            return LocalizedText("Xem cả \(number.vietnamese) cảnh báo", "See all \(number.english) alerts")
        }
    }
}
