import Kernel
import Scenario

extension Program {
    /// The group of a host.
    @inlinable
    public func group(ofHost host: Int32) -> Int { Int(groupOfHost[Int(host)]) }

    /// The group of an account.
    ///
    /// - Complexity: O(log groups).
    public func group(ofAccount account: Int32) -> Int {
        var low = 0, high = accountGroups.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if accountGroups[middle].first <= account { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The name of a host: the group's where it is alone, else with a running number.
    public func hostName(_ host: Int32) -> String {
        let group = group(ofHost: host)
        return Self.memberName(
            simulation.hosts[group].name, ordinal: Int(host - hostGroups[group].first),
            count: simulation.hosts[group].count)
    }

    /// The name of an account.
    public func accountName(_ account: Int32) -> String {
        let group = group(ofAccount: account)
        return Self.memberName(
            simulation.accounts[group].name, ordinal: Int(account - accountGroups[group].first),
            count: simulation.accounts[group].count)
    }

    /// The name of the member number `ordinal`, from 0, of a group of `count`.
    package static func memberName(_ name: String, ordinal: Int, count: Int) -> String {
        if count == 1 { return name }
        let number = String(ordinal + 1)
        let width = max(3, String(count).utf8.count)
        return name + "-" + String(repeating: "0", count: width - number.utf8.count) + number
    }

    /// The host of that name, or nil.
    ///
    /// - Complexity: O(groups).
    public func host(named name: String) -> Int32? {
        Self.member(named: name, names: simulation.hosts.lazy.map { ($0.name, $0.count) })
    }

    /// The account of that name, or nil.
    ///
    /// - Complexity: O(groups).
    public func account(named name: String) -> Int32? {
        Self.member(named: name, names: simulation.accounts.lazy.map { ($0.name, $0.count) })
    }

    /// The index of a member among the members of all groups in order; nil where none has that name.
    package static func member(named name: String, names: some Sequence<(String, Int)>) -> Int32? {
        var first = 0
        for (group, count) in names {
            if count == 1 && group == name { return Int32(first) }
            if count > 1, name.hasPrefix(group + "-"), let number = Int(name.dropFirst(group.utf8.count + 1)),
                number >= 1, number <= count, memberName(group, ordinal: number - 1, count: count) == name
            {
                return Int32(first + number - 1)
            }
            first += count
        }
        return nil
    }

    /// The address of a host.
    @inlinable
    public func address(ofHost host: Int32) -> UInt32 {
        let record = hostGroups[group(ofHost: host)]
        return record.firstAddress + UInt32(host - record.first)
    }

    /// The hash of a host's path: the key of its draws.
    @inlinable
    public func path(ofHost host: Int32) -> UInt64 {
        let record = hostGroups[group(ofHost: host)]
        return Self.memberPath(record.path, Int(host - record.first))
    }

    /// The hash of an account's path: the key of its draws.
    public func path(ofAccount account: Int32) -> UInt64 {
        let record = accountGroups[group(ofAccount: account)]
        return Self.memberPath(record.path, Int(account - record.first))
    }

    /// The workstation of an account, or −1.
    public func workstation(ofAccount account: Int32) -> Int32 {
        let record = accountGroups[group(ofAccount: account)]
        if record.workstation < 0 { return -1 }
        let hosts = hostGroups[Int(record.workstation)]
        return hosts.first + (account - record.first) % hosts.count
    }
}

extension Program {
    /// The path hash of a group's member.
    @inlinable
    static func memberPath(_ group: UInt64, _ ordinal: Int) -> UInt64 {
        StableHash.combine(group, UInt64(ordinal))
    }
}
