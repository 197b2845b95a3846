import Markup
import Scenario

extension Texts {
    /// What stands around every page.
    enum Frame {
        static let navigation = LocalizedText("Điều hướng chính", "Main navigation")
        static let home = LocalizedText("Trang chủ", "Home")
        static let people = LocalizedText("Thành viên", "People")
        static let organisations = LocalizedText("Tổ chức", "Organisations")
        static let audit = LocalizedText("Nhật ký kiểm toán", "Audit trail")
        static let about = LocalizedText("Giới thiệu và quyền riêng tư", "About and privacy")
        static let api = LocalizedText("API")
        static let account = LocalizedText("Tài khoản", "Account")
        static let signIn = LocalizedText("Đăng nhập", "Sign in")
        static let signOut = LocalizedText("Đăng xuất", "Sign out")
        static let menu = LocalizedText("Trình đơn", "Menu")
        static let settings = LocalizedText("Ngôn ngữ và giao diện", "Language and appearance")
        static let language = LocalizedText("Ngôn ngữ", "Language")
        static let theme = LocalizedText("Giao diện", "Appearance")
        static let system = LocalizedText("Theo hệ thống", "As the system")
        static let light = LocalizedText("Sáng", "Light")
        static let dark = LocalizedText("Tối", "Dark")
        static let vietnamese = LocalizedText("Tiếng Việt")
        static let english = LocalizedText("English")
        static let help = LocalizedText("Phím tắt", "Keyboard shortcuts")
        static let helpKeys = LocalizedText("Mở bảng phím tắt này", "Open this list of shortcuts")
        static let escapeKey = LocalizedText("Đóng hộp thoại", "Close a dialog")
        static let tabKey = LocalizedText("Tới mục kế tiếp", "Go to the next item")
        static let slashKey = LocalizedText("Tới ô tìm kiếm", "Go to the search box")
        static let homeKeys = LocalizedText("Về trang chủ", "Go to the home page")
        static let failed = LocalizedText(
            "Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.",
            "The server cannot be reached. Check the network and try again.")
        static let offline = LocalizedText(
            "Mất kết nối trực tiếp, đang nối lại…", "The live connection was lost; connecting again…")
        static let online = LocalizedText("Đã nối lại.", "Connected again.")
    }
}
