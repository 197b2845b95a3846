import Exercise
import Markup
import NetworkWorld
import Scenario

// What the enumerations of a run's truth are called.

extension TimelineStep.Result {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .succeeded: LocalizedText("Thành công", "Succeeded")
        case .failed: LocalizedText("Thất bại", "Failed")
        case .lost: LocalizedText("Mất chỗ đứng", "Lost its foothold")
        case .unfinished: LocalizedText("Dở dang", "Unfinished")
        }
    }

    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .succeeded: .bad
        case .failed, .lost: .good
        case .unfinished: .neutral
        }
    }
}

extension TimelineAlert.Truth {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .attack: LocalizedText("Tấn công", "Attack")
        case .administrator: LocalizedText("Việc quản trị", "Administration")
        case .none: LocalizedText("Báo động nhầm", "False alarm")
        }
    }

    /// The colour of its word.
    var tone: Tone { self == .attack ? .bad : .neutral }
}

extension TimelineMoment.Kind {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .footholdGranted: LocalizedText("Ban điều hành cho kẻ tấn công chỗ đứng", "The direction gave a foothold")
        case .recordsStolen: LocalizedText("Dữ liệu bị lấy đi", "Records were stolen")
        case .backupsDestroyed: LocalizedText("Bản sao lưu bị phá", "Backups were destroyed")
        case .goalReached: LocalizedText("Kẻ tấn công đạt đích", "The adversary reached its goal")
        case .noPathLeft: LocalizedText("Kẻ tấn công hết đường", "The adversary had no path left")
        case .withdrew: LocalizedText("Kẻ tấn công rút lui", "The adversary withdrew")
        }
    }
}

extension ReportScore.Subject {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .hosts: LocalizedText("Máy", "Hosts")
        case .accounts: LocalizedText("Tài khoản", "Accounts")
        case .techniques: LocalizedText("Kỹ thuật", "Techniques")
        case .start: LocalizedText("Lúc bắt đầu", "Start")
        case .records: LocalizedText("Số bản ghi", "Records")
        }
    }
}

extension DecisionVerdict {
    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .helped: .good
        case .hurt: .bad
        case .unclear: .neutral
        }
    }
}

extension Verdict {
    /// What people call it.
    var title: LocalizedText {
        switch self {
        case .passed: LocalizedText("Đạt", "Passed")
        case .failed: LocalizedText("Không đạt", "Failed")
        case .open: LocalizedText("Chờ chấm", "Open")
        }
    }

    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .passed: .good
        case .failed: .bad
        case .open: .warning
        }
    }
}

extension EvidenceKind {
    /// The colour of its word.
    var tone: Tone {
        switch self {
        case .finding: .bad
        case .alert: .warning
        case .logs, .nothing: .neutral
        }
    }
}
