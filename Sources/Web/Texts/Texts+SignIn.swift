import Markup
import Scenario

extension Texts {
    /// Getting in and out.
    enum SignIn {
        static let title = LocalizedText("Đăng nhập", "Sign in")
        static let lead = LocalizedText(
            "Luyện phòng thủ mạng trên một mạng đang bị tấn công: tìm trong nhật ký, thu thập chứng cứ, ra quyết định, "
                + "rồi xem mỗi quyết định đã thay đổi điều gì.",
            "Train to defend networks on one that is under attack: search its logs, collect evidence, decide, then see "
                + "what each decision changed.")
        static let login = LocalizedText("Tên đăng nhập", "Login name")
        static let password = LocalizedText("Mật khẩu", "Password")
        static let displayName = LocalizedText("Tên hiển thị", "Display name")
        static let displayNameHint = LocalizedText(
            "Tên mà đồng đội và người hướng dẫn nhìn thấy.", "The name that your team and instructors see.")
        static let loginHint = LocalizedText(
            "3 đến 40 ký tự: chữ thường a–z, số, dấu chấm, gạch dưới, gạch nối.",
            "3 to 40 characters: a–z, digits, dot, underscore, hyphen.")
        static let passwordHint = LocalizedText("Ít nhất 10 ký tự.", "At least 10 characters.")
        static let noAccount = LocalizedText(
            "Chưa có tài khoản? Hãy xin người hướng dẫn một liên kết mời.",
            "No account yet? Ask your instructor for an invitation link.")
        static let register = LocalizedText("Tạo tài khoản", "Make an account")
        static let notStarted = LocalizedText(
            "Máy chủ này chưa có quản trị viên. Mở liên kết mà lệnh thao serve đã in ra để tạo người đầu tiên.",
            "This server has no administrator yet. Open the link that thao serve printed to make the first one.")
        static let firstTitle = LocalizedText("Khởi tạo thao trường", "Set up the training ground")
        static let firstLead = LocalizedText(
            "Tạo quản trị viên đầu tiên. Liên kết này chỉ dùng được một lần.",
            "Make the first administrator. This link works only once.")
        static let firstSubmit = LocalizedText("Tạo quản trị viên", "Make the administrator")
        static let organisation = LocalizedText("Tên tổ chức", "Name of your organisation")
        static let invitationTitle = LocalizedText(
            "Bạn được mời vào thao trường", "You are invited to the training ground")
        static let join = LocalizedText("Tham gia", "Join")
        static let joinAs = LocalizedText("Tham gia với tài khoản", "Join as")
        static let haveAccount = LocalizedText("Đã có tài khoản? Đăng nhập", "Have an account already? Sign in")
        static let track = LocalizedText("Ai ra quyết định", "Who takes the decisions")
        static let team = LocalizedText("Đội", "Team")
        static let ownTeam = LocalizedText("Một đội của riêng tôi", "A team of my own")
    }
}
