import Kernel
import Scenario

/// The tables that attack and detection need.
extension ProgramCompiler {
    mutating func compileAdversary() throws(ProgramError) {
        let index: Int
        if let name = options.adversary {
            guard let found = simulation.adversaries.firstIndex(where: { $0.name == name }) else {
                throw Self.unknown("adversary", name, among: simulation.adversaries.map(\.name))
            }
            index = found
        } else {
            guard !simulation.adversaries.isEmpty else { throw ProgramError("the scenario has no adversary") }
            index = 0
        }
        let model = simulation.adversaries[index]
        var goalGroups = [Bool](repeating: false, count: hostGroups.count)
        var target = -1
        var goalCount = 1
        switch model.goal {
        case .steal:
            target = simulation.assets.firstIndex { $0.name == model.target } ?? -1
            if target >= 0, let group = hostGroupIndex(simulation.assets[target].host) { goalGroups[group] = true }
        case .encrypt:
            var encryptable = 0
            for (group, record) in hostGroups.enumerated() where record.isEncryptable {
                goalGroups[group] = true
                encryptable += Int(record.count)
            }
            goalCount = Self.part(encryptable, model.goalShare)
        case .sabotage:
            target = simulation.processes.firstIndex { $0.name == model.target } ?? -1
            var controllers = 0
            for (group, record) in hostGroups.enumerated() where target >= 0 && Int(record.process) == target {
                goalGroups[group] = true
                controllers += Int(record.count)
            }
            goalCount = Self.part(controllers, model.goalShare)
        }
        adversary = AdversaryRecord(
            index: index, path: StableHash.of("adversaries/" + model.name), goal: model.goal, goalGroups: goalGroups,
            target: target, goalCount: goalCount, skill: UInt64(model.skill), stealth: UInt64(model.stealth),
            tempo: Self.range(model.tempoMilliseconds, atLeast: Program.shortestTempo),
            start: Self.range(model.startMilliseconds))
        compileDistance()
    }

    private static func part(_ count: Int, _ share: Int64) -> Int {
        max(1, Int((Int64(count) * share + (1 << 31)) >> 32))
    }

    /// Steps between networks from each group to the nearest goal group: what a planner is drawn by.
    private mutating func compileDistance() {
        distance = adversary.goalGroups.map { $0 ? 0 : 255 }
        var changed = true
        while changed {
            changed = false
            for from in hostGroups.indices {
                let network = Int(hostGroups[from].network)
                for to in hostGroups.indices where distance[to] < 254 && distance[to] + 1 < distance[from] {
                    let open = reach[network * hostGroups.count + to]
                    let useful = hostGroups[to].role.isController ? open : open & ServiceSet.foothold
                    if useful != 0 {
                        distance[from] = distance[to] + 1
                        changed = true
                    }
                }
            }
        }
    }

    mutating func compileSensors() {
        for sensor in simulation.sensors {
            var coverage = UInt64(sensor.coverage)
            for raised in measures.flatMap(\.coverage) where raised.sensor == sensor.name {
                coverage = max(coverage, UInt64(raised.coverage))
            }
            sensors.append(
                SensorRecord(
                    path: StableHash.of("sensors/" + sensor.name), kind: sensor.kind,
                    coverage: Probability(parts: coverage)))
            for group in simulation.hosts {
                covers.append(
                    sensor.covers.isEmpty || sensor.covers.contains(group.name) || sensor.covers.contains(group.network)
                )
            }
        }
        for (source, analytic) in catalogue.analytics.enumerated() {
            if !simulation.analytics.isEmpty && !simulation.analytics.contains(analytic.id) { continue }
            let path = StableHash.of("analytics/" + analytic.id)
            for (index, sensor) in sensors.enumerated() where sensor.kind == analytic.sensor {
                let delay = analytic.delayMilliseconds
                let lag = simulation.sensors[index].delayMilliseconds
                analytics.append(
                    AnalyticRecord(
                        path: StableHash.combine(path, sensor.path), sensor: index,
                        chance: Probability(parts: UInt64(analytic.chance.likely)),
                        delay: (delay.low + lag.low, delay.likely + lag.likely, delay.high + lag.high),
                        severity: analytic.severity,
                        falseAlarmEvery: falseAlarmInterval(analytic, sensor: index)))
                analyticSource.append(source)
            }
        }
    }

