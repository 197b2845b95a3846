import Kernel
import Scenario

/// Business services go down and come back with the hosts they rest on.
extension NetworkState {
    /// Recounts a host after something happened to it.
    ///
    /// - Parameter byDefence: whether a defender's action was the reason.
    mutating func updateDown(
        _ program: Program, host index: Int32, byDefence: Bool, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let slot = touch(host: index)
        let record = hosts.records[slot]
        let groupIndex = program.group(ofHost: index)
        let group = program.hostGroups[groupIndex]
        let isDown = !record.isReachable || record.stopped || isSegmented(Int(group.network))
        if isDown == record.down { return }
        hosts.records[slot].down = isDown
        let before = groupDown[groupIndex]
        groupDown[groupIndex] += isDown ? 1 : -1
        for position in group.dependants {
            let service = Int(program.dependants[position])
            let share = UInt64(program.simulation.businessServices[service].requiredShare)
            let needed = Int32((UInt64(group.count) &* share &+ 0xFFFF_FFFF) >> 32)
            let missedBefore = group.count - before < needed
            let missedNow = group.count - groupDown[groupIndex] < needed
            if missedNow != missedBefore {
                change(service: service, by: missedNow ? 1 : -1, byDefence: byDefence, at: now, &log)
            }
        }
    }

    private mutating func change(
        service index: Int, by delta: Int32, byDefence: Bool, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let wasDown = services[index].missingGroups > 0
        services[index].missingGroups += delta
        let isDown = services[index].missingGroups > 0
        if isDown && !wasDown {
            services[index].downSince = now
            services[index].byDefence = byDefence
            log.append(Event(time: now, kind: .serviceDown, success: byDefence, detail: Int64(index)))
        } else if wasDown && !isDown {
            let lost = now - services[index].downSince
            tally.serviceLost[index] += lost
            if services[index].byDefence { tally.serviceLostByDefence[index] += lost }
            services[index].downSince = -1
            log.append(Event(time: now, kind: .serviceUp, detail: Int64(index)))
        }
    }
}

extension NetworkWorld {
    /// What a run has come to at a time: the tally, with what is still open counted up to then, and priced.
    ///
    /// - Complexity: O(services + processes).
    public static func outcome(of run: Run<NetworkWorld>) -> Outcome {
        outcome(of: run.state, program: run.program, at: run.now)
    }

    /// The same for a state at a time.
    public static func outcome(of state: NetworkState, program: NetworkProgram, at now: Milliseconds) -> Outcome {
        var outcome = state.tally
        for (index, service) in state.services.enumerated() where service.downSince >= 0 {
            outcome.serviceLost[index] += now - service.downSince
            if service.byDefence { outcome.serviceLostByDefence[index] += now - service.downSince }
        }
        for index in state.processes.indices {
            outcome.processLost[index] += state.lostSoFar(program, index, at: now)
        }
        let prices = program.prices
        if program.adversary.goal == .steal && program.adversary.target >= 0 {
            outcome.recordLoss = saturatingProduct(outcome.recordsStolen, prices.record)
        }
        for (index, perHour) in prices.serviceHour.enumerated() {
            outcome.serviceLoss = saturatingSum(
                outcome.serviceLoss, price(outcome.serviceLost[index], perHour: perHour))
        }
        for (index, perHour) in prices.processHour.enumerated() {
            outcome.processLoss = saturatingSum(
                outcome.processLoss, price(outcome.processLost[index], perHour: perHour))
        }
        outcome.staffCost = saturatingProduct(outcome.staffMinutes, prices.staffMinute)
        // What was restored in time has been paid for as work.
        let encrypted = state.hosts.records.count(where: \.encrypted)
        outcome.recoveryCost = saturatingProduct(
            Int64(encrypted), saturatingProduct(restoreMinutes(program), prices.staffMinute))
        return outcome
    }

    /// Minutes of staff that setting up one host takes, by the catalogue.
    private static func restoreMinutes(_ program: NetworkProgram) -> Int64 {
        program.actions.first { $0.mechanic == .restoreHost }?.staffMinutes ?? 0
    }

    /// Seconds are fine enough for money, and keep the product within 64 bits.
    private static func price(_ time: Milliseconds, perHour: Int64) -> Int64 {
        saturatingProduct(time / 1000, perHour / 60) / 60
    }
}
