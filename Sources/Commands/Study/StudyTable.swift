import Study

/// The arms of a study as comma-separated values, one line each, for spreadsheets.
enum StudyTable {
    static func csv(_ result: StudyResult) -> String {
        var header = [
            "arm", "cost", "loss-mean", "loss-low", "loss-high", "avoided-mean", "avoided-low", "avoided-high",
            "years-better", "years-worse", "loss-median", "loss-1-in-10", "loss-1-in-20", "loss-1-in-100",
            "records-loss", "service-loss", "process-loss", "staff-cost", "recovery-cost",
        ]
        for adversary in result.adversaries {
            header += ["attempts", "goal-reached", "detected", "contained", "year-loss"].map {
                "\(adversary.name):\($0)"
            }
        }
        return ([header] + result.arms.map { row($0) }).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    private static func row(_ arm: StudyArm) -> [String] {
        func exceeded(_ years: Int64) -> String {
            arm.years.exceedance.first { $0.years == years }.map { String($0.amount) } ?? ""
        }
        func share(_ millionths: Int64?) -> String {
            guard let millionths else { return "" }
            let digits = String(millionths % 1_000_000)
            return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
        }
        let avoided = arm.comparison?.avoided
        var row = [arm.name] + [arm.cost, arm.loss.mean, arm.loss.low, arm.loss.high].map { String($0) }
        row += [avoided?.mean, avoided?.low, avoided?.high].map { $0.map { String($0) } ?? "" }
        row += [share(arm.comparison?.betterMillionths), share(arm.comparison?.worseMillionths)]
        row += [exceeded(2), exceeded(10), exceeded(20), exceeded(100)]
        let parts = arm.parts
        row += [parts.records, parts.services, parts.processes, parts.staff, parts.recovery].map { String($0) }
        for adversary in arm.adversaries {
            row += [
                adversary.attempts, adversary.goalReached, adversary.detected, adversary.contained, adversary.yearLoss,
            ].map { String($0) }
        }
        return row
    }
}
