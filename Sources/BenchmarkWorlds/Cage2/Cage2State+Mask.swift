/// Which actions can have an effect, as far as blue can know it.
extension Cage2State {
    /// False for decoys that the host's system or an occupied port forbids, true for everything else.
    @inline(__always)
    func isUseful(_ action: Int) -> Bool {
        let block = (action - 2) / Cage2Host.count
        guard action >= 2, block >= ActionBlock.firstDecoy, block < ActionBlock.restore else { return true }
        let host = (action - 2) % Cage2Host.count
        return Self.decoyFits(block - ActionBlock.firstDecoy, on: host, decoyPorts: decoyPorts[host])
    }

    /// A byte for each action: 1 where it can have an effect.
    ///
    /// - Parameter target: room for 145 bytes.
    func writeMask(to target: UnsafeMutablePointer<UInt8>) {
        for action in 0..<Cage2Action.count { target[action] = isUseful(action) ? 1 : 0 }
    }
}
