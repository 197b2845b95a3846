/// One step: blue acts, then red, each on the state that the other left; then rewards, then blue's sensors. Green
/// sleeps.
extension Cage2State {
    /// - Parameter action: 0 to 144.
    /// - Complexity: four draws on average; more while many decoys wait on one host.
    mutating func step(
        _ action: Int, rules: Cage2RuleSet, observationRule: Cage2ObservationRule, red: Cage2Red, memory: Cage2Memory,
        draws: inout some DrawSource
    ) {
        actBlue(action, rules: rules, memory: memory, draws: &draws)
        let decision = decideRed(red, draws: &draws)
        actRed(decision, rules: rules, memory: memory, draws: &draws)
        if red == .meander { meander.learn(from: decision, success: redSuccess) }
        settleReward(restored: action >= ActionBlock.action(ActionBlock.restore, 0))
        observe(action, rule: observationRule)
        if events.showsShell { suspect(Int(events.shellProcess), on: Int(events.host), memory: memory) }
        step += 1
    }

    @inline(__always)
    private mutating func decideRed(_ red: Cage2Red, draws: inout some DrawSource) -> RedAction {
        switch red {
        case .bLine: bLine.decide(lastSuccess: redSuccess, scanWasBlocked: scanWasBlocked, draws: &draws)
        case .meander: meander.decide(lastSuccess: redSuccess, addressOrder: addressOrder(), draws: &draws)
        case .sleep: RedAction()
        }
    }

    private mutating func settleReward(restored: Bool) {
        let valuable = (privilegedSessions & Place.valuable).nonzeroBitCount
        let ordinary = (privilegedSessions & Place.ordinary).nonzeroBitCount
        let tenths = valuable * 10 + ordinary + (operationalServiceRuns ? 0 : 100) + (restored ? 10 : 0)
        reward = -Int32(truncatingIfNeeded: tenths)
        total += reward
    }
}
