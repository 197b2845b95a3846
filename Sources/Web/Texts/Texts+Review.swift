import Markup
import Scenario

extension Texts {
    /// Looking back at a closed exercise.
    enum Review {
        static let title = LocalizedText("Nhìn lại", "Review")
        static let detect = LocalizedText("Phát hiện (phút)", "Detected (min)")
        static let contain = LocalizedText("Ngăn chặn (phút)", "Contained (min)")
        static let act = LocalizedText("Ra tay (phút)", "Acted (min)")
        static let opensAtClose = LocalizedText(
            "Phần nhìn lại mở ra khi bài tập kết thúc.", "The review opens when the exercise is closed.")
        static let compare = LocalizedText("So sánh các đội", "Teams side by side")
        static let compareLead = LocalizedText(
            "Mỗi đội bên cạnh hai mốc trên cùng diễn biến: không ai phòng thủ, và quy trình chuẩn có sẵn.",
            "Each team beside two marks on the same day: nobody defends, and the built-in standard playbook.")
        static let dearestFirst = LocalizedText(", đáng nhất trước", ", the dearest first")
        static let byTime = LocalizedText(", theo thời gian", ", by time")
        static let loss = LocalizedText("Thiệt hại", "Loss")
        static let nobody = LocalizedText("Không ai phòng thủ", "Nobody defends")
        static let playbook = LocalizedText("Quy trình chuẩn", "Standard playbook")
        static let precision = LocalizedText("Phân loại đúng", "Triage precision")
        static let records = LocalizedText("Bản ghi bị lấy", "Records stolen")
        static let yours = LocalizedText("Đội", "The team")
        static let download = LocalizedText("Tải JSON", "Download JSON")
        static let print = LocalizedText("In", "Print")
        static let otherTeams = LocalizedText("So sánh các đội", "Compare teams")
        static let replay = LocalizedText("Xem lại", "Replay")
        static let replayLead = LocalizedText(
            "Sự thật trên sơ đồ mạng, từng phút một. Phím cách: chạy hoặc dừng; ← →: lùi hoặc tới một sự kiện.",
            "The truth on the network, minute by minute. Space plays or stops; ← → go to the event before or after.")
        static let play = LocalizedText("Chạy", "Play")
        static let pause = LocalizedText("Dừng", "Stop")
        static let before = LocalizedText("Sự kiện trước", "Event before")
        static let after = LocalizedText("Sự kiện sau", "Event after")
        static let moment = LocalizedText("Thời điểm", "Moment")
        static let events = LocalizedText("Những gì đã xảy ra", "What happened")
        static let untouched = LocalizedText("máy không bị đụng tới", "hosts untouched")
        static let lanes = LocalizedText("Dòng thời gian", "Timeline")
        static let lanesLead = LocalizedText(
            "Tấn công ở trên; bên dưới là những gì đội thấy và làm.",
            "The attack on top; below, what the team saw and did.")
        static let laneAttack = LocalizedText("Tấn công", "Attack")
        static let laneAlerts = LocalizedText("Cảnh báo", "Alerts")
        static let laneSearches = LocalizedText("Tìm kiếm", "Searches")
        static let laneInvestigations = LocalizedText("Điều tra", "Investigations")
        static let laneResponses = LocalizedText("Ứng phó", "Responses")
        static let laneOutages = LocalizedText("Ngừng trệ", "Outages")
        static let legendTrue = LocalizedText("nói về tấn công", "speaks of the attack")
        static let legendFalse = LocalizedText("báo động nhầm", "false alarm")
        static let decisions = LocalizedText("Mỗi quyết định đã thay đổi điều gì", "What each decision changed")
        static let hindsight = LocalizedText("Nhìn từ sự thật", "Hindsight: given the truth")
        static let decisionsLead = LocalizedText(
            "Chênh lệch thiệt hại kỳ vọng khi có và khi không có quyết định ấy, qua nhiều tương lai giống nhau ở cả hai nhánh. Đội không biết sự thật này lúc quyết định: con số nói về hệ quả, không phải về người.",
            "The difference in expected loss with the decision and without it, over many futures that are the same on both sides. The team did not have this truth when it decided: the figure speaks of consequences, not of people."
        )
        static let policy = LocalizedText("Sau đó, ở cả hai nhánh: ", "Afterwards, on both sides: ")
        static let futures = LocalizedText(" tương lai mỗi nhánh", " futures a side")
        static let decision = LocalizedText("Quyết định", "Decision")
        static let verdict = LocalizedText("Nhận định", "Verdict")
        static let spared = LocalizedText("Thiệt hại tránh được (khoảng 95 %)", "Loss spared (95 % interval)")
        static let betterIn = LocalizedText("Tốt hơn trong", "Better in")
        static let sameByPolicy = LocalizedText(
            "Quy trình chuẩn cũng làm vậy lúc đó", "The standard playbook would do the same then")
        static let noDecisions = LocalizedText("Đội không yêu cầu việc nào.", "The team asked for no action.")
        static let leftOut = LocalizedText("quyết định sau đó không được tính.", "later decisions were not valued.")
        static let missed = LocalizedText("Những lúc đáng ra tay nhất", "When acting would have paid most")
        static let missedLead = LocalizedText(
            "Cô lập máy này vào lúc này sẽ tránh được bao nhiêu, và lúc đó đội có gì trong tay để biết.",
            "What cutting off this host then would have spared, and what the team had to go by at that time.")
        static let noMissed = LocalizedText(
            "Không có lúc nào mà cô lập một máy rõ ràng có lợi.",
            "There was no moment at which cutting off a host would clearly have paid.")
        static let paidUntil = LocalizedText("Còn đáng đến", "Still worth it until")
        static let evidence = LocalizedText("Lúc đó đội có", "The team then had")
        static let host = LocalizedText("Máy", "Host")
        static let best = LocalizedText("Tốt nhất lúc", "Best at")
        static let stake = LocalizedText("Còn cứu được bao nhiêu", "What was still at stake")
        static let stakeLead = LocalizedText(
            "Thiệt hại kỳ vọng nếu từ lúc đó không ai làm gì thêm, và nếu quy trình chuẩn tiếp quản.",
            "Expected loss if from then on nobody did anything more, and if the standard playbook took over.")
        static let computing = LocalizedText("Đang tính các tương lai…", "Computing futures…")
        static let failed = LocalizedText("Không tính được: ", "It could not be computed: ")
        static let trail = LocalizedText("Chứng cứ nằm ở đâu trong nhật ký", "Where the evidence stood in the logs")
        static let trailLead = LocalizedText(
            "Từng bước tấn công, cảm biến nào đã ghi lại và trên máy nào.",
            "Each step of the attack, which sensors wrote it down, and on which host.")
        static let sensors = LocalizedText("Cảm biến đã ghi", "Written by")
        static let look = LocalizedText("Mở nhật ký", "Open the logs")
        static let answers = LocalizedText("Câu hỏi và lời đáp đúng", "Questions and the right answers")
        static let question = LocalizedText("Câu hỏi", "Question")
        static let rightAnswer = LocalizedText("Đáp án", "Right answer")
        static let given = LocalizedText("Đội trả lời", "The team said")
        static let points = LocalizedText("Điểm", "Points")
        static let objectives = LocalizedText("Theo mục tiêu huấn luyện", "By training objective")
        static let objective = LocalizedText("Mục tiêu", "Objective")
        static let goal = LocalizedText("Đích huấn luyện", "Goal")
        static let metricsTitle = LocalizedText("Tiêu chí", "Metrics")
        static let byPerson = LocalizedText("Theo từng người", "By person")
        static let person = LocalizedText("Người", "Person")
        static let actions = LocalizedText("Việc đã giao", "Actions")
        static let triages = LocalizedText("Cảnh báo đã xử lý", "Alerts handled")
        static let searches = LocalizedText("Tìm kiếm", "Searches")
        static let answersGiven = LocalizedText("Trả lời", "Answers")
        static let reportsSent = LocalizedText("Báo cáo", "Reports")
        static let talk = LocalizedText("Ghi chú, trò chuyện", "Notes, chat")
        static let rules = LocalizedText("Luật", "Rules")
        static let noQuestions = LocalizedText("Kịch bản không có câu hỏi.", "The scenario has no questions.")
        static let noObjectives = LocalizedText("Kịch bản không đặt mục tiêu.", "The scenario sets no objectives.")
        static let ofMaximum = LocalizedText("trên tối đa ", "of at most ")
        static let contents = LocalizedText("Mục lục", "Contents")
        static let searched = LocalizedText("Tìm: ", "Search: ")
        static let opened = LocalizedText("Mở nhật ký không kèm truy vấn", "Looked at the logs without a query")
    }
}
