import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// The most actions that may wait; the network world refuses more.
    private static let queueLimit = 256

    func checkHost(_ host: Int32, field: String = "host") throws(TeamInputError) {
        if host < 0 || Int(host) >= program.hostCount || program.isRemoved(host: host) {
            throw TeamInputError(.unknown, vi: "Không có máy ấy.", en: "No such host.", field: field)
        }
    }

    func checkAccount(_ account: Int32, field: String = "account") throws(TeamInputError) {
        if account < 0 || Int(account) >= program.accountCount || program.isRemoved(account: account) {
            throw TeamInputError(.unknown, vi: "Không có tài khoản ấy.", en: "No such account.", field: field)
        }
    }

    func checkAction(
        _ id: String, host: Int32, account: Int32, network: Int32
    ) throws(TeamInputError) {
        guard let action = program.catalogue.actions.firstIndex(where: { $0.id == id }) else {
            throw TeamInputError(.unknown, vi: "Không có hành động ấy.", en: "No such action.", field: "action")
        }
        let record = program.actions[action]
        try checkTarget(record.target, host: host, account: account, network: network)
        try checkSense(record, host: host, account: account)
        for index in openWork {
            let item = run.state.work[index]
            if Int(item.action) == action && item.host == host && item.account == account && item.network == network
                || record.target == .organisation && Int(item.action) == action
            {
                throw TeamInputError(
                    .alreadySo, vi: "Việc này đang được làm hoặc đang chờ.",
                    en: "This is being done or waiting already.", field: "action")
            }
        }
        if openWork.count >= Self.queueLimit {
            throw TeamInputError(
                .tooMany, vi: "Đã có \(openWork.count) việc đang chờ.", en: "\(openWork.count) actions wait already.")
        }
    }

    private func checkTarget(
        _ target: ActionTarget, host: Int32, account: Int32, network: Int32
    ) throws(TeamInputError) {
        let given = (host: host != -1, account: account != -1, network: network != -1)
        let wanted = (host: target == .host, account: target == .account, network: target == .network)
        if given != wanted {
            let field = given.host != wanted.host ? "host" : given.account != wanted.account ? "account" : "network"
            throw TeamInputError(
                .wrongTarget, vi: "Hành động này cần một đối tượng thuộc loại khác.",
                en: "This action takes another kind of target.", field: field)
        }
        if wanted.host { try checkHost(host) }
        if wanted.account { try checkAccount(account) }
        // Network 0 is the internet, which nobody can review or cut off.
        if wanted.network && (network < 1 || Int(network) >= program.networkCount) {
            throw TeamInputError(.unknown, vi: "Không có mạng ấy.", en: "No such network.", field: "network")
        }
    }

    /// What would do nothing is refused. All of this the team knows: it has isolated, disabled and found out itself.
    private func checkSense(_ record: ActionRecord, host: Int32, account: Int32) throws(TeamInputError) {
        switch record.mechanic {
        case .isolateHost where knowledge.host(host).isolated:
            throw TeamInputError(
                .alreadySo, vi: "Máy đã bị cô lập.", en: "The host is isolated already.", field: "host")
        case .releaseHost where !knowledge.host(host).isolated:
            throw TeamInputError(.alreadySo, vi: "Máy không bị cô lập.", en: "The host is not isolated.", field: "host")
        case .disableAccount where run.state.account(account).disabled:
            throw TeamInputError(
                .alreadySo, vi: "Tài khoản đã bị khóa.", en: "The account is disabled already.", field: "account")
        case .blockAddress where !knowledge.addressKnown:
            throw TeamInputError(
                .notNow, vi: "Chưa biết địa chỉ nào của kẻ tấn công.",
                en: "No address of the attackers is known yet.", field: "action")
        default: return
        }
    }

    func check(_ report: SituationReport) throws(TeamInputError) {
        for (text, field) in [
            (report.whatHappened, "what-happened"), (report.unknown, "unknown"), (report.decisions, "decisions"),
        ] { try TextCheck.checkLength(text, limit: TeamLimits.reportBytes, field: field) }
        for (count, field) in [
            (report.hosts.count, "hosts"), (report.accounts.count, "accounts"),
            (report.techniques.count, "techniques"),
        ] where count > TeamLimits.reportItems {
            throw TeamInputError(
                .tooMany, vi: "Nhiều nhất \(TeamLimits.reportItems) mục.",
                en: "At most \(TeamLimits.reportItems) items.", field: field)
        }
        for host in report.hosts { try checkHost(host, field: "hosts") }
        for account in report.accounts { try checkAccount(account, field: "accounts") }
        for technique in report.techniques where TechniqueID.find(in: technique) != technique {
            throw TeamInputError(
                .unknown, vi: "Mã kỹ thuật có dạng T1566 hoặc T1566.001.",
                en: "A technique id looks like T1566 or T1566.001.", field: "techniques")
        }
        let isNegative = (report.startMinute ?? 0) < 0 || (report.recordsAtRisk ?? 0) < 0
        if isNegative {
            throw TeamInputError(
                .wrongTarget, vi: "Số không được âm.", en: "Numbers cannot be negative.",
                field: (report.startMinute ?? 0) < 0 ? "start-minute" : "records-at-risk")
        }
    }
}
