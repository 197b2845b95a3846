import Kernel
import NetworkWorld
import Scenario

/// The organisation tests its own detection: now and then somebody who may does what an attacker would do, on one host and
/// within a minute, or parts of it. So every value that attacks write also comes without one.
extension Chatter {
    /// How many drills a working day may have, and how likely each is, in parts of 256.
    private static let drills = (count: 2, chance: 128)

    /// The drills that begin in the minute at hand.
    mutating func runDrills(local: LocalTime, minute: Int) {
        if !local.working || local.minute < 9 * 60 || local.minute >= 16 * 60 { return }
        for number in 0..<Self.drills.count {
            let day = seeds.fact(
                0x6472_696C_6C, .drill, target: UInt64(bitPattern: Int64(local.day)), attempt: UInt32(number))
            let begin = 9 * 60 + Int((UInt64(day.words[0]) &* 420) >> 32)
            if local.minute == begin && Int(day.words[1] >> 24) < Self.drills.chance {
                drill(day.words, number: number, minute: minute)
            }
        }
    }

    /// Groups of hosts on which a card's technique may be tried out. Nobody tries out what moves a breaker.
    static func drillGroups(_ card: TechniqueCard, _ ground: GroundTables) -> [Int] {
        if card.target == .controller { return [] }
        return ground.program.hostGroups.indices.filter { index in
            let record = ground.program.hostGroups[index]
            return (card.platforms.isEmpty || card.platforms.contains(record.os))
                && (card.roles.isEmpty || card.roles.contains(record.role))
        }
    }

    private mutating func drill(_ words: Philox.Block, number: Int, minute: Int) {
        let program = ground.program
        if program.cards.isEmpty { return }
        let salt = UInt64(words[2]) << 32 | UInt64(words[3])
        let chosen = Int((UInt64(words[2]) &* UInt64(program.cards.count)) >> 32)
        let card = program.catalogue.cards[chosen]
        // By the greatest hash, so that another group of hosts leaves most drills where they are.
        let best = Self.drillGroups(card, ground).max {
            StableHash.combine(salt, ground.groups[$0].path) < StableHash.combine(salt, ground.groups[$1].path)
        }
        guard let best else { return }
        let group = ground.groups[best]
        let target = group.first + Int32(StableHash.mix(salt &+ 1) % UInt64(group.count))
        let administrator = ground.account(of: group.administrators, key: salt)
        let station = ground.peer(.management, network: group.network, key: salt)
        let fromElsewhere = card.target == .host && !card.fromOutside
        emitter.identity = StableHash.combine(StableHash.mix(salt), UInt64(number))
        emitter.salt = salt
        emitter.time = Milliseconds(minute) * Self.slice
        emitter.end = Milliseconds(minute + 1) * Self.slice
        let step = TraceStep(
            card: chosen, source: card.fromOutside ? Place.none : fromElsewhere && station >= 0 ? station : target,
            target: target, account: administrator, number: Int32(truncatingIfNeeded: salt & 3), success: true,
            duration: 55_000, isThin: true)
        emitter.leave(step, library)
    }
}
