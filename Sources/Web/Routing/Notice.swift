import Markup
import Scenario

/// A message that the next page shows. Only its name travels, in a cookie, so that nobody can put words into our mouth.
enum Notice: String, Sendable, CaseIterable {
    case saved
    case signedOut = "signed-out"
    case passwordChanged = "password-changed"
    case tokenRevoked = "token-revoked"
    case accountChanged = "account-changed"
    case accountDisabled = "account-disabled"
    case accountEnabled = "account-enabled"
    case invitationRevoked = "invitation-revoked"
    case organisationMade = "organisation-made"
    case sessionsEnded = "sessions-ended"

    /// What people read.
    var text: LocalizedText {
        switch self {
        case .saved: LocalizedText("Đã lưu.", "Saved.")
        case .signedOut: LocalizedText("Bạn đã đăng xuất.", "You have signed out.")
        case .passwordChanged: LocalizedText("Đã đổi mật khẩu.", "The password has been changed.")
        case .tokenRevoked: LocalizedText("Đã thu hồi mã truy cập.", "The API token has been revoked.")
        case .accountChanged: LocalizedText("Đã lưu thay đổi của tài khoản.", "The account has been changed.")
        case .accountDisabled: LocalizedText("Đã khóa tài khoản.", "The account has been disabled.")
        case .accountEnabled: LocalizedText("Đã mở lại tài khoản.", "The account has been enabled.")
        case .invitationRevoked: LocalizedText("Đã thu hồi lời mời.", "The invitation has been revoked.")
        case .organisationMade: LocalizedText("Đã tạo tổ chức.", "The organisation has been made.")
        case .sessionsEnded:
            LocalizedText("Đã đăng xuất khỏi mọi trình duyệt khác.", "You are signed out of all other browsers.")
        }
    }
}
