import Exercise
import Ground
import Markup
import Scenario

extension Texts {
    /// Directing a live exercise.
    enum Direction {
        static let overview = LocalizedText("Điều hành", "Direct")
        static let setup = LocalizedText("Đội và thiết lập", "Teams and settings")
        static let scoreboard = LocalizedText("Bảng điểm", "Scoreboard")
        static let projector = LocalizedText("Màn chiếu", "Projector")
        static let review = LocalizedText("Nhìn lại", "Review")
        static let pages = LocalizedText("Các trang của bài tập", "Pages of the exercise")
        static let start = LocalizedText("Bắt đầu", "Start")
        static let pause = LocalizedText("Tạm dừng", "Pause")
        static let resume = LocalizedText("Tiếp tục", "Resume")
        static let step = LocalizedText("Lượt kế tiếp", "Next turn")
        static let extend = LocalizedText("Thêm giờ", "More time")
        static let extendBy = LocalizedText("Thêm (phút diễn tập)", "By (exercise minutes)")
        static let freeze = LocalizedText("Đóng băng bảng điểm", "Freeze the scoreboard")
        static let unfreeze = LocalizedText("Mở lại bảng điểm", "Unfreeze the scoreboard")
        static let close = LocalizedText("Kết thúc", "Close")
        static let sureClose = LocalizedText(
            "Kết thúc bài tập? Không ai nhập được gì nữa; câu trả lời được chấm và phần nhìn lại mở ra.",
            "Close the exercise? Nobody can put anything in any more; answers are marked and the review opens.")
        static let clock = LocalizedText("Giờ diễn tập", "Exercise time")
        static let of = LocalizedText("trên", "of")
        static let isOver = LocalizedText("Hết giờ", "Time is up")
        static let frozen = LocalizedText("Bảng điểm đóng băng", "Scoreboard frozen")
        static let faulty = LocalizedText(
            "Nhật ký không ghi được nên bài tập không nhận gì nữa. Hãy khởi động lại máy chủ.",
            "The journal cannot be written, so nothing is taken any more. Restart the server.")
        static let allTeams = LocalizedText("Toàn cảnh các đội", "All teams at a glance")
        static let truthBeside = LocalizedText(
            "Sự thật bên cạnh những gì đội đang thấy.", "The truth beside what the team sees.")
        static let viewOnly = LocalizedText(
            "Những gì các đội thấy. Sự thật hiện ra khi bài tập kết thúc.",
            "What the teams see. The truth is shown once the exercise is closed.")
        static let attack = LocalizedText("Tấn công (sự thật)", "Attack (truth)")
        static let knows = LocalizedText("Máy bị chiếm: biết / thật", "Hosts taken: known / true")
        static let alerts = LocalizedText("Cảnh báo đã xử lý", "Alerts handled")
        static let trueOpen = LocalizedText("cảnh báo đúng còn bỏ ngỏ", "true ones still open")
        static let work = LocalizedText("Việc đang làm", "Work under way")
        static let points = LocalizedText("Điểm", "Points")
        static let lossNow = LocalizedText("Thiệt hại", "Loss")
        static let lastSeen = LocalizedText("Thao tác cuối", "Last input")
        static let waiting = LocalizedText("Chờ phản hồi", "Waiting")
        static let unanswered = LocalizedText("thông điệp chưa trả lời", "messages unanswered")
        static let unmarked = LocalizedText("báo cáo chưa chấm", "reports to mark")
        static let ago = LocalizedText(" trước", " ago")
        static let notYet = LocalizedText("Chưa có", "None yet")
        static let injects = LocalizedText("Tình huống", "Injects")
        static let injectsLead = LocalizedText(
            "Những gì kịch bản đưa vào theo giờ hoặc theo điều kiện. Bạn có thể đưa vào ngay cho một hoặc mọi đội.",
            "What the scenario puts in by time or condition. You can put any in now, for one team or all.")
        static let noInjects = LocalizedText("Kịch bản này không có tình huống nào.", "This scenario has no injects.")
        static let when = LocalizedText("Khi nào", "When")
        static let whoHas = LocalizedText("Đã vào", "In")
        static let onRequest = LocalizedText("Khi bạn đưa vào", "When you put it in")
        static let whenever = LocalizedText("Khi: ", "When: ")
        static let putIn = LocalizedText("Đưa vào ngay", "Put in now")
        static let forWhom = LocalizedText("Cho", "For")
        static let everyTeam = LocalizedText("Mọi đội", "All teams")
        static let allIn = LocalizedText("Mọi đội đã nhận", "All teams have it")
        static let grants = LocalizedText("Cho kẻ tấn công chỗ đứng: ", "Gives the adversary a foothold: ")
        static let foothold = LocalizedText("Cho kẻ tấn công một chỗ đứng", "Give the adversary a foothold")
        static let footholdLead = LocalizedText(
            "Lưới an toàn: dùng khi tấn công không vào được và lớp học chẳng có gì để làm.",
            "A safety net for when the attack does not get in and the class has nothing to do.")
        static let host = LocalizedText("Máy", "Host")
        static let unknownHost = LocalizedText("Không có máy nào tên như vậy.", "There is no host of that name.")
        static let grant = LocalizedText("Cho chỗ đứng", "Give the foothold")
        static let sureGrant = LocalizedText(
            "Cho kẻ tấn công vào máy này ngay?", "Let the adversary onto this host now?")
        static let announce = LocalizedText("Thông báo", "Announce")
        static let announceLead = LocalizedText(
            "Tới hộp thư của đội, và lên màn chiếu khi gửi cho mọi đội.",
            "Goes to the team's messages; to the projector as well when it is for all teams.")
        static let text = LocalizedText("Nội dung", "Text")
        static let send = LocalizedText("Gửi", "Send")
        static let nothingTaken = LocalizedText("Không đội nào nhận.", "No team took it.")
        static let noTeamsLive = LocalizedText("Chưa có đội nào tham gia", "No team takes part yet")
        static let prepare = LocalizedText("Thêm đội và mời người", "Add teams and invite people")
        static let story = LocalizedText("Diễn biến tấn công", "The attack, step by step")
        static let storyLead = LocalizedText(
            "Sự thật, và cảnh báo nào của đội nói về bước đó.", "The truth, and which of the team's alerts spoke of it."
        )
        static let latestFirst = LocalizedText(", mới nhất trước", ", latest first")
        static let time = LocalizedText("Lúc", "When")
        static let stepTitle = LocalizedText("Bước", "Step")
        static let fromTo = LocalizedText("Từ → tới", "From → to")
        static let outcome = LocalizedText("Kết quả", "Result")
        static let noticed = LocalizedText("Đội nhận ra", "Noticed by")
        static let noticedBy = LocalizedText("cảnh báo ", "alert ")
        static let onlyLogs = LocalizedText("chỉ có trong nhật ký", "only in the logs")
        static let noTrace = LocalizedText("không để lại dấu vết", "left no trace")
        static let outside = LocalizedText("bên ngoài", "outside")
        static let noAttack = LocalizedText("Tấn công chưa bắt đầu", "The attack has not begun")
        static let noAttackLead = LocalizedText(
            "Mỗi bước của kẻ tấn công sẽ hiện ở đây.", "Every step of the adversary will appear here.")
        static let alertTitle = LocalizedText("Cảnh báo của đội", "The team's alerts")
        static let alert = LocalizedText("Cảnh báo", "Alert")
        static let truth = LocalizedText("Sự thật", "Truth")
        static let triage = LocalizedText("Đội đánh giá", "The team says")
        static let actions = LocalizedText("Điều tra và ứng phó", "Investigations and responses")
        static let action = LocalizedText("Việc", "Action")
        static let target = LocalizedText("Đối tượng", "Target")
        static let who = LocalizedText("Ai", "Who")
        static let state = LocalizedText("Tình trạng", "State")
        static let searches = LocalizedText("Tìm trong nhật ký", "Searches")
        static let query = LocalizedText("Truy vấn", "Query")
        static let reports = LocalizedText("Báo cáo tình hình", "Situation reports")
        static let reportNumber = LocalizedText("Báo cáo số ", "Report ")
        static let noReports = LocalizedText("Đội chưa gửi báo cáo nào.", "The team has sent no report yet.")
        static let claims = LocalizedText("So với sự thật lúc đó", "Against the truth at that time")
        static let claimed = LocalizedText("Nêu", "Claimed")
        static let right = LocalizedText("Đúng", "Right")
        static let expected = LocalizedText("Có thật", "True")
        static let whatHappened = LocalizedText("Chuyện gì đã xảy ra", "What happened")
        static let unknown = LocalizedText("Chưa biết gì", "What is not known")
        static let decisions = LocalizedText("Cần quyết định gì", "What must be decided")
        static let mark = LocalizedText("Chấm", "Mark")
        static let markPoints = LocalizedText("Điểm", "Points")
        static let comment = LocalizedText("Nhận xét", "Comment")
        static let markRubric = LocalizedText(
            "Trình bày rõ, tách điều biết với điều đoán, nêu đúng điều chỉ huy cần quyết.",
            "Clear, keeps known and guessed apart, names what command has to decide.")
        static let metrics = LocalizedText("Tiêu chí chấm tay", "Metrics that people mark")
        static let notMarked = LocalizedText("Chưa chấm", "Not marked")
        static let chat = LocalizedText("Trò chuyện với đội", "Chat with the team")
        static let noChat = LocalizedText("Chưa ai nói gì.", "Nobody has said anything yet.")
        static let direction = LocalizedText("Ban điều hành", "Direction")
        static let program = LocalizedText("Chương trình", "The program")
        static let say = LocalizedText("Tin nhắn", "Message")
        static let empty = LocalizedText("Chưa có gì.", "Nothing yet.")
        static let teamDesk = LocalizedText("Xem bàn của đội", "See the team's desk")
        static let rank = LocalizedText("Hạng", "Rank")
        static let hiddenBoard = LocalizedText(
            "Bảng điểm chỉ mở khi bài tập kết thúc.", "The scoreboard opens when the exercise is closed.")
        static let everyTrack = LocalizedText("Mọi bảng đấu", "All tracks")
        static let answers = LocalizedText("Trả lời", "Answers")
        static let hints = LocalizedText("Gợi ý", "Hints")
        static let marks = LocalizedText("Chấm tay", "Marks")
        static let news = LocalizedText("Tin mới", "Latest")
        static let noNews = LocalizedText("Chưa có tin chung nào.", "Nothing for everybody yet.")
        static let fullScreen = LocalizedText("Toàn màn hình", "Full screen")
        static let waitingStart = LocalizedText("Sắp bắt đầu", "About to begin")
        static let observing = LocalizedText("Theo dõi", "Watch")
    }
}

extension TeamGlance.Stage {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .outside: LocalizedText("Chưa vào được", "Outside")
        case .inside: LocalizedText("Đã vào", "Inside")
        case .acting: LocalizedText("Đang ra tay", "Acting")
        case .goal: LocalizedText("Đã đạt đích", "Goal reached")
        case .out: LocalizedText("Đã bị đuổi ra", "Driven out")
        }
    }

    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .outside: .neutral
        case .inside, .acting: .warning
        case .goal: .bad
        case .out: .good
        }
    }
}
