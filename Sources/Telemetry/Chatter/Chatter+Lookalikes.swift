import NetworkWorld
import Scenario

/// Single records that attacks write too, from ordinary causes: somebody curious, a support call, a new tool tried out.
extension Chatter {
    /// How many of a thousand are what detectors mostly raise alarms at, what they do at times, and what support, backup
    /// and security tools do that looks like an attack. The others stir nobody.
    private static let shares = (much: 42, some: 30, awkward: 6)

    mutating func lookalike(group: HostGroupGround) {
        let drawn = number(below: 1000, 6)
        let shares = Self.shares
        let administrator = ground.account(of: group.administrators, key: bits)
        let account = number(below: 3, 4) == 0 ? person : administrator
        if drawn >= shares.much + shares.some && drawn < shares.much + shares.some + shares.awkward {
            if group.family == .windows { awkward(group: group, by: account) }
            return
        }
        let stir = drawn < shares.much ? TraceStir.much : drawn < shares.much + shares.some ? .some : .none
        let choice = library.lookalikes(group.family, stir)
        if choice.isEmpty { return }
        let chosen = choice[number(below: choice.count, 9)]
        // Only what the internet reaches has visitors from there.
        if chosen.trace.way == .inwards && group.publicServices == 0 { return }
        let other = acquaintance(of: administrator, group: group)
        let begins = chosen.trace.place == .source
        let step = TraceStep(
            card: chosen.card, source: begins ? host : other, target: begins ? other : host, account: account,
            number: Int32(truncatingIfNeeded: bits & 3), success: true, duration: 1)
        emitter.leave(alone: chosen.trace, step)
    }

    private mutating func awkward(group: HostGroupGround, by account: Int32) {
        let other = peer(
            number(below: 2, 5) == 0 ? .files : .application, group: group, part: UInt64(number(below: 3, 7)))
        emitter.emit(
            member(.awkward), .endpoint, on: host, from: host, to: other >= 0 ? other : host, by: account, port: 445,
            site: site(8))
    }

    /// Another host that the one at hand has to do with: where its administrator sits, from where it is managed, or
    /// any that people or services use.
    private func acquaintance(of administrator: Int32, group: HostGroupGround) -> Int32 {
        switch number(below: 4, 5) {
        case 0: return seat(of: administrator, group: group)
        case 1: break
        default:
            let other = Int32(truncatingIfNeeded: number(below: ground.program.hostCount, 7))
            switch ground.groups[Int(ground.program.groupOfHost[Int(other)])].profile {
            case .controller, .device: break
            default: return other
            }
        }
        let station = peer(.management, group: group)
        return station >= 0 ? station : host
    }
}
