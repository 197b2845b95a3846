import Exercise
import Markup
import NetworkWorld
import Report
import Scenario

// What the enumerations of a desk are called, and how they are marked besides their colour.

extension Assessment {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .unknown: LocalizedText("Chưa rõ", "Unknown")
        case .suspect: LocalizedText("Nghi ngờ", "Suspect")
        case .clean: LocalizedText("Sạch", "Clean")
        case .compromised: LocalizedText("Bị xâm nhập", "Compromised")
        case .recovered: LocalizedText("Đã phục hồi", "Recovered")
        }
    }

    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .unknown: .neutral
        case .suspect: .warning
        case .clean, .recovered: .good
        case .compromised: .bad
        }
    }

    /// Lines on a square of 24 that mark it whatever the colour.
    var shape: String {
        switch self {
        case .unknown: "M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z"
        case .suspect: "M12 4L3 20h18zM12 10v5M12 17.500h.01"
        case .clean: "M5 13l4 4L19 7"
        case .compromised: "M6 6l12 12M18 6L6 18"
        case .recovered: "M5 12a7 7 0 1 1 2.500 5.300M5 12l-2-3M5 12l3-1.500"
        }
    }
}

extension Triage {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .open: LocalizedText("Mới", "Open")
        case .owned: LocalizedText("Đang xem", "Owned")
        case .escalated: LocalizedText("Đã chuyển cấp trên", "Escalated")
        case .closedTrue: LocalizedText("Đóng: đúng", "Closed: true")
        case .closedFalse: LocalizedText("Đóng: sai", "Closed: false")
        }
    }

    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .open: .warning
        case .owned: .neutral
        case .escalated, .closedTrue: .bad
        case .closedFalse: .good
        }
    }

    /// What the button says that makes an alert so.
    var order: LocalizedText {
        switch self {
        case .open: LocalizedText("Mở lại", "Reopen")
        case .owned: LocalizedText("Nhận", "Own")
        case .escalated: LocalizedText("Chuyển cấp", "Escalate")
        case .closedTrue: LocalizedText("Đúng", "True")
        case .closedFalse: LocalizedText("Sai", "False")
        }
    }
}

extension Severity {
    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .low, .medium: .neutral
        case .high: .warning
        case .critical: .bad
        }
    }

    /// Its place from the least serious.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ActionKind {
    /// What people call several of them.
    var title: LocalizedText {
        switch self {
        case .investigation: LocalizedText("Điều tra", "Investigate")
        case .response: LocalizedText("Ứng phó", "Respond")
        }
    }
}

extension ActionTarget {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .host: LocalizedText("Máy", "Host")
        case .account: LocalizedText("Tài khoản", "Account")
        case .network: LocalizedText("Mạng", "Network")
        case .organisation: LocalizedText("Toàn tổ chức", "The whole organisation")
        }
    }
}

extension AccountKind {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .domain: LocalizedText("Miền", "Domain")
        case .local: LocalizedText("Cục bộ", "Local")
        case .cloud: LocalizedText("Đám mây", "Cloud")
        case .service: LocalizedText("Dịch vụ", "Service")
        }
    }
}

extension AccountPrivilege {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .user: LocalizedText("Người dùng", "User")
        case .administrator: LocalizedText("Quản trị", "Administrator")
        case .domainAdministrator: LocalizedText("Quản trị miền", "Domain administrator")
        }
    }
}

extension OperatingSystem {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .windowsWorkstation: LocalizedText("Windows")
        case .windowsServer: LocalizedText("Windows Server")
        case .linux: LocalizedText("Linux")
        case .networkDevice: LocalizedText("Thiết bị mạng", "Network device")
        case .controller: LocalizedText("Bộ điều khiển", "Controller")
        case .appliance: LocalizedText("Thiết bị chuyên dụng", "Appliance")
        }
    }
}

extension WorkItem.Phase {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .awaitingApproval: LocalizedText("Chờ phê duyệt", "Awaits approval")
        case .queued: LocalizedText("Chờ người", "Awaits staff")
        case .running: LocalizedText("Đang làm", "Under way")
        case .finished: LocalizedText("Xong", "Done")
        }
    }

    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .awaitingApproval, .queued: .warning
        case .running: .neutral
        case .finished: .good
        }
    }
}

extension DeskFinding.Verdict {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .intruder: LocalizedText("Có kẻ xâm nhập", "An intruder")
        case .suspicious: LocalizedText("Đáng ngờ", "Suspicious")
        case .explained: LocalizedText("Việc thường ngày", "Everyday work")
        case .nothing: LocalizedText("Không thấy gì", "Nothing found")
        }
    }

    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .intruder: .bad
        case .suspicious: .warning
        case .explained: .good
        case .nothing: .neutral
        }
    }
}

extension DeskApproval {
    /// What people read.
    var title: LocalizedText {
        switch self {
        case .never: LocalizedText("Không cần", "Not needed")
        case .exceptWorkstations: LocalizedText("Cần, trừ máy trạm", "Needed, but for workstations")
        case .always: LocalizedText("Cần", "Needed")
        }
    }
}
