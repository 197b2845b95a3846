import Kernel
import NetworkWorld

/// What each activity leaves on the host itself; what it leaves elsewhere is in the files beside.
extension Chatter {
    /// A record on the host at hand about itself.
    @inline(__always)
    mutating func emit(_ template: UInt16, _ slot: SensorSlot, by account: Int32, after delay: Milliseconds = 0) {
        emitter.emit(template, slot, on: host, from: host, to: host, by: account, after: delay)
    }

    /// One template of a pool, by the bits of the activity.
    @inline(__always)
    func member(_ pool: TemplatePool, _ part: UInt64 = 0) -> UInt16 {
        let range = library.pools[pool.rawValue]
        let drawn = (StableHash.mix(bits &+ part &+ 77) >> 32) &* UInt64(range.count)
        return library.members[range.lowerBound + Int(drawn >> 32)]
    }

    /// A number below `bound`, by the bits of the activity; the same part gives the same.
    @inline(__always)
    func number(below bound: Int, _ part: UInt64) -> Int {
        Int(((StableHash.mix(bits &+ part &* 0x2545_F491_4F6C_DD1D) >> 32) &* UInt64(bound)) >> 32)
    }

    func peer(_ purpose: PeerPurpose, group: HostGroupGround, part: UInt64 = 0) -> Int32 {
        ground.peer(purpose, network: group.network, key: path &+ part)
    }

    /// Whether an ordinary person works on the host at hand; nobody starts a letter as the system.
    private var isSomebodyThere: Bool { person >= 0 }

    mutating func perform(_ activity: Activity, group: HostGroupGround) {
        let windows = group.family == .windows
        switch activity {
        case .program:
            if isSomebodyThere {
                emit(member(group.profile == .station ? .stationProgram : .deskProgram), .endpoint, by: person)
            } else {
                emit(member(windows ? .windowsProgram : .unixProgram), .endpoint, by: systemAccount(3))
            }
        case .systemProgram:
            emit(member(windows ? .windowsProgram : .unixProgram), .endpoint, by: systemAccount(3))
        case .programEnd:
            emit(
                member(windows ? .windowsEnd : .unixEnd), .endpoint,
                by: number(below: 3, 1) == 0 ? systemAccount(2) : person)
        case .deskFile:
            if isSomebodyThere {
                emit(member(.deskFile), .endpoint, by: person)
            } else {
                emit(member(windows ? .windowsFile : .unixFile), .endpoint, by: systemAccount(2))
            }
        case .systemFile: emit(member(windows ? .windowsFile : .unixFile), .endpoint, by: systemAccount(2))
        case .module: emit(member(.module), .endpoint, by: number(below: 2, 1) == 0 ? person : systemAccount(2))
        case .registry: emit(member(.registry), .endpoint, by: number(below: 2, 1) == 0 ? person : systemAccount(2))
        case .job: emit(member(windows ? .windowsJob : .unixJob), .endpoint, by: systemAccount(4))
        case .service: emit(member(windows ? .windowsService : .unixUnit), .endpoint, by: SystemAccount.system)
        case .script: emit(member(.script), .endpoint, by: number(below: 3, 1) == 0 ? person : SystemAccount.system)
        case .logRotation:
            let single = library.singles
            emit(
                number(below: 160, 1) == 0 ? single.logCleared : single.logRotated, .endpoint, by: SystemAccount.system)
        case .lookalike: lookalike(group: group)
        case .tool: emit(member(windows ? .windowsTool : .unixHand), .endpoint, by: systemAccount(4))
        case .access: emit(member(.access), .endpoint, by: SystemAccount.system)
        case .pipe: emit(member(.pipe), .endpoint, by: number(below: 3, 1) == 0 ? SystemAccount.system : person)
        case .component:
            emit(member(.component), .endpoint, by: number(below: 2, 1) == 0 ? SystemAccount.system : person)
        case .nameLookup:
            emitter.emit(
                member(.nameLookup), .endpoint, on: host, from: host, to: peer(.domainController, group: group),
                by: number(below: 3, 1) == 0 ? SystemAccount.network : person, site: site(3))
        case .credentials:
            let other = peer(.files, group: group, part: UInt64(number(below: 3, 2)))
            let account = number(below: 2, 3) == 0 ? person : ground.account(of: group.administrators, key: bits)
            emitter.emit(
                member(.credentials), .endpoint, on: host, from: host, to: other >= 0 ? other : host, by: account)
        case .message:
            let station = peer(.management, group: group)
            emitter.emit(
                member(.message), .endpoint, on: host, from: station >= 0 ? station : host, to: host,
                by: ground.account(of: group.administrators, key: bits))
        case .serverLog: serverLog(group: group)
        case .call: call(group: group)
        case .unlock:
            if !isSomebodyThere { return }
            emit(library.singles.unlock, .endpoint, by: person)
            ask(library.singles.ticketGranting, group: group, by: person)
        case .serviceLogon: serviceLogon(group: group)
        case .accountChange, .directoryRead, .replication, .validation: directoryWork(activity, group: group)
        case .siteVisit, .siteLookup, .lookup, .missingName, .update, .application, .monitoring, .time, .database,
            .backup, .print:
            talk(activity, group: group)
        case .share, .mail, .directory, .failure, .administration: work(activity, group: group)
        case .publicVisit, .probe, .publicMail, .tunnel: serveOutside(activity, group: group)
        case .console, .poll, .report, .set, .switching, .identify, .restart: control(activity, group: group)
        }
    }

