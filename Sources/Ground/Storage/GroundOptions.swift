import Foundation

/// How a ground is opened; the standard values serve a thousand people on two cores.
public struct GroundOptions: Sendable {
    /// The wall clock, in milliseconds since 1970. Tests hand in their own.
    public var now: @Sendable () -> Int64
    /// What hashing a password costs. Only tests go below the standard.
    public var passwordCost = PasswordCost.standard
    /// How many passwords are hashed at once; each takes 32 MiB and a core for about a tenth of a second.
    public var passwordsAtOnce = 2
    /// How many connections read at once; each has its own cache of 2 MiB.
    public var readers = 4
    /// The longest that an activity waits to be written, in milliseconds.
    public var activityDelay: Int64 = 500

    /// The standard values, with the system's clock unless another is given.
    public init(now: @escaping @Sendable () -> Int64 = GroundOptions.systemClock) {
        self.now = now
    }

    /// The system's clock, in milliseconds since 1970.
    public static let systemClock: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }
}
