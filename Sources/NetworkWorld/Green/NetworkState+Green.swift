import Kernel
import Scenario

/// Consequential green: what ordinary people do that changes what attackers find and defenders see. Its cost follows the
/// number of groups and habits, never of hosts.
extension NetworkState {
    mutating func scheduleGreen(_ program: Program) {
        for index in program.analytics.indices {
            scheduleFalseAlarm(program, analytic: Int32(index), number: 0, after: 0)
        }
        for index in program.simulation.administration.indices {
            scheduleHabit(program, habit: Int32(index), number: 0, after: 0)
        }
        for (index, group) in program.accountGroups.enumerated()
        where group.privilege != .user && group.kind != .service {
            scheduleVisit(program, group: Int32(index), number: 0, after: 0)
        }
    }

    // MARK: False alarms

    private mutating func scheduleFalseAlarm(
        _ program: Program, analytic: Int32, number: Int32, after time: Milliseconds
    ) {
        let record = program.analytics[Int(analytic)]
        if record.falseAlarmEvery == 0 { return }
        let wait = seeds.chance(record.path, .falseAlarm, attempt: UInt32(number)).exponential(
            mean: record.falseAlarmEvery)
        let next = time + max(1, wait)
        if next >= program.duration { return }
        agenda.insert(
            Agenda.Entry(
                time: next, key: StableHash.combine(record.path, 1), kind: AgendaKind.falseAlarm.rawValue,
                first: analytic, second: number))
    }

    mutating func falseAlarm(_ program: Program, analytic: Int32, number: Int32, at now: Milliseconds) {
        let record = program.analytics[Int(analytic)]
        let groups = program.hostGroups.count
        let host = pickHost(program, actor: record.path, .falseAlarmPlace, attempt: UInt32(number)) { group in
            program.covers[record.sensor * groups + group]
        }
        if host >= 0, program.sees(sensor: record.sensor, host: host, seeds: seeds) {
            raiseAlert(
                program, analytic: Int(analytic), host: host, account: program.ownerOf(host), step: 0,
                administrative: false, at: now, attempt: UInt32(number))
        }
        scheduleFalseAlarm(program, analytic: analytic, number: number + 1, after: now)
    }

    // MARK: Habits

    private mutating func scheduleHabit(_ program: Program, habit: Int32, number: Int32, after time: Milliseconds) {
        let model = program.simulation.administration[Int(habit)]
        if model.perDayThousandths <= 0 { return }
        let path = StableHash.of("administration/" + model.name)
        let wait = seeds.chance(path, .habitTime, attempt: UInt32(number))
            .exponential(mean: max(Program.shortestInterval, 86_400_000 * 1000 / model.perDayThousandths))
        let next = time + max(1, wait)
        if next >= program.duration { return }
        agenda.insert(
            Agenda.Entry(
                time: next, key: StableHash.combine(path, 2), kind: AgendaKind.habit.rawValue, first: habit,
                second: number))
    }

    mutating func habitHappens(
        _ program: Program, habit: Int32, number: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        scheduleHabit(program, habit: habit, number: number + 1, after: now)
        let model = program.simulation.administration[Int(habit)]
        guard let card = program.catalogue.cards.firstIndex(where: { $0.id == model.technique }),
            let group = program.simulation.accounts.firstIndex(where: { $0.name == model.account })
        else { return }
        let path = StableHash.of("administration/" + model.name)
        let record = program.accountGroups[group]
        let account =
            record.first
            + Int32(seeds.chance(path, .habitPlace, target: 1, attempt: UInt32(number)).below(Int(record.count)))
        let host = pickHost(program, actor: path, .habitPlace, attempt: UInt32(number)) { index in
            model.on.isEmpty || model.on.contains(program.simulation.hosts[index].name)
        }
        if host < 0 || !self.host(host).isReachable || self.account(account).disabled
            || program.isRemoved(account: account)
        {
            return
        }
        let workstation = program.workstation(ofAccount: account)
        let source = workstation >= 0 ? workstation : host
        log.append(
            Event(
                time: now, kind: .administrativeHabit, card: Int16(card), source: source, target: host,
                account: account,
                detail: Int64(habit)))
        notice(
            program, card: card, source: source, target: host, account: account, step: 0, at: now,
            attempt: UInt32(number), actor: path)
    }

