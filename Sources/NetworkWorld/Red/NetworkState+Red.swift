import Kernel
import Scenario

/// The adversary's course: begin, decide, act, wait, give up.
extension NetworkState {
    mutating func scheduleRedStart(_ program: Program) {
        let start = program.adversary.start
        let time = seeds.chance(program.adversary.path, .redStart).triangular(start.low, start.likely, start.high)
        scheduleDecision(program, at: max(0, time))
    }

    private mutating func scheduleDecision(_ program: Program, at time: Milliseconds) {
        if time >= program.duration { return }
        agenda.insert(Agenda.Entry(time: time, key: program.adversary.path, kind: AgendaKind.redDecides.rawValue))
    }

    mutating func scheduleNextDecision(_ program: Program, at now: Milliseconds, slowness: Int64 = 1) {
        let tempo = program.adversary.tempo
        let draw = seeds.chance(program.adversary.path, .redTempo, attempt: red.decisions)
        scheduleDecision(program, at: now + max(1, draw.triangular(tempo.low, tempo.likely, tempo.high) * slowness))
    }

    mutating func redDecides(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        if red.phase == .done || red.isBusy { return }
        if red.phase == .waiting {
            red.phase = .active
            if !pathExists(program) { return giveUp(program, .noPathLeft, at: now, &log) }
        }
        if red.footholds.isEmpty && now < red.quietUntil { return scheduleDecision(program, at: red.quietUntil) }
        red.decisions += 1
        guard let choice = choose(program, at: now) else { return redIsIdle(program, at: now, &log) }
        red.idle = 0
        begin(choice, program, at: now, &log)
    }

    /// Nothing to do: look again later, start over with what was given up, or stop.
    private mutating func redIsIdle(_ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>) {
        red.idle += 1
        if red.idle >= 3 {
            if !pathExists(program) { return giveUp(program, .noPathLeft, at: now, &log) }
            if red.restarts >= 4 { return giveUp(program, .withdrew, at: now, &log) }
            red.restarts += 1
            red.idle = 0
            for slot in red.attempts.records.indices { red.attempts.records[slot].exhausted = false }
        }
        scheduleNextDecision(program, at: now, slowness: 3)
    }

    private mutating func giveUp(
        _ program: Program, _ reason: Event.Kind, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        red.phase = .done
        if reason == .noPathLeft { tally.noPathLeft = true }
        log.append(Event(time: now, kind: reason))
    }

    private mutating func begin(
        _ choice: Candidate, _ program: Program, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        let card = program.cards[choice.card]
        red.stepCount += 1
        tally.attackSteps += 1
        let attempt = recordAttempt(program, choice)
        let aim = choice.aimPath(card, program)
        let key = StableHash.combine(card.path, aim)
        let draw = seeds.chance(program.adversary.path, .redSuccess, target: key, attempt: attempt)
        let chance = chance(program, card: card, host: choice.target, account: choice.account)
        let success = draw.occurs(chance) && weaknessHolds(program, card: card, host: choice.target)
        let duration = max(1, draw.triangular(card.duration.low, card.duration.likely, card.duration.high))
        red.step = StepInProgress(
            card: Int16(choice.card), success: success, number: red.stepCount, source: choice.source,
            target: choice.target, account: choice.account)
        red.isBusy = true
        log.append(
            Event(
                time: now, kind: .attackStep, success: success, card: Int16(choice.card), step: red.stepCount,
                source: choice.source, target: choice.target, account: choice.account, detail: duration))
        notice(
            program, card: choice.card, source: choice.source, target: choice.target, account: choice.account,
            step: red.stepCount, at: now, attempt: attempt, actor: program.adversary.path)
        agenda.insert(
            Agenda.Entry(
                time: now + duration, key: StableHash.combine(program.adversary.path, 7),
                kind: AgendaKind.redStepEnds.rawValue, first: red.stepCount))
    }

    mutating func redStepEnds(_ program: Program, number: Int32, at now: Milliseconds, _ log: inout EventLog<Event>) {
        guard red.isBusy, red.step.number == number else { return }
        let step = red.step
        red.isBusy = false
        if (step.source >= 0 && !red.footholds.contains(step.source)) || isCutOff(program, step) {
            log.append(ended(.stepLost, step, at: now))
        } else {
            log.append(ended(.stepEnded, step, at: now))
            if step.success {
                applyEffect(program, step, at: now, &log)
            } else {
                recordFailure(program, step)
            }
        }
        if red.phase == .active && !tally.goalReached {
            scheduleNextDecision(program, at: now)
        } else {
            red.phase = .done
        }
    }

