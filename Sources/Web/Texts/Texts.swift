import Markup
import Scenario

/// Everything that people read, in both languages. Each area has a part of its own, in a file beside this one.
enum Texts {
    static let name = LocalizedText("Thao Trường")
    static let skip = LocalizedText("Tới nội dung chính", "Skip to the content")
    static let save = LocalizedText("Lưu", "Save")
    static let cancel = LocalizedText("Hủy", "Cancel")
    static let close = LocalizedText("Đóng", "Close")
    static let back = LocalizedText("Quay lại", "Back")
    static let create = LocalizedText("Tạo", "Create")
    static let more = LocalizedText("Xem tiếp", "Show more")
    static let none = LocalizedText("–")
    static let never = LocalizedText("Chưa bao giờ", "Never")
    static let optional = LocalizedText("không bắt buộc", "optional")
    static let copy = LocalizedText("Sao chép", "Copy")
    static let copied = LocalizedText("Đã sao chép.", "Copied.")
    static let invented = LocalizedText(
        "Mô phỏng để phòng thủ và giảng dạy. Mọi tổ chức, con người và địa chỉ đều là hư cấu.",
        "A simulation for defence and teaching. All organisations, people and addresses are invented.")
}
