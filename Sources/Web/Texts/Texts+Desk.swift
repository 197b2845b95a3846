import Kernel
import Markup
import Scenario

extension Texts {
    /// What stands on every page of a desk, and its map, hosts and accounts.
    enum Desk {
        static let pages = LocalizedText("Các trang của bàn làm việc", "Pages of the desk")
        static let details = LocalizedText("Chi tiết", "Details")
        static let desk = LocalizedText("Bàn làm việc", "Desk")
        static let direction = LocalizedText("Ban điều hành", "Direction")
        static let system = LocalizedText("Hệ thống", "The system")
        static let notBegun = LocalizedText(
            "Diễn tập chưa bắt đầu. Bạn có thể xem mạng, tìm trong nhật ký những ngày trước và trao đổi với đồng đội.",
            "The exercise has not begun. You can look at the network, search the logs of earlier days and talk to the others."
        )
        static let paused = LocalizedText(
            "Diễn tập đang tạm dừng. Vẫn có thể đọc, tìm kiếm, đánh dấu cảnh báo và viết; hành động thì chờ chạy tiếp.",
            "The exercise is paused. You can still read, search, triage and write; actions wait until it goes on.")
        static let closed = LocalizedText(
            "Diễn tập đã kết thúc. Bàn làm việc chỉ còn để xem lại.",
            "The exercise is closed. The desk can only be looked at.")
        static let review = LocalizedText("Xem phần nhìn lại", "Look at the review")
        static let lookingOn = LocalizedText(
            "Bạn đang xem bàn làm việc của đội này mà không tham gia.",
            "You are looking at this team's desk without taking part.")
        static let arrowKeys = LocalizedText(
            "Đi giữa các máy trên sơ đồ, giữa các cột của biểu đồ",
            "Move between hosts on the map, bars of the histogram")
        static let clock = LocalizedText("Đồng hồ", "Clock")
        static let phase = LocalizedText("Trạng thái", "State")
        static let points = LocalizedText("Điểm", "Points")
        static let staff = LocalizedText("Nhân sự", "Staff")
        static let free = LocalizedText("đang rảnh", "free")
        static let direct = LocalizedText("Điều hành", "Direct")
        static let noNotes = LocalizedText("Chưa có ghi chú nào.", "There are no notes yet.")
        static let noChat = LocalizedText("Chưa ai nói gì.", "Nobody has said anything yet.")

        // The map
        static let map = LocalizedText("Sơ đồ mạng", "Network map")
        static let mapHint = LocalizedText(
            "Màu và ký hiệu là đánh giá của đội. Bấm vào một máy để xem và hành động.",
            "Colours and marks are what the team holds of a host. Open one to look at it and act.")
        static let isolated = LocalizedText("Bị cô lập", "Isolated")
        static let inWork = LocalizedText("Đang được xử lý", "In work")
        static let cutOff = LocalizedText("Bị cắt khỏi mạng", "Cut off")
        static let hasAlerts = LocalizedText("Có cảnh báo", "Has alerts")
        static let services = LocalizedText("Dịch vụ", "Services")
        static let works = LocalizedText("Hoạt động", "Works")
        static let down = LocalizedText("Ngừng", "Down")
        static let disturbed = LocalizedText("Bị nhiễu", "Disturbed")

        // Hosts and accounts
        static let hosts = LocalizedText("Máy", "Hosts")
        static let host = LocalizedText("Máy", "Host")
        static let accounts = LocalizedText("Tài khoản", "Accounts")
        static let account = LocalizedText("Tài khoản", "Account")
        static let network = LocalizedText("Mạng", "Network")
        static let address = LocalizedText("Địa chỉ", "Address")
        static let role = LocalizedText("Vai trò", "Role")
        static let os = LocalizedText("Hệ điều hành", "System")
        static let assessment = LocalizedText("Đánh giá", "Held to be")
        static let alerts = LocalizedText("Cảnh báo", "Alerts")
        static let investigations = LocalizedText("Lần điều tra", "Investigations")
        static let lookedAt = LocalizedText("Xem lần cuối", "Last looked at")
        static let dependants = LocalizedText("Dịch vụ dựa vào máy này", "Services that depend on it")
        static let workstation = LocalizedText("Máy của người dùng", "The owner's workstation")
        static let owner = LocalizedText("Tài khoản dùng máy này", "Accounts of this workstation")
        static let kind = LocalizedText("Loại", "Kind")
        static let privilege = LocalizedText("Quyền", "Privilege")
        static let disabled = LocalizedText("Đã khóa", "Disabled")
        static let state = LocalizedText("Trạng thái", "State")
        static let actions = LocalizedText("Có thể làm gì", "What can be done")
        static let findings = LocalizedText("Bằng chứng", "Evidence")
        static let noFindings = LocalizedText(
            "Chưa có kết quả điều tra nào.", "No investigation has brought anything yet.")
        static let logsOf = LocalizedText("Tìm trong nhật ký", "Search its logs")
        static let fullPage = LocalizedText("Mở thành trang riêng", "Open as a page")
        static let findHost = LocalizedText("Lọc theo tên, địa chỉ hoặc vai trò", "Filter by name, address or role")
        static let filter = LocalizedText("Lọc", "Filter")
        static let showAll = LocalizedText("Hiện tất cả", "Show all")
        static let nothingFits = LocalizedText("Không có mục nào khớp.", "Nothing fits.")
        static let noteOnHost = LocalizedText("Ghi chú về máy này", "Note about this host")

        /// How long is left.
        static func left(_ time: Milliseconds) -> LocalizedText {
            let text = Figures.duration(time).filled
            return LocalizedText("còn \(text.vietnamese)", "\(text.english) left")
        }

        /// The points that can be had for answers.
        static func ofPoints(_ most: Int64) -> LocalizedText {
            LocalizedText("trả lời: tối đa ", "answers: up to ") + Figures.number(most)
        }

        /// How many more there are.
        static func more(_ count: Int) -> LocalizedText {
            let number = Figures.number(count).filled
            return LocalizedText("và \(number.vietnamese) máy khác", "and \(number.english) more hosts")
        }

        /// How many hosts there are.
        static func hosts(_ count: Int) -> LocalizedText {
            let number = Figures.number(count).filled
            return LocalizedText("\(number.vietnamese) máy", count == 1 ? "1 host" : "\(number.english) hosts")
        }

        /// How many alerts there are.
        static func alerts(_ count: Int) -> LocalizedText {
            let number = Figures.number(count).filled
            return LocalizedText("\(number.vietnamese) cảnh báo", count == 1 ? "1 alert" : "\(number.english) alerts")
        }

        /// Since when it is down.
        static func since(_ clock: String) -> LocalizedText { LocalizedText("từ \(clock)", "since \(clock)") }
    }
}
