import Markup
import Scenario

/// A message that the next page shows. Only its name travels, in a cookie, so that nobody can put words into our mouth.
enum Notice: String, Sendable, CaseIterable {
    case saved
    case exerciseMade = "exercise-made"
    case exerciseDeleted = "exercise-deleted"
    case exerciseStarted = "exercise-started"
    case exercisePaused = "exercise-paused"
    case exerciseResumed = "exercise-resumed"
    case exerciseExtended = "exercise-extended"
    case exerciseStepped = "exercise-stepped"
    case exerciseClosed = "exercise-closed"
    case boardFrozen = "board-frozen"
    case boardFreed = "board-freed"
    case teamAdded = "team-added"
    case teamRemoved = "team-removed"
    case seatTaken = "seat-taken"
    case seatLeft = "seat-left"
    case injectIn = "inject-in"
    case footholdGranted = "foothold-granted"
    case announced
    case marked
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
        case .exerciseMade: LocalizedText("Đã tạo bài tập.", "The exercise has been made.")
        case .exerciseDeleted: LocalizedText("Đã xóa bài tập.", "The exercise has been deleted.")
        case .exerciseStarted: LocalizedText("Bài tập đã bắt đầu.", "The exercise has begun.")
        case .exercisePaused: LocalizedText("Đã tạm dừng.", "The exercise is paused.")
        case .exerciseResumed: LocalizedText("Bài tập tiếp tục.", "The exercise goes on.")
        case .exerciseExtended: LocalizedText("Đã thêm thời gian.", "There is more time now.")
        case .exerciseStepped: LocalizedText("Đã sang lượt kế tiếp.", "One turn has passed.")
        case .exerciseClosed:
            LocalizedText("Bài tập đã kết thúc; phần nhìn lại đã mở.", "The exercise is closed; the review is open.")
        case .boardFrozen: LocalizedText("Đã đóng băng bảng điểm.", "The scoreboard is frozen.")
        case .boardFreed: LocalizedText("Bảng điểm lại cập nhật trực tiếp.", "The scoreboard is live again.")
        case .teamAdded: LocalizedText("Đã thêm đội.", "The team has been added.")
        case .teamRemoved: LocalizedText("Đã bỏ đội.", "The team has been removed.")
        case .seatTaken: LocalizedText("Bạn đã có chỗ trong đội.", "You have a seat in the team.")
        case .seatLeft: LocalizedText("Đã bỏ chỗ trong đội.", "The seat has been given up.")
        case .injectIn: LocalizedText("Đã đưa tình huống vào.", "The inject is in.")
        case .footholdGranted:
            LocalizedText("Kẻ tấn công đã có chỗ đứng.", "The adversary has its foothold.")
        case .announced: LocalizedText("Đã gửi thông báo.", "The announcement has been sent.")
        case .marked: LocalizedText("Đã chấm.", "Marked.")
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
