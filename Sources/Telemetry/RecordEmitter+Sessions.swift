import Kernel
import NetworkWorld

/// How somebody administers a host from afar.
enum RemoteWay: Sendable {
    case desktop, powerShell, remoteService, secureShell
}

/// Activities that chatter and the run's own events share.
extension RecordEmitter {
    /// An administrator logs on from afar, does something and leaves.
    ///
    /// - Parameters:
    ///   - source: where they sit; a place outside is possible.
    ///   - tool: what they run there.
    mutating func administer(
        _ way: RemoteWay, _ library: TemplateLibrary, host: Int32, source: Int32, account: Int32, tool: UInt16,
        spread: Milliseconds
    ) {
        let single = library.singles
        let group = ground.groups[Int(ground.program.groupOfHost[Int(host)])]
        let controller = ground.peer(.domainController, network: group.network, key: group.path)
        let pause = max(1, spread / 8)
        emit(single.peerLookup, .network, on: source, from: source, to: host, by: account)
        let connections = library.pools[TemplatePool.handConnection.rawValue]
        if !connections.isEmpty {
            let chosen = way == .desktop ? 0 : Int(StableHash.mix(salt) % UInt64(connections.count))
            emit(
                library.members[connections.lowerBound + chosen], .endpoint, on: source, from: source, to: host,
                by: account, after: pause / 2, port: way == .desktop ? 3389 : way == .secureShell ? 22 : 443)
        }
        switch way {
        case .secureShell:
            emit(single.secureShell, .network, on: host, from: source, to: host, by: account, after: pause, port: 22)
            emit(single.shellLogon, .endpoint, on: host, from: source, to: host, by: account, after: pause * 2)
            for index in library.pools[TemplatePool.shellMessage.rawValue] {
                emit(
                    library.members[index], .endpoint, on: host, from: source, to: host, by: account,
                    after: pause * 2 + Milliseconds(index % 7))
            }
            emit(single.rootSession, .endpoint, on: host, from: source, to: host, by: account, after: pause * 3)
            emit(tool, .endpoint, on: host, from: source, to: host, by: account, after: pause * 4)
            return
        case .desktop:
            // Most people click on a saved connection; a few name the host.
            if StableHash.mix(salt &+ 0x7273_7463) % 80 == 0 {
                emit(single.desktopClient, .endpoint, on: source, from: source, to: host, by: account, after: pause / 3)
            }
            emit(
                single.desktopCredentials, .endpoint, on: source, from: source, to: host, by: account, after: pause / 2)
            emit(single.remoteDesktopTicket, .domainController, on: controller, from: source, to: host, by: account)
            emit(
                single.remoteDesktop, .network, on: host, from: source, to: host, by: account, after: pause, port: 3389)
            emit(single.remoteLogon, .endpoint, on: host, from: source, to: host, by: account, after: pause * 2)
            for (position, index) in library.pools[TemplatePool.session.rawValue].prefix(3).enumerated() {
                emit(
                    library.members[index], .endpoint, on: host, from: source, to: host, by: account,
                    after: position == 2 ? pause * 7 : pause * 2 + Milliseconds(position * 40))
            }
            emit(single.clipboard, .endpoint, on: host, from: source, to: host, by: account, after: pause * 3)
        case .powerShell:
            emit(
                single.serviceConnection, .endpoint, on: source, from: source, to: host, by: SystemAccount.network,
                after: pause / 2, port: 5985)
            emit(single.webTicket, .domainController, on: controller, from: source, to: host, by: account)
            emit(single.flow, .network, on: host, from: source, to: host, by: account, after: pause, port: 5985)
            emit(single.networkLogon, .endpoint, on: host, from: source, to: host, by: account, after: pause * 2)
            emit(single.remoteHost, .endpoint, on: host, from: source, to: host, by: account, after: pause * 3)
            emit(single.remoteScript, .endpoint, on: host, from: source, to: host, by: account, after: pause * 4)
        case .remoteService:
            emit(single.filesTicket, .domainController, on: controller, from: source, to: host, by: account)
            emit(single.adminShare, .network, on: host, from: source, to: host, by: account, after: pause, port: 445)
            emit(single.networkLogon, .endpoint, on: host, from: source, to: host, by: account, after: pause * 2)
            emit(single.adminShareLogged, .endpoint, on: host, from: source, to: host, by: account, after: pause * 2)
            emit(single.serviceControlPipe, .network, on: host, from: source, to: host, by: account, after: pause * 3)
            emit(
                single.createCall, .network, on: host, from: source, to: host, by: account, after: pause * 3, port: 445)
            emit(single.startCall, .network, on: host, from: source, to: host, by: account, after: pause * 4, port: 445)
            emit(single.remoteService, .endpoint, on: host, from: source, to: host, by: account, after: pause * 3)
            emit(single.remoteServiceStart, .endpoint, on: host, from: source, to: host, by: account, after: pause * 4)
        }
        emit(single.privilege, .endpoint, on: host, from: source, to: host, by: account, after: pause * 3)
        emit(tool, .endpoint, on: host, from: source, to: host, by: account, after: pause * 5)
        emit(single.networkLogoff, .endpoint, on: host, from: source, to: host, by: account, after: pause * 7)
    }
}
