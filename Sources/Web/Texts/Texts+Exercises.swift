import Markup
import Scenario

extension Texts {
    /// Making exercises and preparing them.
    enum Exercises {
        static let title = LocalizedText("Bài tập", "Exercises")
        static let new = LocalizedText("Tạo bài tập", "New exercise")
        static let chooseScenario = LocalizedText("Chọn kịch bản", "Choose a scenario")
        static let chooseLead = LocalizedText(
            "Mỗi kịch bản là một mạng, những người trên đó và một kẻ tấn công. Bạn đặt nhịp độ và luật chơi ở bước sau.",
            "A scenario is a network, the people on it and an adversary. Pace and rules come in the next step.")
        static let ownScenario = LocalizedText("Dùng tệp kịch bản của bạn", "Use a scenario file of your own")
        static let ownLead = LocalizedText(
            "Dán nội dung tệp YAML hoặc chọn tệp (tối đa 1 MiB). Lỗi được chỉ rõ dòng và cột.",
            "Paste the YAML or choose a file (at most 1 MiB). Errors are shown with line and column.")
        static let file = LocalizedText("Tệp kịch bản", "Scenario file")
        static let yaml = LocalizedText("Nội dung YAML", "YAML")
        static let check = LocalizedText("Kiểm tra và tiếp tục", "Check and go on")
        static let diagnostics = LocalizedText("Những chỗ cần sửa", "What needs correcting")
        static let tooLong = LocalizedText("Tệp dài quá 1 MiB.", "The file is longer than 1 MiB.")
        static let choose = LocalizedText("Chọn", "Choose")
        static let change = LocalizedText("Chọn kịch bản khác", "Choose another scenario")
        static let hosts = LocalizedText("máy", "hosts")
        static let lasts = LocalizedText("Kéo dài", "Lasts")
        static let name = LocalizedText("Tên bài tập", "Name of the exercise")
        static let basics = LocalizedText("Bài tập", "The exercise")
        static let attack = LocalizedText("Tấn công và phòng bị", "Attack and defences")
        static let adversary = LocalizedText("Kẻ tấn công", "Adversary")
        static let measures = LocalizedText("Biện pháp đã có sẵn", "Measures in force")
        static let noMeasures = LocalizedText(
            "Kịch bản này không có biện pháp để chọn.", "This scenario has no measures to choose from.")
        static let pace = LocalizedText("Nhịp độ", "Pace")
        static let paceHint = LocalizedText(
            "Thời gian diễn tập trôi nhanh gấp mấy lần thời gian thật.",
            "How much faster exercise time passes than real time.")
        static let realTime = LocalizedText("Thời gian thật", "Real time")
        static let turns = LocalizedText("Theo lượt, mỗi lượt ", "In turns of ")
        static let minutes = LocalizedText("phút", "minutes")
        static let duration = LocalizedText("Thời lượng (phút diễn tập)", "Length (exercise minutes)")
        static let durationHint = LocalizedText(
            "Để trống: theo kịch bản.", "Leave empty to take the scenario's.")
        static let grouping = LocalizedText("Ai chơi chung một mạng", "Who shares a network")
        static let inTeams = LocalizedText("Cả đội chung một mạng", "A team shares one")
        static let alone = LocalizedText("Mỗi người một mạng riêng", "Everybody has one of their own")
        static let variant = LocalizedText("Diễn biến", "The day")
        static let shared = LocalizedText("Mọi đội gặp cùng một diễn biến", "All teams meet the same day")
        static let perTeam = LocalizedText("Mỗi đội một diễn biến khác", "Each team meets its own")
        static let seed = LocalizedText("Hạt giống", "Seed")
        static let seedHint = LocalizedText(
            "Cùng hạt giống thì cùng diễn biến. Nên chọn một hạt giống mà khi không ai phòng thủ thì bị tấn công thành công.",
            "The same seed gives the same day. Pick one in which the attack succeeds where nobody defends.")
        static let scout = LocalizedText("Xem các hạt giống kết thúc ra sao", "See how seeds end")
        static let scoutLead = LocalizedText(
            "Kết cục khi không ai phòng thủ. Hạt giống hợp để dạy được đánh dấu: tấn công vào sớm, có cảnh báo đúng kịp lúc, và đạt đích.",
            "How they end where nobody defends. Those good for teaching are marked: the attack gets in early, a true alert comes in time, and the goal is reached."
        )
        static let scoutMore = LocalizedText("Xem thêm", "Look at more")
        static let stop = LocalizedText("Dừng", "Stop")
        static let goal = LocalizedText("Đạt đích", "Goal")
        static let reached = LocalizedText("Đạt lúc ", "Reached at ")
        static let notReached = LocalizedText("Không đạt", "Not reached")
        static let firstAccess = LocalizedText("Vào lúc", "Gets in")
        static let firstAlert = LocalizedText("Cảnh báo đúng đầu tiên", "First true alert")
        static let falseBefore = LocalizedText("Cảnh báo sai trước đó", "False alerts before it")
        static let loss = LocalizedText("Thiệt hại", "Loss")
        static let hostsTaken = LocalizedText("Máy bị chiếm", "Hosts taken")
        static let teachable = LocalizedText("Hợp để dạy", "Good to teach")
        static let use = LocalizedText("Dùng", "Use")
        static let rules = LocalizedText("Luật chơi", "Rules")
        static let hints = LocalizedText("Cho mua gợi ý bằng điểm", "Hints can be bought with points")
        static let scoreboard = LocalizedText(
            "Các đội thấy bảng điểm trong khi chơi", "Teams see the scoreboard while they play")
        static let teams = LocalizedText("Các đội", "Teams")
        static let teamNames = LocalizedText("Tên đội, mỗi dòng một đội", "Names of teams, one a line")
        static let teamNamesHint = LocalizedText(
            "Có thể thêm sau. Nếu mỗi người chơi riêng, đội được tạo khi họ dùng liên kết mời.",
            "More can be added later. Where everybody plays alone, teams are made as people use the link.")
        static let create = LocalizedText("Tạo bài tập", "Make the exercise")
        static let all = LocalizedText("Tất cả", "All")
        static let open = LocalizedText("Đang mở", "Open")
        static let closed = LocalizedText("Đã kết thúc", "Closed")
        static let nothing = LocalizedText("Chưa có bài tập nào ở đây", "No exercise here")
        static let scenario = LocalizedText("Kịch bản", "Scenario")
        static let phase = LocalizedText("Tình trạng", "State")
        static let made = LocalizedText("Tạo lúc", "Made")
        static let settings = LocalizedText("Thiết lập", "Settings")
        static let yes = LocalizedText("Có", "Yes")
        static let no = LocalizedText("Không", "No")
        static let firstAdversary = LocalizedText("Kẻ đầu tiên của kịch bản", "The scenario's first")
        static let team = LocalizedText("Đội", "Team")
        static let track = LocalizedText("Bảng đấu", "Track")
        static let members = LocalizedText("Thành viên", "Members")
        static let nobody = LocalizedText("Chưa có ai", "Nobody yet")
        static let addTeam = LocalizedText("Thêm đội", "Add a team")
        static let teamName = LocalizedText("Tên đội", "Name of the team")
        static let teamList = LocalizedText("Đội, bảng đấu, thành viên", "Teams, tracks, members")
        static let noTeams = LocalizedText("Chưa có đội nào", "No team yet")
        static let noTeamsLead = LocalizedText(
            "Thêm đội rồi gửi liên kết mời cho thành viên.", "Add teams, then send their members an invitation link.")
        static let inviteTeam = LocalizedText("Tạo liên kết mời", "Make an invitation link")
        static let inviteAll = LocalizedText("Liên kết mời chung", "One link for everybody")
        static let inviteAllLead = LocalizedText(
            "Người dùng liên kết này tự chọn đội, hoặc có một đội của riêng mình.",
            "Whoever uses this link chooses a team, or gets one of their own.")
        static let linkFor = LocalizedText("Liên kết mời cho ", "Invitation link for ")
        static let everybody = LocalizedText("mọi người", "everybody")
        static let takeSeat = LocalizedText("Tự ngồi vào đội này", "Take a seat here")
        static let leaveSeat = LocalizedText("Rời chỗ", "Leave the seat")
        static let removeTeam = LocalizedText("Bỏ đội", "Remove")
        static let sureRemove = LocalizedText("Bỏ đội này khỏi bài tập?", "Remove this team from the exercise?")
        static let toDesk = LocalizedText("Vào bàn làm việc", "Go to the desk")
        static let clone = LocalizedText("Tạo bản sao", "Make a copy")
        static let delete = LocalizedText("Xóa bài tập", "Delete the exercise")
        static let sureDelete = LocalizedText(
            "Xóa bài tập cùng mọi đội và nhật ký của nó? Không lấy lại được.",
            "Delete the exercise with all its teams and journals? This cannot be undone.")
        static let copyOf = LocalizedText("Bản sao của ", "Copy of ")
        static let unknownAdversary = LocalizedText(
            "Kịch bản không có kẻ tấn công này.", "The scenario has no such adversary.")
        static let unknownMeasure = LocalizedText(
            "Kịch bản không có biện pháp này.", "The scenario has no such measure.")
        static let unknownScenario = LocalizedText("Không có kịch bản này.", "There is no such scenario.")
        static let badSeed = LocalizedText(
            "Hạt giống là số nguyên không âm.", "A seed is a whole number, not negative.")
        static let noSimulation = LocalizedText(
            "Kịch bản không có phần mô phỏng nên không chạy được.", "The scenario has no simulation, so it cannot run.")
        static let tooManyTeams = LocalizedText("Tối đa 100 đội một lần.", "At most 100 teams at once.")
    }
}
