import Kernel
import NetworkWorld

/// Accounts: their objects, looked up, or made and kept, and what is said of them.
extension LineWriter {
    /// `{"name":"`: where names begin in their objects.
    private static var userOpening: StaticString { "{\"name\":\"" }

    @inline(__always)
    mutating func putUser(_ account: Int32, host: Int32) {
        if account >= 0 {
            let slot = accountSlot(account)
            out.put(accounts.bytes + slot * WriterMemory.Cache.stride, Int(accounts.slots[slot].end))
        } else if account == SystemAccount.machine && host >= 0 {
            putText(Self.userOpening)
            putName(host)
            putFragment(tables.machineTail)
            let member = group(host)
            putRelativeID(member, host)
            putText("\"}")
        } else {
            putFragment(tables.system[systemIndex(account, host)].object)
        }
    }

    @inline(__always)
    mutating func putUserName(_ account: Int32, host: Int32) {
        if account >= 0 {
            let slot = accountSlot(account)
            let start = Self.userOpening.utf8CodeUnitCount
            out.put(
                accounts.bytes + slot * WriterMemory.Cache.stride + start, Int(accounts.slots[slot].nameEnd) - start)
        } else if account == SystemAccount.machine && host >= 0 {
            putName(host)
            putText("$")
        } else {
            putFragment(tables.system[systemIndex(account, host)].name)
        }
    }

    /// An account's domain, or the computer that it belongs to.
    @inline(__always)
    mutating func putUserDomain(_ account: Int32, host: Int32) {
        if account >= 0 {
            if accountGroup(account).isLocal && host >= 0 { putName(host) } else { putFragment(tables.domain) }
        } else if account == SystemAccount.machine && host >= 0 && group(host).family == .windows {
            putFragment(tables.domain)
        } else {
            let user = tables.system[systemIndex(account, host)]
            if user.domain.isEmpty && host >= 0 { putName(host) } else { putFragment(user.domain) }
        }
    }

    @inline(__always)
    mutating func putUserSID(_ account: Int32, host: Int32) {
        if account >= 0 {
            putFragment(tables.securityDomain)
            putRelativeID(accountGroup(account), account)
        } else {
            putFragment(tables.system[systemIndex(account, host)].identifier)
        }
    }

    /// The level that programs of an account run at.
    @inline(__always)
    mutating func putIntegrity(_ account: Int32) {
        if account < 0 {
            putText("System")
        } else if accountGroup(account).isPrivileged {
            putText("High")
        } else {
            putText("Medium")
        }
    }

    /// The folder that programs of an account start in, escaped for JSON.
    @inline(__always)
    mutating func putWorkingDirectory(_ account: Int32, host: Int32) {
        let windows = host < 0 || group(host).family == .windows
        if account < 0 {
            if windows { putText("C:\\\\Windows\\\\system32\\\\") } else { putText("/") }
        } else {
            if windows { putText("C:\\\\Users\\\\") } else { putText("/home/") }
            putUserName(account, host: host)
            if windows { putText("\\\\") }
        }
    }

    /// The id of a session: fixed for the system's own accounts, else by what the caller mixed.
    @inline(__always)
    mutating func putSession(_ account: Int32, _ bits: UInt64) {
        switch account {
        case SystemAccount.system, SystemAccount.machine: putText("0x3e7")
        case SystemAccount.network: putText("0x3e4")
        case SystemAccount.local: putText("0x3e5")
        default:
            putText("0x")
            // From 0x100000 on: seven digits at most, none of them a leading nought.
            putSmallHexadecimal(0x10_0000 &+ bits & 0x7FF_FFFF)
        }
    }

    /// Hexadecimal digits without leading noughts.
    @inline(__always)
    mutating func putSmallHexadecimal(_ value: UInt64) {
        let digits = max(1, (64 - value.leadingZeroBitCount + 3) / 4)
        out.putHexadecimal(value << UInt64(64 - digits * 4), count: digits)
    }

    /// What the accounts of this one's group share.
    @inline(__always)
    func accountGroup(_ account: Int32) -> GroupFragments.Member {
        var low = 0, high = tables.accountGroups - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if tables.accounts[middle].first <= account { low = middle } else { high = middle - 1 }
        }
        return tables.accounts[low]
    }

    private func systemIndex(_ account: Int32, _ host: Int32) -> Int {
        let unix = host >= 0 && group(host).family == .unix
        let position = min(Int(-1 - account), SystemAccount.count - 1)
        return position + (unix ? SystemAccount.count : 0)
    }

    @inline(__always)
    private mutating func accountSlot(_ account: Int32) -> Int {
        let slot = Int(account & accounts.mask)
        if accounts.slots[slot].member != account { makeAccount(account, slot) }
        return slot
    }

    private mutating func makeAccount(_ account: Int32, _ slot: Int) {
        let line = out
        let start = accounts.bytes + slot * WriterMemory.Cache.stride
        out = start
        let member = accountGroup(account)
        putText(Self.userOpening)
        putMemberName(member, account)
        accounts.slots[slot].nameEnd = UInt16(out - start)
        putFragment(member.tail)
        putRelativeID(member, account)
        putText("\"}")
        accounts.slots[slot].end = UInt16(out - start)
        accounts.slots[slot].member = account
        out = line
    }
}
