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
    case practiceStarted = "practice-started"
    case actionAsked = "action-asked"
    case alertTriaged = "alert-triaged"
    case answerRight = "answer-right"
    case answerWrong = "answer-wrong"
    case answerWaits = "answer-waits"
    case hintBought = "hint-bought"
    case reportSent = "report-sent"
    case written
    case ruleArmed = "rule-armed"
    case ruleDisarmed = "rule-disarmed"
    case searchSaved = "search-saved"
    case searchDeleted = "search-deleted"

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
        default: deskText
        }
    }
}

extension Notice {
    /// What people read after something was done at a desk.
    private var deskText: LocalizedText {
        switch self {
        case .practiceStarted:
            LocalizedText(
                "Bài thực hành đã bắt đầu, đồng hồ chạy nhanh gấp mười.",
                "The practice exercise has begun; its clock runs ten times as fast.")
        case .actionAsked: LocalizedText("Đã giao việc.", "The action was asked for.")
        case .alertTriaged: LocalizedText("Đã phân loại cảnh báo.", "The alert was triaged.")
        case .answerRight: LocalizedText("Chính xác!", "That is right!")
        case .answerWrong: LocalizedText("Chưa đúng.", "That is not right.")
        case .answerWaits:
            LocalizedText("Đã ghi câu trả lời; chấm khi kết thúc.", "Answer noted; it is marked at the close.")
        case .hintBought: LocalizedText("Đã mở gợi ý.", "The hint is shown now.")
        case .reportSent: LocalizedText("Đã gửi báo cáo.", "The report was sent.")
        case .ruleArmed: LocalizedText("Đã bật luật.", "The rule is armed.")
        case .ruleDisarmed: LocalizedText("Đã tắt luật.", "The rule is disarmed.")
        case .searchSaved: LocalizedText("Đã lưu tìm kiếm.", "The search was saved.")
        case .searchDeleted: LocalizedText("Đã xóa tìm kiếm.", "The search was deleted.")
        default: LocalizedText("Đã ghi lại.", "Written down.")
        }
    }
}
