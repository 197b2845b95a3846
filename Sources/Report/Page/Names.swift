import Exercise
import Markup
import NetworkWorld
import Scenario

// What the enumerations of a scenario are called on a page.

extension Tactic {
    var title: LocalizedText {
        switch self {
        case .reconnaissance: LocalizedText("Trinh sát", "Reconnaissance")
        case .initialAccess: LocalizedText("Xâm nhập ban đầu", "Initial access")
        case .execution: LocalizedText("Thực thi", "Execution")
        case .persistence: LocalizedText("Duy trì hiện diện", "Persistence")
        case .privilegeEscalation: LocalizedText("Nâng quyền", "Privilege escalation")
        case .defenseEvasion: LocalizedText("Né tránh phòng thủ", "Defense evasion")
        case .credentialAccess: LocalizedText("Lấy thông tin đăng nhập", "Credential access")
        case .discovery: LocalizedText("Khám phá", "Discovery")
        case .lateralMovement: LocalizedText("Di chuyển ngang", "Lateral movement")
        case .collection: LocalizedText("Thu thập", "Collection")
        case .commandAndControl: LocalizedText("Chỉ huy và điều khiển", "Command and control")
        case .exfiltration: LocalizedText("Đưa dữ liệu ra ngoài", "Exfiltration")
        case .inhibitResponseFunction: LocalizedText("Cản trở bảo vệ", "Inhibit response function")
        case .impairProcessControl: LocalizedText("Phá điều khiển quá trình", "Impair process control")
        case .impact: LocalizedText("Gây tác động", "Impact")
        }
    }
}

extension Zone {
    /// What people call it.
    package var title: LocalizedText {
        switch self {
        case .perimeter: LocalizedText("Vùng biên", "Perimeter")
        case .servers: LocalizedText("Máy chủ", "Servers")
        case .office: LocalizedText("Văn phòng", "Office")
        case .branch: LocalizedText("Chi nhánh", "Branches")
        case .management: LocalizedText("Quản trị", "Management")
        case .partner: LocalizedText("Đối tác", "Partners")
        case .controlCentre: LocalizedText("Trung tâm điều khiển", "Control centre")
        case .field: LocalizedText("Hiện trường", "Field")
        }
    }
}

extension HostRole {
    /// What people call it.
    package var title: LocalizedText {
        switch self {
        case .workstation: LocalizedText("Máy trạm", "Workstation")
        case .domainController: LocalizedText("Máy chủ điều khiển miền", "Domain controller")
        case .fileServer: LocalizedText("Máy chủ tệp", "File server")
        case .mailServer: LocalizedText("Máy chủ thư", "Mail server")
        case .webServer: LocalizedText("Máy chủ web", "Web server")
        case .applicationServer: LocalizedText("Máy chủ ứng dụng", "Application server")
        case .databaseServer: LocalizedText("Máy chủ cơ sở dữ liệu", "Database server")
        case .backupServer: LocalizedText("Máy chủ sao lưu", "Backup server")
        case .managementServer: LocalizedText("Máy chủ quản trị", "Management server")
        case .jumpHost: LocalizedText("Máy trung chuyển", "Jump host")
        case .remoteAccess: LocalizedText("Cổng truy cập từ xa", "Remote access")
        case .proxy: LocalizedText("Máy chủ proxy", "Proxy")
        case .firewall: LocalizedText("Tường lửa", "Firewall")
        case .dnsServer: LocalizedText("Máy chủ DNS", "DNS server")
        case .printer: LocalizedText("Máy in", "Printer")
        case .operatorStation: LocalizedText("Trạm vận hành", "Operator station")
        case .engineeringStation: LocalizedText("Trạm kỹ thuật", "Engineering station")
        case .historian: LocalizedText("Máy chủ lịch sử", "Historian")
        case .controlServer: LocalizedText("Máy chủ điều khiển", "Control server")
        case .controller: LocalizedText("Bộ điều khiển", "Controller")
        case .protectionRelay: LocalizedText("Rơ-le bảo vệ", "Protection relay")
        case .gateway: LocalizedText("Cổng kết nối", "Gateway")
        case .other: LocalizedText("Máy khác", "Other host")
        }
    }

    /// The symbol that stands for it.
    package var glyph: String {
        switch self {
        case .workstation: "workstation"
        case .domainController: "directory"
        case .fileServer: "folder"
        case .mailServer: "mail"
        case .webServer: "web"
        case .databaseServer, .historian: "database"
        case .backupServer: "backup"
        case .managementServer, .jumpHost: "terminal"
        case .remoteAccess: "key"
        case .firewall, .proxy: "wall"
        case .printer: "printer"
        case .operatorStation, .engineeringStation: "operator"
        case .controller: "controller"
        case .protectionRelay: "bolt"
        case .gateway: "gateway"
        case .applicationServer, .dnsServer, .controlServer, .other: "server"
        }
    }
}

extension SensorKind {
    /// What people call it.
    package var title: LocalizedText {
        switch self {
        case .endpoint: LocalizedText("Máy đầu cuối", "Endpoint")
        case .domainController: LocalizedText("Điều khiển miền", "Domain controller")
        case .network: LocalizedText("Mạng", "Network")
        case .firewall: LocalizedText("Tường lửa", "Firewall")
        case .proxy: LocalizedText("Proxy", "Proxy")
        case .mail: LocalizedText("Thư điện tử", "Mail")
        }
    }
}

extension Severity {
    /// What people call it.
    package var title: LocalizedText {
        switch self {
        case .low: LocalizedText("Thấp", "Low")
        case .medium: LocalizedText("Vừa", "Medium")
        case .high: LocalizedText("Cao", "High")
        case .critical: LocalizedText("Nghiêm trọng", "Critical")
        }
    }
}

extension Playbook {
    var title: LocalizedText {
        switch self {
        case .none: LocalizedText("Không ai phòng thủ", "Nobody defends")
        case .standard: LocalizedText("Tiêu chuẩn", "Standard")
        case .isolateOnAlert: LocalizedText("Cách ly khi có cảnh báo", "Isolate on alert")
        }
    }
}

extension RunStory.StepResult {
    var title: LocalizedText {
        switch self {
        case .succeeded: LocalizedText("Thành công", "Succeeded")
        case .failed: LocalizedText("Thất bại", "Failed")
        case .lost: LocalizedText("Bị cắt đứt", "Cut off")
        case .unfinished: LocalizedText("Chưa xong", "Unfinished")
        }
    }
}

extension RunStory.AlertTruth {
    var title: LocalizedText {
        switch self {
        case .attack: LocalizedText("Tấn công thật", "Attack")
        case .administrator: LocalizedText("Việc quản trị", "Administrator's work")
        case .none: LocalizedText("Báo động giả", "False alarm")
        }
    }
}

extension RunStory.Blindness {
    var title: LocalizedText {
        switch self {
        case .notNoticed: LocalizedText("Thấy dấu vết, không cảnh báo", "Saw the traces, raised no alert")
        case .noAnalytic:
            LocalizedText("Thấy dấu vết, không có luật nào tìm", "Saw the traces, no analytic looks for them")
        case .notCovered: LocalizedText("Không phủ tới đó", "Does not cover the place")
        }
    }
}
