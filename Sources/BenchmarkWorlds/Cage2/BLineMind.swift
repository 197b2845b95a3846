/// The attacker that goes straight for the operational server: fifteen stages, a step forward after a success, a jump
/// back otherwise. What a stage does is decided when it is first reached, and never again in the episode.
struct BLineMind: Sendable {
    private(set) var stage = 0 as UInt8
    /// Stages that have been reached.
    private(set) var reached: UInt16 = 0
    /// The machine of the user network that stage 1 drew.
    private(set) var userHost: UInt8 = 0

    private static let lastStage = 14

    /// Where a failure leads; an unknown outcome counts as one, so the very first call stays at stage 0.
    @inline(__always)
    private static func stageAfterFailure(of stage: Int) -> Int {
        // Four bits a stage: 0, 1, 2, 2, 2, 2, 5, 5, 5, 5, 9, 9, 9, 12, 13.
        Int(0xDC9_9955_5522_2210 as UInt64 >> UInt64(truncatingIfNeeded: stage * 4) & 15)
    }

    mutating func decide(
        lastSuccess: Success, scanWasBlocked: Bool, draws: inout some DrawSource
    ) -> RedAction {
        var next = Int(stage)
        while true {
            if lastSuccess == .yes {
                next = min(next + 1, Self.lastStage)
            } else {
                next = Self.stageAfterFailure(of: next)
            }
            if reached >> UInt16(truncatingIfNeeded: next) & 1 != 0 { break }
            if next == 1 {
                userHost = UInt8(truncatingIfNeeded: Place.user1 + draws.choice(of: 4))
            } else if next == 12, scanWasBlocked {
                // A scan that reported nothing leaves no address to go for. It starts over, and since the scan counts
                // as a success, at stage 1.
                next = 0
                continue
            }
            reached |= 1 << UInt16(truncatingIfNeeded: next)
            break
        }
        stage = UInt8(truncatingIfNeeded: next)
        return action(of: next)
    }

    private func action(of stage: Int) -> RedAction {
        let user = Int(userHost)
        // Windows machines of the user network know one enterprise server, Linux machines another.
        let enterprise = user <= Place.user2 ? Place.enterprise1 : Place.enterprise0
        return switch stage {
        case 0: RedAction(.sweep, Subnet.user)
        case 1: RedAction(.scan, user)
        case 2: RedAction(.exploit, user)
        case 3: RedAction(.escalate, user)
        case 4: RedAction(.scan, enterprise)
        case 5: RedAction(.exploit, enterprise)
        case 6: RedAction(.escalate, enterprise)
        case 7: RedAction(.sweep, Subnet.enterprise)
        case 8: RedAction(.scan, Place.enterprise2)
        case 9: RedAction(.exploit, Place.enterprise2)
        case 10: RedAction(.escalate, Place.enterprise2)
        case 11: RedAction(.scan, Place.operationalServer)
        case 12: RedAction(.exploit, Place.operationalServer)
        case 13: RedAction(.escalate, Place.operationalServer)
        default: RedAction(.impact, Place.operationalServer)
        }
    }
}
