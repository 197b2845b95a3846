import Kernel

/// Stepping.
extension Cage2Batch {
    /// How many environments one worker takes at a time.
    static let pieceSize = 64

    /// Steps every environment on the calling thread.
    ///
    /// - Parameter actions: one of 0 to 144 for each environment.
    /// - Throws: ``Cage2Error`` when a buffer or an action does not fit; nothing was stepped then.
    /// - Complexity: O(count); no allocation.
    public func step(_ actions: UnsafeBufferPointer<UInt8>, into outputs: Outputs) throws(Cage2Error) {
        try check(actions, outputs)
        Lanes(storage: storage, configuration: configuration, actions: actions, outputs: outputs).step(0..<count)
    }

    /// Steps every environment on several workers, with the same results.
    ///
    /// - Parameters:
    ///   - actions: one of 0 to 144 for each environment.
    ///   - outputs: buffers that nobody else touches until this returns.
    ///   - workers: at least one; more than there are cores does not help.
    /// - Throws: ``Cage2Error`` when a buffer or an action does not fit; nothing was stepped then.
    /// - Complexity: O(count); allocates what starting the tasks takes, nothing for an environment. The steps are taken
    ///   even if the surrounding task is cancelled.
    public func step(
        _ actions: UnsafeBufferPointer<UInt8>, into outputs: Outputs, workers: Int
    ) async throws(Cage2Error) {
        try check(actions, outputs)
        let lanes = Lanes(storage: storage, configuration: configuration, actions: actions, outputs: outputs)
        guard workers > 1, pieces.count > 1 else { return lanes.step(0..<count) }
        let count = count
        // Half a batch stepped would be of no use to anybody.
        for place in 0..<pieces.count { pieces[place] = 0 }
        await Batch.run(into: pieces, workers: workers) { piece in
            lanes.step(piece * Self.pieceSize..<min(count, (piece + 1) * Self.pieceSize))
            return 1
        }
        for piece in 0..<pieces.count where pieces[piece] == 0 {
            lanes.step(piece * Self.pieceSize..<min(count, (piece + 1) * Self.pieceSize))
        }
    }

    private func check(_ actions: UnsafeBufferPointer<UInt8>, _ outputs: Outputs) throws(Cage2Error) {
        try check("actions", actions.count, 1)
        try check("observations", outputs.observations?.count, Cage2Observation.bitCount)
        try check("rewards", outputs.rewards?.count, 1)
        try check("isDone", outputs.isDone?.count, 1)
        try check("finalObservations", outputs.finalObservations?.count, Cage2Observation.bitCount)
        try check("masks", outputs.masks?.count, Cage2Action.count)
        var highest: UInt8 = 0
        for action in actions { highest = max(highest, action) }
        guard highest >= Cage2Action.count else { return }
        let environment = actions.firstIndex { $0 >= Cage2Action.count } ?? 0
        throw Cage2Error.actionOutOfRange(action: Int(actions[environment]), environment: environment)
    }

    private func check(_ name: String, _ actual: Int?, _ width: Int) throws(Cage2Error) {
        guard let actual, actual != count * width else { return }
        throw Cage2Error.bufferSize(name: name, expected: count * width, actual: actual)
    }
}

/// What the workers of one step share.
///
/// `@unchecked Sendable`: every environment and its rows belong to one piece, every piece to one worker, and the step
/// ends before the caller's buffers are given back.
private struct Lanes: @unchecked Sendable {
    let storage: Cage2Storage
    let configuration: Cage2Configuration
    let actions: UnsafeBufferPointer<UInt8>
    let outputs: Cage2Batch.Outputs

    func step(_ range: Range<Int>) {
        let rules = configuration.rules
        let observationRule = configuration.observationRule
        let red = configuration.red
        let episodeLength = Int32(truncatingIfNeeded: configuration.episodeLength)
        let width = Cage2Observation.bitCount
        let observations = outputs.observations?.baseAddress
        let finalObservations = outputs.finalObservations?.baseAddress
        let masks = outputs.masks?.baseAddress
        for index in range {
            let state = storage.state(index)
            let memory = storage.memory(index)
            let generator = storage.generator(index)
            state.pointee.step(
                Int(actions[index]), rules: rules, observationRule: observationRule, red: red, memory: memory,
                draws: &generator.pointee)
            outputs.rewards?[index] = Float(state.pointee.reward) / 10
            let isDone = state.pointee.step >= episodeLength
            outputs.isDone?[index] = isDone ? 1 : 0
            if isDone {
                if let finalObservations {
                    state.pointee.writeObservation(to: finalObservations + index * width)
                }
                state.pointee.reset(memory: memory, draws: &generator.pointee)
            }
            if let observations { state.pointee.writeObservation(to: observations + index * width) }
            if let masks { state.pointee.writeMask(to: masks + index * Cage2Action.count) }
        }
    }
}
