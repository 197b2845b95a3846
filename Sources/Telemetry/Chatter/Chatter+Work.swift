import Kernel
import NetworkWorld
import Scenario

/// Shares, mail, the directory, mistyped passwords, and administrators at work.
extension Chatter {
    mutating func work(_ activity: Activity, group: HostGroupGround) {
        let single = library.singles
        switch activity {
        case .share: share(group: group)
        case .mail: mail(group: group)
        case .directory:
            let controller = peer(.domainController, group: group)
            ask(single.directoryTicket, group: group, by: SystemAccount.machine)
            let ticket = number(below: 2, 1) == 0
            exchange(single.flow, from: host, to: controller, port: ticket ? 88 : 389)
            if ticket && number(below: 3, 6) == 0 {
                emitter.emit(
                    single.ticketConnection, .endpoint, on: host, from: host, to: controller, by: SystemAccount.system,
                    after: 5, port: 88)
            }
        case .failure: failure(group: group)
        default: administration(group: group)
        }
    }

    private mutating func share(group: HostGroupGround) {
        let single = library.singles
        let server = peer(.files, group: group)
        if server < 0 { return emit(member(.deskFile), .endpoint, by: person) }
        if number(below: 4, 1) == 0 {
            ask(
                number(below: 40, 2) == 0 ? single.oldCipherTicket : single.filesTicket, group: group, by: person,
                for: server)
            let template = number(below: 12, 3) == 0 ? single.ntlmLogon : single.networkLogon
            emitter.emit(template, .endpoint, on: server, from: host, to: server, by: person, after: 90)
            if number(below: 40, 6) == 0 {
                emitter.emit(
                    single.ntlmLogon, .endpoint, on: server, from: host, to: server, by: SystemAccount.anonymous,
                    after: 80)
            }
            emitter.emit(single.networkLogoff, .endpoint, on: server, from: host, to: server, by: person, after: 5200)
            emitter.emit(
                single.pipe, .network, on: watched(host, server), from: host, to: server, by: person, after: 60,
                port: 445)
        }
        let write = number(below: 3, 4) == 0
        emitter.emit(
            write ? single.shareWrite : single.shareRead, .network, on: watched(host, server), from: host, to: server,
            by: person, after: 120, port: 445)
        emitter.emit(
            write ? single.shareWriteLogged : single.shareReadLogged, .endpoint, on: server, from: host, to: server,
            by: person, after: 125)
        if number(below: 3, 5) == 0 { exchange(single.flow, from: host, to: server, port: 445) }
    }

    private mutating func mail(group: HostGroupGround) {
        let server = peer(.mail, group: group)
        // The gateway's log speaks of the person's machine where it knows it, else of its own.
        let place = ground.sensor(.mail, host: host) != 255 ? host : server
        let inward = number(below: 3, 1) > 0
        let outside = Place.outside(UInt32(truncatingIfNeeded: bits >> 17))
        emitter.emit(
            member(inward ? .mailIn : .mailOut), .mail, on: place, from: inward ? outside : host, to: server,
            by: person,
            port: 25, site: site(3))
        if server >= 0 { exchange(library.singles.flow, from: host, to: server, port: 443) }
        if inward && number(below: 5, 2) == 0 {
            emit(library.singles.downloadedFile, .endpoint, by: person, after: 3000)
            emit(library.singles.mailProgram, .endpoint, by: person, after: 3400)
        }
    }

    /// Somebody mistypes a password; one time in three twice.
    private mutating func failure(group: HostGroupGround) {
        let single = library.singles
        let attempts = number(below: 3, 1) == 0 ? 2 : 1
        for attempt in 0..<attempts {
            let delay = Milliseconds(attempt * 2600)
            switch group.profile {
            case .desk, .station:
                emit(single.consoleFailure, .endpoint, by: person, after: delay)
                ask(single.preauthenticationFailure, group: group, by: person, after: delay + 30)
            case .domainController:
                let account = ground.anyAccount(key: bits)
                emitter.emit(
                    single.directoryFailure, .domainController, on: host, from: host, to: host, by: account,
                    after: delay)
            case .publicWeb, .publicMail, .unixServer, .controller, .device:
                let outside = group.publicServices != 0
                let account = outside ? SystemAccount.anonymous : ground.account(of: group.administrators, key: bits)
                let source =
                    outside ? Place.outside(UInt32(truncatingIfNeeded: bits >> 9)) : peer(.management, group: group)
                emitter.emit(
                    single.shellFailure, .endpoint, on: host, from: source, to: host, by: account, after: delay)
            case .windowsServer:
                let account = ground.account(of: group.administrators, key: bits)
                emitter.emit(
                    refused(single), .endpoint, on: host, from: seat(of: account, group: group), to: host,
                    by: account,
                    after: delay)
            }
        }
        if group.profile == .desk { emit(single.unlock, .endpoint, by: person, after: 6000) }
    }

