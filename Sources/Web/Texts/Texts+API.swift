import Markup
import Scenario

extension Texts {
    /// What programs are told.
    enum API {
        static let about = LocalizedText(
            """
            Mọi việc làm được trên trang web đều làm được ở đây. Mỗi yêu cầu mang một mã truy cập \
            (`Authorization: Bearer thao_…`), tạo trong trang Tài khoản. Lỗi là tài liệu vấn đề theo RFC 9457.
            """,
            """
            Everything that the pages do can be done here. Each request carries an API token \
            (`Authorization: Bearer thao_…`), made on the account's page. Errors are problem documents of RFC 9457.
            """)
        static let forPrograms = LocalizedText(
            "Chương trình và tác tử dùng cùng những chức năng như người. Tạo mã truy cập API trong trang Tài khoản.",
            "Programs and agents use the same functions as people. Make an API token on the account's page.")
        static let routes = LocalizedText("Các đường dẫn của API", "The routes of the API")
        static let route = LocalizedText("Đường dẫn", "Route")
        static let purpose = LocalizedText("Việc", "Purpose")
        static let permission = LocalizedText("Quyền cần có", "Permission needed")
        static let problem = LocalizedText("Vì sao yêu cầu bị từ chối", "Why the request was refused")
        static let idempotency = LocalizedText(
            "Yêu cầu lặp lại với cùng khóa trong 24 giờ nhận lại câu trả lời cũ và không tác động lần hai.",
            "A request repeated with the same key within 24 hours gets the first answer and does not act again.")
        static let unknownMember = LocalizedText("Không có trường nào tên như vậy.", "There is no member of that name.")
        static let missingMember = LocalizedText("Thiếu trường này.", "This member is missing.")

        /// Another type was expected.
        static func expected(_ type: String) -> LocalizedText {
            LocalizedText("Giá trị phải thuộc kiểu \(type).", "The value has to be of type \(type).")
        }

        /// A number out of range.
        static func wholeNumber(_ range: ClosedRange<Int64>) -> LocalizedText {
            LocalizedText(
                "Phải là số nguyên từ \(range.lowerBound) đến \(range.upperBound).",
                "It has to be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }

        /// A list of wrong length.
        static func items(_ count: ClosedRange<Int>) -> LocalizedText {
            LocalizedText(
                "Danh sách phải có từ \(count.lowerBound) đến \(count.upperBound) phần tử.",
                "The list has to have \(count.lowerBound) to \(count.upperBound) items.")
        }

        /// A text of wrong length.
        static func characters(_ length: ClosedRange<Int>) -> LocalizedText {
            LocalizedText(
                "Phải có từ \(length.lowerBound) đến \(length.upperBound) ký tự.",
                "It has to have \(length.lowerBound) to \(length.upperBound) characters.")
        }

        /// None of the words.
        static func oneOf(_ choices: [String]) -> LocalizedText {
            let list = choices.joined(separator: ", ")
            return LocalizedText("Phải là một trong: \(list).", "It has to be one of: \(list).")
        }
    }
}
