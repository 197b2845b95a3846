import LogSearch
import Markup
import Scenario
import Telemetry

extension Texts {
    /// Log search.
    enum Logs {
        static let query = LocalizedText("Câu tìm", "Search")
        static let placeholder = LocalizedText(
            "Ví dụ: process.name:powershell.exe AND NOT user.name:SYSTEM",
            "For instance: process.name:powershell.exe AND NOT user.name:SYSTEM")
        static let search = LocalizedText("Tìm", "Search")
        static let help = LocalizedText("Cách tìm", "How to search")
        static let fieldNames = LocalizedText("Tên trường", "Names of fields")
        static let range = LocalizedText("Khoảng thời gian", "Stretch of time")
        static let from = LocalizedText("Từ", "From")
        static let to = LocalizedText("Đến", "To")
        static let order = LocalizedText("Thứ tự", "Order")
        static let newest = LocalizedText("Mới nhất trước", "Newest first")
        static let oldest = LocalizedText("Cũ nhất trước", "Oldest first")
        static let download = LocalizedText("Tải về", "Download")
        static let partial = LocalizedText(
            "Hết thời gian tìm: đây mới là một phần. Hãy thu hẹp khoảng thời gian hoặc câu tìm.",
            "The time for searching ran out: this is a part. Narrow the stretch of time or the search.")
        static let built = LocalizedText("Nhật ký đã dựng", "The log is made")
        static let nothing = LocalizedText("Không tìm thấy bản ghi nào", "No records found")
        static let nothingHint = LocalizedText(
            "Thử khoảng thời gian dài hơn, ít điều kiện hơn, hoặc dùng dấu * trong từ.",
            "Try a longer stretch of time, fewer conditions, or a * in the words.")
        static let mistake = LocalizedText("Câu tìm chưa đúng. ", "The search was not understood: ")
        static let statistics = LocalizedText("Thống kê trường", "Field statistics")
        static let addField = LocalizedText("Tên trường", "Name of a field")
        static let add = LocalizedText("Thêm", "Add")
        static let include = LocalizedText("Thêm vào câu tìm", "Add to the search")
        static let exclude = LocalizedText("Loại khỏi câu tìm", "Exclude from the search")
        static let earlier = LocalizedText("← Trước", "← Earlier")
        static let later = LocalizedText("Sau →", "Later →")
        static let zoomIn = LocalizedText("Phóng to", "Zoom in")
        static let zoomOut = LocalizedText("Thu nhỏ", "Zoom out")
        static let saved = LocalizedText("Tìm kiếm đã lưu", "Saved searches")
        static let name = LocalizedText("Tên để lưu", "Name to save as")
        static let share = LocalizedText("cho cả đội", "for the team")
        static let shared = LocalizedText("cả đội", "team")
        static let save = LocalizedText("Lưu câu tìm này", "Save this search")
        static let delete = LocalizedText("Xóa", "Delete")
        static let export = LocalizedText("Tải bản ghi về", "Download records")
        static let helpTitle = LocalizedText("Cách tìm trong nhật ký", "How to search the logs")
        static let helpLead = LocalizedText(
            "Từ trần tìm trong mọi trường; chữ hoa và chữ thường như nhau. Bấm vào ví dụ để thử.",
            "Bare words look in all fields; case does not matter. Click on an example to try it.")

