import NetworkWorld

/// Which attack steps have touched which hosts and accounts, so that what others do about them can be told as provoked.
struct TouchedPlaces: Sendable {
    private var hosts: [Int32: [Int32]] = [:]
    private var accounts: [Int32: [Int32]] = [:]
    /// Sets of several steps; a record names the k-th as −1 − k.
    private(set) var sets: [[Int32]] = []

    /// Notes a step that begins.
    mutating func note(_ step: Event) {
        for host in step.source == step.target ? [step.source] : [step.source, step.target] where host >= 0 {
            hosts[host, default: []].append(step.step)
        }
        if step.account >= 0 { accounts[step.account, default: []].append(step.step) }
    }

    /// What a record names for the steps that touched a host or an account; nil where none has.
    mutating func steps(host: Int32, account: Int32 = -1) -> Int32? {
        let found = Array(Set((hosts[host] ?? []) + (accounts[account] ?? [])).sorted().suffix(16))
        guard let first = found.first else { return nil }
        if found.count == 1 { return first }
        sets.append(found)
        return -Int32(sets.count)
    }

    /// The steps that a record's number stands for.
    func steps(of number: Int32) -> [Int32] { number < 0 ? sets[Int(-1 - number)] : [number] }
}