    /// Why a logon is refused: mostly a wrong password.
    private func refused(_ single: SingleTemplates) -> UInt16 {
        switch number(below: 10, 7) {
        case 0, 1: single.unknownFailure
        case 2: number(below: 3, 8) == 0 ? single.disabledFailure : single.lockedFailure
        default: single.networkFailure
        }
    }

    /// Where an account sits: its workstation, else a host from which things are managed, else the host itself.
    func seat(of account: Int32, group: HostGroupGround) -> Int32 {
        if account >= 0 {
            let workstation = ground.program.workstation(ofAccount: account)
            if workstation >= 0 { return workstation }
        }
        let station = peer(.management, group: group)
        return station >= 0 ? station : host
    }

    private mutating func administration(group: HostGroupGround) {
        if group.administrators.isEmpty { return }
        let account = ground.account(of: group.administrators, key: bits)
        let source = seat(of: account, group: group)
        let windows = group.family == .windows
        // What detectors fire on is the exception, not the rule.
        let drawn = number(below: 200, 1)
        let way: RemoteWay = drawn == 0 ? .powerShell : drawn == 1 ? .remoteService : .desktop
        emitter.administer(
            windows ? way : .secureShell, library, host: host, source: source, account: account,
            tool: member(
                windows ? (number(below: 3, 5) == 0 ? .windowsAdministration : .windowsHand) : .unixAdministration),
            spread: 24_000)
        if windows && number(below: 400, 2) == 0 {
            emitter.emit(
                library.singles.driveShareLogged, .endpoint, on: host, from: source, to: host, by: account, after: 9000)
            emitter.emit(
                library.singles.driveShare, .network, on: host, from: source, to: host, by: account, after: 9000,
                port: 445)
        }
        if number(below: 500, 3) == 0 { emit(library.singles.newCredentials, .endpoint, by: account, after: 11_000) }
    }

    /// What a domain controller does for itself and writes about others.
    mutating func directoryWork(_ activity: Activity, group: HostGroupGround) {
        let single = library.singles
        let account = ground.anyAccount(key: bits)
        let workstation = account >= 0 ? ground.program.workstation(ofAccount: account) : host
        let source = workstation >= 0 ? workstation : host
        switch activity {
        case .accountChange:
            // People change their own password; everything else an administrator does to them.
            if account < 0 { return }
            let own = number(below: 2, 1) == 0
            let administrator = ground.account(of: group.administrators, key: bits)
            emitter.emit(
                own ? single.passwordChange : member(.accountChange), .domainController, on: host,
                from: own ? source : seat(of: administrator, group: group), to: account,
                by: own ? account : administrator)
        case .directoryRead:
            emitter.emit(
                member(.directoryRead), .domainController, on: host, from: source, to: host,
                by: number(below: 500, 1) == 0 ? account : SystemAccount.machine)
        case .replication:
            let other = peer(.domainController, group: group, part: UInt64(number(below: 2, 1)))
            exchange(single.flow, from: host, to: other, port: number(below: 2, 2) == 0 ? 135 : 389)
            if number(below: 4, 3) == 0 && other >= 0 && other != host {
                emitter.emit(
                    single.replicationCall, .network, on: watched(host, other), from: host, to: other,
                    by: SystemAccount.machine, after: 60, port: 49_667)
            }
        default:
            emitter.emit(
                number(below: 9, 1) == 0 ? single.directoryFailure : single.domainValidation, .domainController,
                on: host,
                from: number(below: 12, 5) == 0 ? Place.outside(UInt32(truncatingIfNeeded: bits >> 11)) : source,
                to: host, by: account)
        }
    }
}
