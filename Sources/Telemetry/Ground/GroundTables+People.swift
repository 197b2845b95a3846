import Kernel
import NetworkWorld

/// Who works where.
extension GroundTables {
    /// The person who works on a host, chosen by `key` where several share it; −1 where nobody does.
    func person(onHost host: Int32, group: HostGroupGround, key: UInt64) -> Int32 {
        if group.owners.isEmpty { return SystemAccount.system }
        let ordinal = host - group.first
        var total: Int32 = 0
        for owner in group.owners { total += share(of: owner, ordinal: ordinal, hosts: group.count) }
        if total == 0 { return SystemAccount.system }
        var position = Int32(truncatingIfNeeded: UInt64(total).multipliedFullWidth(by: StableHash.mix(key)).high)
        for owner in group.owners {
            let part = share(of: owner, ordinal: ordinal, hosts: group.count)
            if position < part {
                let account = program.accountGroups[owner].first + ordinal + position * group.count
                return program.isRemoved(account: account) ? SystemAccount.system : account
            }
            position -= part
        }
        return SystemAccount.system
    }

    /// How many accounts of a group use the host with that ordinal.
    private func share(of owner: Int, ordinal: Int32, hosts: Int32) -> Int32 {
        let accounts = program.accountGroups[owner].count
        return ordinal >= accounts ? 0 : (accounts - ordinal - 1) / hosts + 1
    }

    /// An account of one of some groups, chosen by `key`; −1 where there is none.
    func account(of candidates: [Int], key: UInt64) -> Int32 {
        if candidates.isEmpty { return SystemAccount.system }
        let mixed = StableHash.mix(key)
        let index = Int(UInt64(candidates.count).multipliedFullWidth(by: mixed).high)
        let group = program.accountGroups[candidates[index]]
        let position = UInt64(group.count).multipliedFullWidth(by: StableHash.mix(mixed)).high
        let account = group.first + Int32(truncatingIfNeeded: position)
        return program.isRemoved(account: account) ? SystemAccount.system : account
    }

    /// Any account at all.
    func anyAccount(key: UInt64) -> Int32 {
        let position = UInt64(program.accountCount).multipliedFullWidth(by: StableHash.mix(key)).high
        let account = Int32(truncatingIfNeeded: position)
        return program.accountCount == 0 || program.isRemoved(account: account) ? SystemAccount.system : account
    }

    /// The local time of a minute of the exercise, which is negative before the start.
    @inline(__always)
    func localTime(minute: Int) -> LocalTime {
        let total = startMinute + minute
        let day = total.flooredQuotient(1440)
        let weekday = (startWeekday + day) - (startWeekday + day).flooredQuotient(7) * 7
        return LocalTime(minute: total - day * 1440, working: weekday < 5, day: day)
    }
}

/// Where a minute of the exercise lies in local life.
struct LocalTime {
    /// Minutes since midnight.
    var minute: Int
    /// Whether it is a working day.
    var working: Bool
    /// Days since that of the start.
    var day: Int
}

extension Int {
    /// The quotient rounded down, below zero too.
    @inline(__always)
    func flooredQuotient(_ divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
