/// What blue sees: four bits a host. Activity `00` none, `10` scan, `11` exploit, of this step only; compromised `00`
/// no, `10` unknown, `01` user, `11` privileged, which stays.
extension Cage2State {
    mutating func observe(_ action: Int, rule: Cage2ObservationRule) {
        activityFirst = 0
        activitySecond = 0
        if action >= 2 {
            let bit = Place.bit((action - 2) % Cage2Host.count)
            switch (action - 2) / Cage2Host.count {
            case ActionBlock.remove:
                if (compromisedFirst | compromisedSecond) & bit != 0 { setCompromised(bit, first: true, second: false) }
            case ActionBlock.restore: setCompromised(bit, first: false, second: false)
            default: break
            }
        }
        if events.count > 0 {
            let bit = Place.bit(Int(events.host))
            let followsDecoy = events.host == placedDecoy
            let entries = events.count + (followsDecoy ? 1 : 0)
            if entries >= 3, events.ports >= 3 {
                activityFirst = bit
            } else if events.showsShell || entries >= 3 && events.ports == 1 {
                activityFirst = bit
                activitySecond = bit
                // Even where blue knew of higher rights before.
                setCompromised(bit, first: false, second: true)
            } else if !followsDecoy || rule == .cardiff {
                activityFirst = bit
            }
        }
        setCompromised(suspiciousFiles, first: true, second: true)
    }

    @inline(__always)
    private mutating func setCompromised(_ hosts: HostMask, first: Bool, second: Bool) {
        compromisedFirst = first ? compromisedFirst | hosts : compromisedFirst & ~hosts
        compromisedSecond = second ? compromisedSecond | hosts : compromisedSecond & ~hosts
    }

    /// The 52 bits as bytes 0 and 1, one host after the other.
    ///
    /// - Parameter target: room for 52 bytes.
    @inline(__always)
    func writeObservation(to target: UnsafeMutablePointer<UInt8>) {
        let target = UnsafeMutableRawPointer(target)
        var bits =
            Self.everyFourth(activityFirst) | Self.everyFourth(activitySecond) << 1
            | Self.everyFourth(compromisedFirst) << 2 | Self.everyFourth(compromisedSecond) << 3
        for host in 0..<Cage2Host.count {
            // The product holds the four bits four times, seven places apart: one of each lands lowest in a byte.
            let bytes = UInt32(truncatingIfNeeded: bits & 15) &* 0x0020_4081 & 0x0101_0101
            target.storeBytes(of: bytes.littleEndian, toByteOffset: host * 4, as: UInt32.self)
            bits >>= 4
        }
    }

    /// Moves bit `i` to place `4 * i`.
    @inline(__always)
    private static func everyFourth(_ mask: HostMask) -> UInt64 {
        var bits = UInt64(mask)
        bits = (bits | bits << 24) & 0x0000_00FF_0000_00FF
        bits = (bits | bits << 12) & 0x000F_000F_000F_000F
        bits = (bits | bits << 6) & 0x0303_0303_0303_0303
        return (bits | bits << 3) & 0x1111_1111_1111_1111
    }

    /// The 52 bits in one word, the first lowest.
    @inline(__always)
    var observation: Cage2Observation {
        Cage2Observation(
            activityFirst: activityFirst, activitySecond: activitySecond, compromisedFirst: compromisedFirst,
            compromisedSecond: compromisedSecond)
    }
}
