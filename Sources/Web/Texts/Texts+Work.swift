import Exercise
import Markup
import Scenario

extension Texts {
    /// Actions: what they take, and how far they are.
    enum Work {
        static let duration = LocalizedText("Thời gian", "Duration")
        static let staffMinutes = LocalizedText("Công người", "Staff")
        static let free = LocalizedText("Người đang rảnh", "Staff free now")
        static let approval = LocalizedText("Phê duyệt", "Approval")
        static let needed = LocalizedText("Cần lãnh đạo duyệt", "Command must approve")
        static let notNeeded = LocalizedText("Không cần", "Not needed")
        static let sideEffect = LocalizedText("Tác động kèm theo", "Side effect")
        static let confirm = LocalizedText("Xác nhận thực hiện", "Confirm and do it")
        static let ask = LocalizedText("Thực hiện…", "Do it…")
        static let queue = LocalizedText("Việc đang làm", "Work")
        static let done = LocalizedText("Đã xong", "Done")
        static let noWork = LocalizedText("Chưa có việc nào", "Nothing asked for yet")
        static let noWorkYet = LocalizedText(
            "Chọn một hành động ở bên, hoặc mở một máy từ sơ đồ hay từ cảnh báo.",
            "Choose an action beside, or open a host from the map or an alert.")
        static let nothingOpen = LocalizedText("Không có việc nào đang chạy.", "Nothing is under way.")
        static let noEffect = LocalizedText("Không hiệu quả", "Had no effect")
        static let whatCanBeDone = LocalizedText("Có thể làm gì", "What can be done")

        /// What is under way or waits.
        static func open(_ count: Int) -> LocalizedText {
            LocalizedText("Đang làm và đang chờ: ", "Under way and waiting: ") + Figures.number(count)
        }

        /// When it is likely to end.
        static func expected(_ clock: String) -> LocalizedText {
            LocalizedText("dự kiến xong \(clock)", "expected to end at \(clock)")
        }

        /// A span from low to high with what is likely.
        static func span(_ span: DeskSpan) -> LocalizedText {
            if span.low == span.high { return Figures.duration(span.likely) }
            return Figures.duration(span.low) + " – " + Figures.duration(span.high)
                + LocalizedText(" (thường ", " (usually ") + Figures.duration(span.likely) + ")"
        }

        /// Minutes of staff.
        static func minutes(_ minutes: Int64) -> LocalizedText {
            let number = Figures.number(minutes).filled
            return LocalizedText("\(number.vietnamese) phút công", "\(number.english) minutes of staff")
        }

        /// Minutes of staff, in few words.
        static func staff(_ minutes: Int64) -> LocalizedText {
            let number = Figures.number(minutes).filled
            return LocalizedText("\(number.vietnamese) phút công", "\(number.english) staff min")
        }
    }
}
