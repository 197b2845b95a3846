import Kernel
import NetworkWorld
import Scenario

/// What hosts ask each other and the world.
extension Chatter {
    /// Whose names are looked up.
    private static let asked: [PeerPurpose] = [.files, .application, .domainController, .mail, .management, .database]

    /// A site: the first ones are visited often, those that cards name hardly ever.
    func site(_ part: UInt64) -> UInt16 {
        if library.siteCount > library.commonSites && number(below: 1500, part &+ 1) == 0 {
            return UInt16(library.commonSites + number(below: library.siteCount - library.commonSites, part &+ 2))
        }
        let bound = 1 << 20
        let drawn = number(below: bound, part)
        // The square of a uniform number favours the first ones.
        return UInt16((drawn * drawn / bound) * library.commonSites / bound)
    }

    mutating func talk(_ activity: Activity, group: HostGroupGround) {
        let single = library.singles
        switch activity {
        case .siteVisit: visit(group: group)
        case .siteLookup: lookUp(site: site(3), group: group)
        case .missingName: resolve(single.missingLookup, host, group: group)
        case .lookup:
            let asked = peer(Self.asked[number(below: 6, 1)], group: group, part: UInt64(number(below: 3, 2)))
            if asked >= 0 {
                resolve(single.peerLookup, asked, group: group)
            } else {
                lookUp(site: site(3), group: group)
            }
        case .update:
            let chosen = UInt16(7 + number(below: 3, 1))
            lookUp(site: chosen, group: group)
            download(chosen, by: SystemAccount.machine, group: group)
            emit(
                member(group.family == .windows ? .windowsFile : .unixFile), .endpoint, by: SystemAccount.system,
                after: 900)
        case .application:
            let server = peer(.application, group: group, part: UInt64(number(below: 2, 1)))
            if server < 0 { return visit(group: group) }
            resolve(single.peerLookup, server, group: group)
            call(server, port: 443, connection: single.browserConnection, by: person)
            let ticket = number(below: 3, 4) == 0 ? single.serviceTicket : single.webTicket
            ask(ticket, group: group, by: person, for: server, after: 120)
        case .monitoring:
            let station = peer(.management, group: group)
            if group.profile == .device {
                exchange(single.datagram, from: station, to: host, port: 161)
            } else {
                call(station, port: 443, connection: single.agentConnection, by: SystemAccount.system)
            }
        case .time: exchange(single.datagram, from: host, to: peer(.time, group: group), port: 123)
        case .database:
            call(
                peer(.database, group: group), port: 1433, connection: single.serviceConnection,
                by: SystemAccount.network)
        case .backup:
            let keeper = peer(.backup, group: group)
            exchange(single.bulkFlow, from: host, to: keeper, port: ServiceKind.backup.usualPort)
            if keeper < 0 { return }
            let account = ground.account(of: group.serviceAccounts, key: path)
            emitter.emit(single.networkLogon, .endpoint, on: host, from: keeper, to: host, by: account, after: 300)
        default: exchange(single.flow, from: host, to: peer(.print, group: group), port: 9100)
        }
    }

    /// One page and what it draws in.
    private mutating func visit(group: HostGroupGround) {
        let single = library.singles
        let pieces = 1 + min((bits | 1 << 40).trailingZeroBitCount, 5)
        for piece in 0..<pieces {
            let chosen = site(UInt64(10 + piece * 3))
            emitter.salt = StableHash.mix(bits &+ UInt64(piece))
            let delay = Milliseconds(piece * 230)
            if piece < 2 { lookUp(site: chosen, group: group, after: delay) }
            emitter.emit(
                member(.siteVisit, UInt64(piece)), .proxy, on: host, from: host, to: Place.none, by: person,
                after: delay + 60, port: 443, site: chosen)
        }
        let place = Place.outside(UInt32(truncatingIfNeeded: bits >> 13))
        emitter.emit(
            number(below: 40, 7) == 0 ? single.bulkOutbound : single.outbound, .network, on: host, from: host,
            to: place, by: person, after: 300, port: number(below: 30, 8) == 0 ? 80 : 443)
        emitter.emit(single.allowOut, .firewall, on: host, from: host, to: place, by: person, after: 30, port: 443)
        if number(below: 3, 6) == 0 {
            emitter.emit(
                single.browserConnection, .endpoint, on: host, from: host, to: place, by: person, after: 20,
                port: number(below: 30, 8) == 0 ? 80 : 443)
        }
    }

    private mutating func download(_ site: UInt16, by account: Int32, group: HostGroupGround) {
        emitter.emit(
            member(.siteVisit), .proxy, on: host, from: host, to: Place.none, by: account, after: 200, port: 443,
            site: site)
        let place = Place.outside(UInt32(site))
        emitter.emit(
            library.singles.outbound, .network, on: host, from: host, to: place, by: account, after: 400, port: 443)
    }

    mutating func lookUp(site: UInt16, group: HostGroupGround, after delay: Milliseconds = 0) {
        let text = number(below: 60, 31) == 0
        ask(
            resolver: text ? library.singles.textLookup : library.singles.siteLookup, for: Place.none, group: group,
            after: delay, site: site)
    }

    /// A look-up, which a network sensor at either end sees.
    mutating func ask(
        resolver template: UInt16, for asked: Int32, group: HostGroupGround, after delay: Milliseconds = 0,
        site: UInt16 = 0
    ) {
        let resolver = peer(.resolver, group: group)
        if resolver < 0 { return }
        emitter.emit(
            template, .network, on: watched(host, resolver), from: host, to: asked, by: person, after: delay, port: 53,
            site: site, named: resolver)
    }

    /// The host asks its resolver for another host's name.
    mutating func resolve(_ template: UInt16, _ asked: Int32, group: HostGroupGround) {
        ask(resolver: template, for: asked, group: group)
    }

    /// The end of a connection that a network sensor sees: the source where it sees both.
    func watched(_ source: Int32, _ target: Int32) -> Int32 {
        target < 0 || ground.sensor(.network, host: source) != 255 ? source : target
    }

    /// A connection that the network sees, and the firewall where it leaves the network.
    mutating func exchange(_ template: UInt16, from source: Int32, to target: Int32, port: UInt16) {
        if source < 0 || target < 0 { return }
        emitter.emit(
            template, .network, on: watched(source, target), from: source, to: target, by: person, after: 25, port: port
        )
        let groups = ground.program.groupOfHost
        if ground.groups[Int(groups[Int(source)])].network != ground.groups[Int(groups[Int(target)])].network {
            emitter.emit(
                library.singles.allowInside, .firewall, on: host, from: source, to: target, by: person, after: 10,
                port: port)
        }
    }

    /// A connection of the host at hand, which its endpoint sensor reports now and then.
    mutating func call(_ target: Int32, port: UInt16, connection: UInt16, by account: Int32) {
        if target < 0 { return }
        exchange(library.singles.flow, from: host, to: target, port: port)
        if number(below: 3, 6) == 0 {
            emitter.emit(connection, .endpoint, on: host, from: host, to: target, by: account, after: 5, port: port)
        }
    }
}