    // MARK: Visits

    /// Each administrator works on about three hosts in eight hours (judgement); a group at most every five minutes.
    private mutating func scheduleVisit(_ program: Program, group: Int32, number: Int32, after time: Milliseconds) {
        let record = program.accountGroups[Int(group)]
        let mean = max(Milliseconds.minutes(5), Milliseconds.hours(8) / (3 * Int64(record.count)))
        let next = time + max(1, seeds.chance(record.path, .visitTime, attempt: UInt32(number)).exponential(mean: mean))
        if next >= program.duration { return }
        agenda.insert(
            Agenda.Entry(
                time: next, key: StableHash.combine(record.path, 3), kind: AgendaKind.visit.rawValue, first: group,
                second: number))
    }

    mutating func visitHappens(
        _ program: Program, group: Int32, number: Int32, at now: Milliseconds, _ log: inout EventLog<Event>
    ) {
        scheduleVisit(program, group: group, number: number + 1, after: now)
        let record = program.accountGroups[Int(group)]
        let minute = program.localMinute(at: now)
        let model = program.simulation.accounts[Int(group)]
        if minute < model.workStartMinute || minute >= model.workEndMinute { return }
        let draw = seeds.chance(record.path, .visitPlace, target: 1, attempt: UInt32(number))
        let account = record.first + Int32(draw.below(Int(record.count)))
        // Tiering: administrators work from their own places and leave nothing where others can reach it.
        let tiered = record.controls & ControlSet.adminTiering != 0
        let groups = program.hostGroups.count
        let host = pickHost(program, actor: record.path, .visitPlace, attempt: UInt32(number)) { index in
            program.relations[Int(group) * groups + index].contains(.administers)
        }
        if host < 0 || !self.host(host).isReachable || self.account(account).disabled
            || program.isRemoved(account: account)
        {
            return
        }
        if !tiered {
            let slot = touch(host: host)
            hosts.records[slot].visitor = account
        }
        log.append(
            Event(
                time: now, kind: .administratorSession, source: program.workstation(ofAccount: account), target: host,
                account: account))
    }

    /// A host among the groups that `isCandidate` admits, each host as likely as another. Groups race, so that a group
    /// that is added leaves the choice as it was unless it wins.
    ///
    /// - Complexity: O(groups).
    func pickHost(
        _ program: Program, actor: UInt64, _ purpose: Purpose, attempt: UInt32, where isCandidate: (Int) -> Bool
    ) -> Int32 {
        var best = UInt64.max
        var host: Int32 = -1
        for (index, group) in program.hostGroups.enumerated() where isCandidate(index) {
            let draw = seeds.chance(actor, purpose, target: group.path, attempt: attempt)
            let time = draw.raceTime(weight: UInt32(group.count))
            if time < best {
                best = time
                host = group.first + Int32(draw.below(Int(group.count)))
            }
        }
        return host >= 0 && program.isRemoved(host: host) ? -1 : host
    }
}

extension Program {
    /// Minute of the local day at an exercise time.
    public func localMinute(at time: Milliseconds) -> Int {
        let seconds = simulation.startEpochSeconds + Int64(simulation.utcOffsetMinutes) * 60 + time / 1000
        return Int(((seconds % 86_400) + 86_400) % 86_400) / 60
    }

    /// The first account whose workstation this is, or −1.
    public func ownerOf(_ host: Int32) -> Int32 {
        let group = hostGroups[group(ofHost: host)]
        for index in group.owners {
            let accounts = accountGroups[Int(owners[index])]
            let ordinal = host - group.first
            if ordinal < accounts.count { return accounts.first + ordinal }
        }
        return -1
    }
}
