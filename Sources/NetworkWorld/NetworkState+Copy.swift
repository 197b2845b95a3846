import Kernel

extension Run where W == NetworkWorld {
    /// Writes every array of the state once, so that a fork shares none with its origin any more: the full price of a fork,
    /// for whoever measures it.
    ///
    /// - Complexity: O(touched).
    public mutating func copyEverything() { withState { $0.copyEverything() } }
}

extension NetworkState {
    mutating func copyEverything() {
        agenda.reserveCapacity(agenda.count + 1)
        hosts.reserveCapacity(hosts.count + 1)
        accounts.reserveCapacity(accounts.count + 1)
        red.attempts.reserveCapacity(red.attempts.count + 1)
        Self.own(&groupDown)
        Self.own(&services)
        Self.own(&processes)
        Self.own(&red.footholds)
        Self.own(&red.knownHosts)
        Self.own(&red.credentials)
        Self.own(&red.administratorFor)
        Self.own(&red.userFor)
        Self.own(&alerts)
        Self.own(&seats)
        Self.own(&work)
        Self.own(&tally.serviceLost)
        Self.own(&tally.serviceLostByDefence)
        Self.own(&tally.processLost)
        for seat in seats.indices {
            Self.own(&seats[seat].alerts)
            seats[seat].hosts.reserveCapacity(seats[seat].hosts.count + 1)
            seats[seat].accounts.reserveCapacity(seats[seat].accounts.count + 1)
        }
    }

    private static func own<Element>(_ array: inout [Element]) { array.reserveCapacity(array.count + 1) }
}
