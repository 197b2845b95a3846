/// The agent that won the challenge, by its published rules: three fixed actions during which it finds out who
/// attacks, then one network for each attacker; nine of the network's 36 outputs mean "the next decoy on this host".
///
/// The weights are not part of this project; `docs/benchmark-worlds.md` says where they are.
public struct CardiffPolicy: Cage2Policy {
    private static let inputCount = Cage2Observation.bitCount + 10
    private static let outputCount = 36

    private enum Model { case none, bLine, meander }

    private let bLine: DenseNetwork
    private let meander: DenseNetwork
    private var values: [Float]
    private var step = 0
    private var model = Model.none
    /// Which of the ten watched hosts were scanned.
    private var scanned: UInt16 = 0
    /// The one scanned last, as a mask.
    private var lastScanned: UInt16 = 0
    /// Which of its decoys stand, four bits a decoy host.
    private var decoys: UInt64 = 0

    /// The agent.
    ///
    /// - Returns: nil where a network has not 62 inputs and 36 outputs.
    public init?(bLine: DenseNetwork, meander: DenseNetwork) {
        for network in [bLine, meander] {
            guard network.inputCount == Self.inputCount, network.outputCount == Self.outputCount else { return nil }
        }
        self.bLine = bLine
        self.meander = meander
        values = Array(repeating: 0, count: max(bLine.valueCount, meander.valueCount))
    }

    /// Forgets scans, decoys and attacker.
    public mutating func beginEpisode(seed: Int) {
        step = 0
        model = .none
        scanned = 0
        lastScanned = 0
        decoys = 0
    }

    /// The agent's action.
    public mutating func action(for observation: Cage2Observation) -> Int {
        noteScan(observation)
        step += 1
        if step <= 3 { return Self.openingAction(step) }
        if step == 4 {
            // The opening placed two decoys on User2 and one on Enterprise0.
            decoys = 0b0001 | 0b0011 << 16
            switch scanned.nonzeroBitCount + (lastScanned == 0 ? 0 : 1) {
            case 3: model = .meander
            case 2: model = .bLine
            default: break
            }
        }
        let action =
            switch model {
            case .none: Cage2Action.sleep.index
            case .bLine: chosen(by: bLine, observation)
            case .meander: chosen(by: meander, observation)
            }
        if model != .none, action >= ActionBlock.action(ActionBlock.restore, 0) { forgetDecoys(on: action - 132) }
        return action
    }

    private static func openingAction(_ step: Int) -> Int { step == 1 ? 51 : step == 2 ? 116 : 55 }

    /// Remembers the first of the ten hosts that shows a scan.
    private mutating func noteScan(_ observation: Cage2Observation) {
        let scans = observation.activityFirst & ~observation.activitySecond
        // Defender and the three servers keep their bits; the operational server and the users' machines follow.
        let watched = scans & 0b1111 | scans >> 3 & 0b11_1111_0000
        guard watched != 0 else { return }
        lastScanned = watched & (0 &- watched)
        scanned |= lastScanned
    }

    private mutating func chosen(by network: DenseNetwork, _ observation: Cage2Observation) -> Int {
        let scanned = scanned
        let lastScanned = lastScanned
        let outputs = values.withUnsafeMutableBufferPointer { values in
            observation.write(to: values)
            for place in 0..<10 {
                let bit: UInt16 = 1 << UInt16(truncatingIfNeeded: place)
                values[Cage2Observation.bitCount + place] = scanned & bit == 0 ? 0 : lastScanned & bit == 0 ? 1 : 2
            }
            return network.evaluate(values)
        }
        var left = (1 << Self.outputCount) - 1
        let first = takeBest(of: outputs, among: &left)
        if first < Self.actions.count { return Int(Self.actions[first]) }
        if let action = placeDecoy(first - Self.actions.count) { return action }
        // No decoy is left for this host: the best of the rest, except restores.
        while left != 0 {
            let next = takeBest(of: outputs, among: &left)
            if next < Self.actions.count {
                let action = Int(Self.actions[next])
                if action < ActionBlock.action(ActionBlock.restore, 0) { return action }
            } else if let action = placeDecoy(next - Self.actions.count) {
                return action
            }
        }
        return Cage2Action.sleep.index
    }

    private func takeBest(of outputs: Range<Int>, among left: inout Int) -> Int {
        var best = left.trailingZeroBitCount
        for output in 0..<Self.outputCount where left >> output & 1 != 0 {
            if values[outputs.lowerBound + output] > values[outputs.lowerBound + best] { best = output }
        }
        left &= ~(1 << best)
        return best
    }

    /// The next decoy of one of the nine decoy hosts; nil where all stand.
    private mutating func placeDecoy(_ host: Int) -> Int? {
        for place in 0..<4 {
            let action = Int(Self.decoyActions[host * 4 + place])
            let bit: UInt64 = 1 << UInt64(host * 4 + place)
            guard action != 0, decoys & bit == 0 else { continue }
            decoys |= bit
            return action
        }
        return nil
    }

    private mutating func forgetDecoys(on host: Int) {
        for place in 0..<36 {
            let action = Int(Self.decoyActions[place])
            if action != 0, (action - 2) % Cage2Host.count == host { decoys &= ~(1 << UInt64(place)) }
        }
    }

    /// What the first 27 outputs mean.
    private static let actions: InlineArray<27, UInt8> = [
        133, 134, 135, 139, 3, 4, 5, 9, 16, 17, 18, 22, 11, 12, 13, 14, 141, 142, 143, 144, 132, 2, 15, 24, 25, 26, 27,
    ]

    /// What the last nine mean, in the order of preference: up to four decoys on Enterprise0–2, User1–4, the Defender
    /// and the operational server; zero for none.
    private static let decoyActions: InlineArray<36, UInt8> = [
        55, 107, 120, 29, 43, 0, 0, 0, 44, 0, 0, 0, 37, 115, 76, 102, 51, 116, 38, 90, 130, 91, 0, 0, 131, 0, 0, 0, 54,
        106,
        28, 119, 61, 35, 113, 126,
    ]
}
