import Markup
import Scenario

extension Texts {
    /// One's own account.
    enum Account {
        static let title = LocalizedText("Tài khoản của tôi", "My account")
        static let profile = LocalizedText("Hồ sơ", "Profile")
        static let password = LocalizedText("Đổi mật khẩu", "Change the password")
        static let oldPassword = LocalizedText("Mật khẩu hiện tại", "Present password")
        static let newPassword = LocalizedText("Mật khẩu mới", "New password")
        static let passwordLead = LocalizedText(
            "Sau khi đổi, bạn vẫn ở lại đây nhưng mọi trình duyệt khác bị đăng xuất.",
            "You stay signed in here; all other browsers are signed out.")
        static let tokens = LocalizedText("Mã truy cập API", "API tokens")
        static let tokensLead = LocalizedText(
            "Chương trình và tác tử dùng mã này thay cho mật khẩu. Ai có mã thì làm được những gì mã cho phép.",
            "Programs and agents show a token instead of a password. Whoever has it may do what it allows.")
        static let tokenName = LocalizedText("Tên mã", "Name of the token")
        static let tokenNameHint = LocalizedText(
            "Để bạn nhận ra nó về sau, ví dụ: tác tử phòng thủ.", "So that you know it later, such as: defence agent.")
        static let ceiling = LocalizedText("Được làm tối đa như", "May do at most what this role may")
        static let days = LocalizedText("Hiệu lực", "Good for")
        static let makeToken = LocalizedText("Tạo mã", "Make the token")
        static let tokenMade = LocalizedText("Mã truy cập mới", "The new token")
        static let tokenOnce = LocalizedText(
            "Mã chỉ hiện một lần này. Hãy sao chép và cất giữ ngay.",
            "The token is shown only this once. Copy it and keep it safe.")
        static let noTokens = LocalizedText("Chưa có mã nào.", "There is no token yet.")
        static let lastUsed = LocalizedText("Dùng gần nhất", "Last used")
        static let ended = LocalizedText("Đã hết hạn", "Ended")
        static let noEnd = LocalizedText("Không hết hạn", "No end")
        static let sessions = LocalizedText("Các trình duyệt đang đăng nhập", "Browsers that are signed in")
        static let browser = LocalizedText("Trình duyệt", "Browser")
        static let address = LocalizedText("Địa chỉ", "Address")
        static let began = LocalizedText("Bắt đầu", "Began")
        static let thisOne = LocalizedText("Trình duyệt này", "This browser")
        static let endOthers = LocalizedText("Đăng xuất khỏi mọi trình duyệt khác", "Sign out of all other browsers")

        /// A number of days.
        static func days(_ number: Int) -> LocalizedText { LocalizedText("\(number) ngày", "\(number) days") }
    }
}