    /// A system account, now and then another than the first.
    func systemAccount(_ part: UInt64) -> Int32 {
        let drawn = number(below: 8, part)
        return drawn == 0 ? SystemAccount.network : drawn == 1 ? SystemAccount.local : SystemAccount.system
    }

    /// A ticket that the domain gives to the host at hand.
    mutating func ask(
        _ template: UInt16, group: HostGroupGround, by account: Int32, for target: Int32? = nil,
        after delay: Milliseconds = 40
    ) {
        guard group.domainJoined else { return }
        let controller = peer(.domainController, group: group)
        emitter.emit(
            template, .domainController, on: controller, from: host, to: target ?? controller, by: account, after: delay
        )
    }

    /// The first logon of the day, with what comes with it.
    mutating func logOn(group: HostGroupGround) {
        let single = library.singles
        let controller = peer(.domainController, group: group)
        if controller >= 0 { ask(resolver: single.serviceLookup, for: controller, group: group) }
        ask(single.ticketGranting, group: group, by: person, after: 90)
        emit(single.consoleLogon, .endpoint, by: person, after: 240)
        ask(single.directoryTicket, group: group, by: person, after: 380)
        ask(single.hostTicket, group: group, by: SystemAccount.machine, for: host, after: 460)
        if controller >= 0 {
            exchange(single.flow, from: host, to: controller, port: 389)
            ask(single.filesTicket, group: group, by: person, for: controller, after: 400)
            let task = number(below: 3, 9) == 0
            emitter.emit(
                task ? single.policyTask : single.policyRead, .network,
                on: watched(host, controller),
                from: host, to: controller, by: person, after: 700, port: 445)
            emitter.emit(
                task ? single.policyTaskLogged : single.policyReadLogged, .endpoint, on: controller, from: host,
                to: controller, by: person, after: 702)
        }
        for index in 0..<4 {
            emit(member(.deskProgram, UInt64(index)), .endpoint, by: person, after: Milliseconds(900 + index * 410))
        }
    }

    /// A service account logs on for a service or a job.
    private mutating func serviceLogon(group: HostGroupGround) {
        let account = ground.account(of: group.serviceAccounts, key: path &+ UInt64(number(below: 3, 2)))
        let single = library.singles
        emit(number(below: 3, 1) == 0 ? single.batchLogon : single.serviceLogon, .endpoint, by: account)
        ask(single.ticketGranting, group: group, by: account < 0 ? SystemAccount.machine : account)
    }

    /// A Web server's own log.
    private mutating func serverLog(group: HostGroupGround) {
        let visitor = Place.outside(UInt32(truncatingIfNeeded: StableHash.mix(bits >> 20) % 4096))
        emitter.emit(
            member(.serverLog), .endpoint, on: host, from: group.publicServices == 0 ? host : visitor, to: host,
            by: SystemAccount.anonymous, port: 443)
    }

    /// A procedure called over the network, or a ticket as it passes.
    private mutating func call(group: HostGroupGround) {
        let ticket = number(below: 3, 1) == 0
        let server = peer(ticket || number(below: 2, 2) == 0 ? .domainController : .files, group: group)
        if server < 0 || server == host { return }
        emitter.emit(
            member(ticket ? .ticketWire : .procedureCall), .network, on: watched(host, server), from: host, to: server,
            by: person, port: ticket ? 88 : number(below: 2, 3) == 0 ? 445 : 49_667)
    }
}
