import Ground
import Markup
import Scenario

extension Texts {
    /// Accounts, invitations, organisations.
    enum People {
        static let title = LocalizedText("Thành viên", "People")
        static let search = LocalizedText("Tìm theo tên", "Search by name")
        static let searchSubmit = LocalizedText("Tìm", "Search")
        static let name = LocalizedText("Tên", "Name")
        static let role = LocalizedText("Vai trò", "Role")
        static let organisation = LocalizedText("Tổ chức", "Organisation")
        static let lastSignIn = LocalizedText("Đăng nhập gần nhất", "Last sign-in")
        static let state = LocalizedText("Tình trạng", "State")
        static let active = LocalizedText("Đang dùng", "In use")
        static let disabled = LocalizedText("Đã khóa", "Disabled")
        static let accounts = LocalizedText("Tài khoản", "Accounts")
        static let nobody = LocalizedText("Chưa có ai", "Nobody yet")
        static let nobodyFound = LocalizedText(
            "Không tìm thấy ai. Hãy thử tên khác hoặc mời thêm người.",
            "Nobody was found. Try another name, or invite people.")
        static let new = LocalizedText("Thêm một tài khoản", "Add an account")
        static let newLead = LocalizedText(
            "Khi bạn muốn tự đặt mật khẩu ban đầu. Thường thì gửi liên kết mời tiện hơn.",
            "Where you want to set the first password yourself. An invitation link is usually easier.")
        static let invite = LocalizedText("Mời bằng liên kết", "Invite by a link")
        static let inviteLead = LocalizedText(
            "Ai có liên kết thì tự tạo được tài khoản cho mình.",
            "Whoever has the link can make an account of their own.")
        static let uses = LocalizedText("Số lần dùng", "Number of uses")
        static let days = LocalizedText("Hiệu lực (ngày)", "Good for (days)")
        static let makeLink = LocalizedText("Tạo liên kết", "Make the link")
        static let linkTitle = LocalizedText("Liên kết mời", "Invitation link")
        static let linkOnce = LocalizedText(
            "Liên kết chỉ hiện một lần này. Hãy sao chép và gửi đi ngay.",
            "The link is shown only this once. Copy it and send it now.")
        static let invitations = LocalizedText("Lời mời còn hiệu lực", "Invitations that are still good")
        static let noInvitations = LocalizedText("Không có lời mời nào còn hiệu lực.", "No invitation is open.")
        static let usesLeft = LocalizedText("Còn dùng được", "Uses left")
        static let expires = LocalizedText("Hết hạn", "Ends")
        static let revoke = LocalizedText("Thu hồi", "Revoke")
        static let change = LocalizedText("Thay đổi", "Change")
        static let disable = LocalizedText("Khóa tài khoản", "Disable the account")
        static let enable = LocalizedText("Mở lại tài khoản", "Enable the account")
        static let disableLead = LocalizedText(
            "Tài khoản bị khóa không đăng nhập được; mọi phiên và mã truy cập của nó ngừng hoạt động ngay.",
            "A disabled account cannot sign in; all its sessions and tokens stop working at once.")
        static let reset = LocalizedText("Đặt lại mật khẩu", "Reset the password")
        static let resetLead = LocalizedText(
            "Mọi phiên của tài khoản này sẽ kết thúc. Hãy báo cho người ấy mật khẩu mới.",
            "All sessions of this account end. Tell the person the new password.")
        static let newPassword = LocalizedText("Mật khẩu mới", "New password")
        static let makeOrganisation = LocalizedText("Thêm tổ chức", "Add an organisation")
        static let rename = LocalizedText("Đổi tên", "Rename")
        static let created = LocalizedText("Ngày tạo", "Made")
    }
}

extension Role {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .participant: LocalizedText("Người tham gia", "Participant")
        case .observer: LocalizedText("Quan sát viên", "Observer")
        case .instructor: LocalizedText("Người hướng dẫn", "Instructor")
        case .administrator: LocalizedText("Quản trị viên", "Administrator")
        }
    }
}

extension Track {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .human: LocalizedText("Người", "People")
        case .humanWithAI: LocalizedText("Người có AI trợ giúp", "People with help of AI")
        case .ai: LocalizedText("Chỉ có AI", "AI alone")
        }
    }
}