    /// Mean time between what could become a false alarm over all hosts that a sensor covers; on those that it does not
    /// really see, nothing comes of it.
    ///
    /// Beyond a thousand hosts alarms grow with the square root only: a monitoring team tunes its rules to what it can
    /// read (judgement).
    private func falseAlarmInterval(_ analytic: Analytic, sensor: Int) -> Milliseconds {
        var covered = 0
        for (group, record) in hostGroups.enumerated() where covers[sensor * hostGroups.count + group] {
            covered += Int(record.count)
        }
        if covered > 1000 { covered = 1000 + Int(IntegerMath.squareRoot(UInt64(covered - 1000))) }
        let rate = analytic.falseAlarmsPerDayThousandths * Int64(covered)
        return rate <= 0 ? 0 : max(Program.shortestInterval, 86_400_000 * 100 * 1000 / rate)
    }

    mutating func compileCards() {
        let model = simulation.adversaries[adversary.index]
        for card in catalogue.cards {
            let firstMitigation = mitigations.count
            for mitigation in card.loweredBy {
                mitigations.append(
                    MitigationRecord(
                        control: mitigation.control.bit,
                        factor: Probability(parts: UInt64(mitigation.factor.likely))))
            }
            let firstNotice = noticedBy.count
            for (index, analytic) in analytics.enumerated() {
                let kind = sensors[analytic.sensor].kind
                if catalogue.analytics[analyticSource[index]].techniques.contains(card.attackID),
                    let trace = card.everyTrace.first(where: { $0.sensor == kind })
                {
                    noticedBy.append(NoticeRecord(analytic: Int16(index), place: trace.place))
                }
            }
            cards.append(
                CardRecord(
                    path: StableHash.of("cards/" + card.id), tactic: card.tactic, target: card.target,
                    fromOutside: card.fromOutside, access: card.needsAccess,
                    platforms: card.platforms.reduce(0) { $0 | 1 << UInt32($1.ordinal) },
                    roles: card.roles.reduce(0) { $0 | 1 << UInt32($1.ordinal) },
                    services: card.services.reduce(0) { $0 | $1.bit }, vulnerability: card.vulnerability,
                    credential: card.credential, needsDomain: card.needsDomain, effect: card.effect,
                    chance: Probability(parts: UInt64(card.chance.likely)),
                    duration: Self.range(card.durationMilliseconds), loudness: UInt64(card.loudness),
                    mitigations: firstMitigation..<mitigations.count, noticedBy: firstNotice..<noticedBy.count,
                    available: model.techniques.isEmpty || model.techniques.contains(card.id)
                        || model.techniques.contains(card.attackID)))
        }
        for (index, card) in cards.enumerated() where card.available && !card.fromOutside {
            if card.target == .host || card.target == .controller { footholdCards.append(Int16(index)) }
        }
    }
}

extension HostGroupRecord {
    /// Whether files on it can be encrypted by a ransomware crew.
    var isEncryptable: Bool { os == .windowsWorkstation || os == .windowsServer || os == .linux }
}

extension HostRole {
    /// Whether it stands at a physical process.
    var isController: Bool { self == .controller || self == .protectionRelay }
}

extension ServiceSet {
    /// Services through which a foothold can spread.
    static let foothold: ServiceSet = [
        ServiceKind.http, .https, .smb, .rpc, .rdp, .winrm, .ssh, .telnet, .vnc, .vpn, .database, .ftp, .engineering,
    ].reduce(0) { $0 | $1.bit }
}