        /// What can be typed, with what it finds.
        static let examples: [(String, LocalizedText)] = [
            ("powershell", LocalizedText("Từ này ở bất kỳ trường nào", "This word in any field")),
            (
                "\"failed password\"",
                LocalizedText("Cả cụm từ, đúng thứ tự", "The phrase, word by word")
            ),
            (
                "host.name:office-pc-0*",
                LocalizedText("Trường có giá trị này; * thay cho mọi ký tự", "A field with this value; * is anything")
            ),
            (
                "event.code:(4624 OR 4625)",
                LocalizedText(
                    "Một trong các giá trị: đăng nhập được hoặc hỏng", "One of several: sign-ins, good and bad")
            ),
            (
                "process.name:powershell.exe AND NOT user.name:SYSTEM",
                LocalizedText("Cả hai điều kiện, trừ một tài khoản", "Both conditions, without an account")
            ),
            (
                "destination.ip:10.20.0.0/16",
                LocalizedText("Địa chỉ trong dải mạng", "An address within a network")
            ),
            (
                "http.request.bytes>1000000",
                LocalizedText("Số lớn hơn", "A number above this")
            ),
            (
                "source.bytes:[1000000 TO *]",
                LocalizedText("Số trong khoảng", "A number in a range")
            ),
            ("file.path:*", LocalizedText("Bản ghi có trường này", "Records that have the field")),
        ]

        /// A stretch of time that ends now.
        static func title(of quick: LogChoice.Quick) -> LocalizedText {
            switch quick {
            case .quarter: LocalizedText("15 phút", "15 min")
            case .hour: LocalizedText("1 giờ", "1 h")
            case .fourHours: LocalizedText("4 giờ", "4 h")
            case .day: LocalizedText("24 giờ", "24 h")
            case .start: LocalizedText("Từ đầu bài", "Since the start")
            case .all: LocalizedText("Tất cả", "All")
            case .custom: LocalizedText("Tự chọn", "Custom")
            }
        }

        /// A format of telemetry.
        static func title(of format: TelemetryFormat) -> LocalizedText {
            switch format {
            case .ecs: LocalizedText("ECS (JSON)")
            case .ocsf: LocalizedText("OCSF (JSON)")
            case .winlogbeat: LocalizedText("Winlogbeat (JSON)")
            case .evtx: LocalizedText("EVTX (JSON)")
            case .zeek: LocalizedText("Zeek (JSON)")
            case .zeekTSV: LocalizedText("Zeek (TSV)")
            case .syslog: LocalizedText("Syslog")
            }
        }

        /// How many were found.
        static func total(_ count: Int) -> LocalizedText {
            let number = Figures.number(count).filled
            return LocalizedText(
                "\(number.vietnamese) bản ghi", count == 1 ? "1 record" : "\(number.english) records")
        }

        /// How many were looked at.
        static func scanned(_ count: Int) -> LocalizedText {
            let number = Figures.number(count).filled
            return LocalizedText("trong \(number.vietnamese)", "of \(number.english)")
        }

        /// How far the log is.
        static func building(_ percent: Int) -> LocalizedText {
            LocalizedText(
                "Nhật ký đang được dựng (\(percent) %); bản ghi chưa dựng thì chưa tìm thấy.",
                "The log is still being made (\(percent)%); what is not made yet cannot be found.")
        }

        /// What the histogram is, for those who cannot see it.
        static func histogram(_ most: Int) -> LocalizedText {
            let number = Figures.number(most).filled
            return LocalizedText(
                "Số bản ghi theo thời gian, nhiều nhất \(number.vietnamese). Mũi tên để chọn, Shift để nới, Enter để phóng to.",
                "Records over time, at most \(number.english). Arrows choose, Shift extends, Enter zooms in.")
        }

        /// How long a bar is, and how to zoom.
        static func brush(_ length: LocalizedText) -> LocalizedText {
            LocalizedText("mỗi cột ", "a bar is ") + length
                + LocalizedText(" · kéo chuột để chọn khoảng", " · drag to choose a stretch")
        }

        /// How many different values.
        static func distinct(_ count: Int, isCapped: Bool) -> LocalizedText {
            let number = Figures.number(count).filled
            let least = isCapped ? "≥ " : ""
            return LocalizedText(
                "\(least)\(number.vietnamese) giá trị khác nhau",
                count == 1 ? "1 value" : "\(least)\(number.english) different values")
        }

        /// The way to leave out statistics of a field.
        static func drop(_ field: String) -> LocalizedText {
            LocalizedText("Bỏ thống kê của \(field)", "Leave out statistics of \(field)")
        }
    }
}
