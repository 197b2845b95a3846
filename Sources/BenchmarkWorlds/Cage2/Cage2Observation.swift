/// What blue sees of the thirteen hosts: 52 bits, four a host.
public struct Cage2Observation: Sendable, Hashable {
    /// How many bits there are.
    public static let bitCount = 52

    /// What a host's connections looked like in the last step.
    public enum Activity: UInt8, Sendable {
        /// Nothing was seen.
        case none
        /// A scan, or an exploit that looked like one.
        case scan
        /// An exploit.
        case exploit
    }

    /// What blue believes of a host.
    public enum Compromise: UInt8, Sendable {
        /// Never seen exploited since the last restore.
        case no
        /// Suspicious processes were removed, and nothing was seen since.
        case unknown
        /// Seen exploited.
        case user
        /// Suspicious files were found.
        case privileged
    }

    let activityFirst: HostMask
    let activitySecond: HostMask
    let compromisedFirst: HostMask
    let compromisedSecond: HostMask

    /// What a host's connections looked like in the last step.
    public func activity(of host: Cage2Host) -> Activity {
        let bit = Place.bit(Int(host.rawValue))
        if activitySecond & bit != 0 { return .exploit }
        return activityFirst & bit != 0 ? .scan : .none
    }

    /// What blue believes of a host.
    public func compromise(of host: Cage2Host) -> Compromise {
        let bit = Place.bit(Int(host.rawValue))
        if compromisedSecond & bit != 0 { return compromisedFirst & bit != 0 ? .privileged : .user }
        return compromisedFirst & bit != 0 ? .unknown : .no
    }

    /// A bit, 0 to 51: activity and compromise of the Defender first.
    public subscript(bit: Int) -> Bool {
        precondition((0..<Self.bitCount).contains(bit), "bits 0 to 51")
        let mask =
            switch bit & 3 {
            case 0: activityFirst
            case 1: activitySecond
            case 2: compromisedFirst
            default: compromisedSecond
            }
        return mask & Place.bit(bit >> 2) != 0
    }
}
