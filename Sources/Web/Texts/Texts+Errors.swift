import HTTPTypes
import Markup
import Scenario

extension Texts {
    /// Why something is not done.
    enum Errors {
        static let notFound = LocalizedText(
            "Trang hoặc mục này không tồn tại, hoặc bạn không có quyền xem.",
            "This page or item does not exist, or is not for you.")
        static let forbidden = LocalizedText(
            "Vai trò của bạn không cho phép việc này.", "Your role does not allow this.")
        static let unauthenticated = LocalizedText("Hãy đăng nhập trước.", "Sign in first.")
        static let tooLarge = LocalizedText(
            "Nội dung gửi lên lớn quá giới hạn.", "What was sent is larger than is taken.")
        static let tooSlow = LocalizedText("Nội dung gửi lên đến quá chậm.", "What was sent arrived too slowly.")
        static let malformed = LocalizedText("Yêu cầu không đúng định dạng.", "The request is malformed.")
        static let mediaType = LocalizedText(
            "Nội dung phải là JSON (Content-Type: application/json).",
            "The body has to be JSON (Content-Type: application/json).")
        static let method = LocalizedText(
            "Địa chỉ này không nhận phương thức đó.", "This address does not take that method.")
        static let internalFailure = LocalizedText(
            "Máy chủ gặp lỗi. Người quản trị có thể tìm thấy yêu cầu này trong nhật ký theo mã số của nó.",
            "The server failed. Whoever runs it can find this request in the log by its number.")
        static let storage = LocalizedText(
            "Nơi lưu trữ tạm thời không dùng được. Hãy thử lại sau ít phút.",
            "The storage cannot be used at the moment. Try again in a few minutes.")
        static let foreignOrigin = LocalizedText(
            "Yêu cầu đến từ một trang web khác nên bị từ chối.",
            "The request came from another site and was refused.")
        static let staleForm = LocalizedText(
            "Biểu mẫu đã hết hạn. Hãy tải lại trang rồi thử lại.",
            "The form is out of date. Load the page again and retry.")
        static let number = LocalizedText("Mã số yêu cầu", "Number of the request")
        static let reload = LocalizedText("Tải lại trang", "Load the page again")

        /// The kind of problem in a few words.
        static func title(of status: HTTPResponse.Status) -> LocalizedText {
            switch status.code {
            case 400: LocalizedText("Yêu cầu không hợp lệ", "Malformed request")
            case 401: LocalizedText("Cần đăng nhập", "Sign-in needed")
            case 403: LocalizedText("Không được phép", "Not allowed")
            case 404: LocalizedText("Không tìm thấy", "Not found")
            case 405: LocalizedText("Phương thức không được nhận", "Method not taken")
            case 408: LocalizedText("Quá thời gian chờ", "Too slow")
            case 409: LocalizedText("Mâu thuẫn với dữ liệu hiện có", "In conflict with what is there")
            case 413: LocalizedText("Quá lớn", "Too large")
            case 415: LocalizedText("Sai loại nội dung", "Wrong type of content")
            case 422: LocalizedText("Giá trị không dùng được", "A value cannot be taken")
            case 429: LocalizedText("Quá nhiều lần thử", "Too many attempts")
            case 503: LocalizedText("Tạm thời không dùng được", "Not available at the moment")
            default: LocalizedText("Máy chủ gặp lỗi", "The server failed")
            }
        }
    }
}
