import Markup
import Scenario

extension Texts {
    /// What the program is, and what it keeps of people.
    enum About {
        static let version = LocalizedText("Phiên bản", "Version")

        /// Headings with their paragraphs.
        static let parts: [(title: LocalizedText, paragraphs: [LocalizedText])] = [
            (
                LocalizedText("Thao Trường là gì", "What Thao Trường is"),
                [
                    LocalizedText(
                        """
                        Thao trường là nơi luyện quân. Ở đây người ta luyện phòng thủ mạng: một mạng máy tính bị tấn công, \
                        nhật ký để tìm, chứng cứ để thu thập, quyết định phải đưa ra, và phần rút kinh nghiệm cho thấy mỗi \
                        quyết định đã thay đổi điều gì.
                        """,
                        """
                        A thao trường is the ground where people train. Here they train to defend networks: a network \
                        under attack, its logs to search, evidence to collect, decisions to take, and a review that shows \
                        what each decision changed.
                        """),
                    LocalizedText(
                        """
                        Mọi cuộc tấn công đều là mô phỏng: xác suất, thời lượng và dấu vết trong nhật ký. Không có mã khai \
                        thác, không có công cụ tấn công, không máy thật nào bị đụng tới.
                        """,
                        """
                        All attacks are simulated: chances, durations and traces in logs. There is no exploit and no tool, \
                        and no real machine is touched.
                        """),
                ]
            ),
            (
                LocalizedText("Quyền riêng tư", "Privacy"),
                [
                    LocalizedText(
                        """
                        Máy chủ giữ: tên đăng nhập và tên hiển thị của bạn, mật khẩu dưới dạng băm scrypt, các phiên đăng \
                        nhập với địa chỉ mạng, và những gì bạn làm trong bài tập, kể cả lệnh tìm kiếm, để chấm điểm và rút \
                        kinh nghiệm. Người hướng dẫn và quản trị viên của tổ chức xem được những điều ấy.
                        """,
                        """
                        The server keeps: your login and display name, your password as a scrypt hash, your sessions with \
                        their network addresses, and what you do in exercises, searches included, for marks and reviews. \
                        Instructors of your organisation and administrators can see this.
                        """),
                    LocalizedText(
                        """
                        Không có gì rời khỏi máy chủ này: không phông chữ, không thống kê, không dịch vụ bên ngoài. Cookie \
                        chỉ dùng cho phiên đăng nhập, ngôn ngữ và giao diện.
                        """,
                        """
                        Nothing leaves this server: no fonts, no statistics, no services of others. Cookies serve only \
                        sign-in, language and appearance.
                        """),
                ]
            ),
            (
                LocalizedText("Giấy phép", "Licence"),
                [
                    LocalizedText(
                        "Phần mềm tự do theo giấy phép Apache 2.0.", "Free software under the Apache 2.0 licence.")
                ]
            ),
        ]
    }
}
