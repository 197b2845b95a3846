import Kernel
import NetworkWorld
import Scenario

/// What comes from outside, and what passes between stations and devices.
extension Chatter {
    /// What the world knocks at.
    private static let probedPorts: [UInt16] = [
        22, 23, 80, 135, 443, 445, 1433, 3306, 3389, 5900, 8080, 8443, 102, 502, 2404,
    ]

    mutating func serveOutside(_ activity: Activity, group: HostGroupGround) {
        let single = library.singles
        // A few addresses come again and again.
        let outside = Place.outside(
            UInt32(truncatingIfNeeded: StableHash.mix(bits >> 20) % (number(below: 2, 8) == 0 ? 64 : 4096)))
        switch activity {
        case .publicVisit:
            let web = group.publicServices & (ServiceKind.https.bit | ServiceKind.http.bit) != 0
            if !web { return insideVisit(group: group) }
            let requests = 1 + min((bits | 1 << 40).trailingZeroBitCount, 4)
            emitter.emit(
                single.allowIn, .firewall, on: host, from: outside, to: host, by: SystemAccount.anonymous, port: 443)
            emitter.emit(
                single.inbound, .network, on: host, from: outside, to: host, by: SystemAccount.anonymous, after: 40,
                port: 443)
            for request in 0..<requests {
                emitter.salt = StableHash.mix(bits &+ UInt64(request))
                emitter.emit(
                    member(.publicVisit, UInt64(request)), .network, on: host, from: outside, to: host,
                    by: SystemAccount.anonymous, after: Milliseconds(60 + request * 310), port: 443)
            }
        case .probe:
            if group.publicServices == 0 { return }
            let port = Self.probedPorts[number(below: Self.probedPorts.count, 1)]
            emitter.emit(
                single.refuseIn, .firewall, on: host, from: outside, to: host, by: SystemAccount.anonymous, port: port)
        case .publicMail:
            let account = ground.anyAccount(key: bits)
            emitter.emit(
                single.inbound, .network, on: host, from: outside, to: host, by: SystemAccount.anonymous, port: 25)
            emitter.emit(
                member(.mailIn), .mail, on: host, from: outside, to: host, by: account, after: 700, port: 25,
                site: site(3))
        default:
            if group.publicServices & ServiceKind.vpn.bit == 0 { return }
            let account = ground.anyAccount(key: bits)
            emitter.emit(
                single.allowTunnel, .firewall, on: host, from: outside, to: host, by: account, port: 1194)
            emitter.emit(single.tunnelLogon, .endpoint, on: host, from: outside, to: host, by: account, after: 900)
        }
    }

    /// A site that only the organisation reaches: its visitors' machines are drawn by the server.
    private mutating func insideVisit(group: HostGroupGround) {
        if group.profile == .device { return }
        let other = peer(.application, group: group, part: UInt64(number(below: 4, 1)))
        if other >= 0 && other != host { exchange(library.singles.flow, from: host, to: other, port: 443) }
        emit(member(group.family == .windows ? .windowsFile : .unixFile), .endpoint, by: SystemAccount.network)
    }

    /// The template for what a device of that protocol is told.
    func command(_ function: ControlFunction, _ group: HostGroupGround) -> UInt16 {
        library.members[
            library.pools[TemplatePool.control.rawValue].lowerBound + function.position + group.control.position]
    }

    mutating func control(_ activity: Activity, group: HostGroupGround) {
        if activity == .console {
            let server = peer(.control, group: group, part: UInt64(number(below: 2, 1)))
            if server < 0 || server == host { return emit(member(.windowsFile), .endpoint, by: SystemAccount.system) }
            exchange(library.singles.flow, from: host, to: server, port: number(below: 2, 2) == 0 ? 4840 : 2404)
            if number(below: 24, 3) == 0 {
                emitter.emit(
                    library.members[library.pools[TemplatePool.operation.rawValue].lowerBound + group.control.position],
                    .endpoint, on: host, from: host, to: server, by: person,
                    port: group.control.port)
            }
            return
        }
        let station = peer(.control, group: group)
        if station < 0 { return }
        let function: ControlFunction
        switch activity {
        case .report: function = .report
        case .set: function = .set
        case .switching: function = .switching
        case .identify: function = .identify
        case .restart: function = .restart
        default: function = .read
        }
        let reports = function == .report
        emitter.emit(
            command(function, group), .network, on: host, from: reports ? host : station, to: reports ? station : host,
            by: SystemAccount.system, port: group.control.port)
        if number(below: 4, 1) == 0 {
            exchange(library.singles.flow, from: station, to: host, port: group.control.port)
        }
    }
}