    /// Whether a network was cut off between a step and its target since the step began.
    private func isCutOff(_ program: Program, _ step: StepInProgress) -> Bool {
        let card = program.cards[Int(step.card)]
        if segmented == 0 || step.target < 0 || step.target == step.source { return false }
        let target = Int(program.hostGroups[program.group(ofHost: step.target)].network)
        let source = step.source < 0 ? 0 : Int(program.hostGroups[program.group(ofHost: step.source)].network)
        if source == target { return false }
        let crosses = card.target == .person ? card.effect.givesAccess : card.target != .domain
        return crosses && (isSegmented(source) || isSegmented(target))
    }

    private func ended(_ kind: Event.Kind, _ step: StepInProgress, at now: Milliseconds) -> Event {
        Event(
            time: now, kind: kind, success: step.success, card: step.card, step: step.number, source: step.source,
            target: step.target, account: step.account)
    }

    // MARK: Chances

    /// Chance of a card at a host or account: its own, times what controls leave, shifted by skill (0.75 … 1.25).
    private func chance(_ program: Program, card: CardRecord, host: Int32, account: Int32) -> Probability {
        var controls = host >= 0 ? program.controls(onHost: host) : program.everywhere
        if account >= 0 {
            let group = program.accountGroups[program.group(ofAccount: account)]
            controls |= group.controls
            if group.mfa { controls |= ControlSet.mfa }
        }
        if host >= 0 && self.host(host).patched { controls |= ControlSet.patching }
        var parts = IntegerMath.scale(card.chance.parts, parts: (3 << 30) + program.adversary.skill / 2)
        for index in card.mitigations {
            let mitigation = program.mitigations[index]
            if controls & mitigation.control != 0 {
                parts = IntegerMath.scale(parts, parts: mitigation.factor.parts)
            }
        }
        return Probability(parts: parts)
    }

    private func weaknessHolds(_ program: Program, card: CardRecord, host: Int32) -> Bool {
        guard let kind = card.vulnerability else { return true }
        return host >= 0 && hasWeakness(program, host: host, kind: kind, services: card.services)
    }

    /// Whether a host has an unpatched weakness of a kind, through one of `services` where those are named.
    func hasWeakness(_ program: Program, host: Int32, kind: VulnerabilityKind, services: ServiceSet) -> Bool {
        if self.host(host).patched { return false }
        for index in program.hostGroups[program.group(ofHost: host)].weaknesses {
            let weakness = program.weaknesses[index]
            if weakness.kind != kind { continue }
            if services != 0 && weakness.services & services == 0 { continue }
            if !program.isPatched(host, weakness, seeds: seeds) { return true }
        }
        return false
    }

    // MARK: Attempts

    private mutating func recordAttempt(_ program: Program, _ choice: Candidate) -> UInt32 {
        let key = RedState.attemptKey(card: choice.card, target: choice.aim(program.cards[choice.card]))
        let slot = red.attempts.touch(key, initial: AttemptRecord())
        red.attempts.records[slot].count += 1
        return red.attempts.records[slot].count - 1
    }

    /// After three tries, or where there is no such weakness, red leaves a target alone.
    private mutating func recordFailure(_ program: Program, _ step: StepInProgress) {
        let card = program.cards[Int(step.card)]
        let hopeless = !weaknessHolds(program, card: card, host: step.target)
        exhaust(program, step, where: { $0.count >= 3 || hopeless })
    }

    mutating func exhaust(
        _ program: Program, _ step: StepInProgress, where isExhausted: (AttemptRecord) -> Bool = { _ in true }
    ) {
        let choice = Candidate(card: Int(step.card), source: step.source, target: step.target, account: step.account)
        let key = RedState.attemptKey(card: choice.card, target: choice.aim(program.cards[choice.card]))
        guard let slot = red.attempts.slot(of: key) else { return }
        if isExhausted(red.attempts.records[slot]) { red.attempts.records[slot].exhausted = true }
    }
}
