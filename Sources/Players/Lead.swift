import Kernel

/// A reason to look at a host.
struct Lead: Sendable {
    /// When the record or alert was, ms.
    var time: Milliseconds
    /// Host.
    var host: Int32
    /// Account that goes with it, or −1.
    var account: Int32 = -1
    /// How much it weighs: 1 a trifle, 3 rarely harmless.
    var weight: Int
    /// What it was.
    var source: String
    /// Whether an account that administers was used from somebody else's desk, or any account from a gate for the first time.
    var isOutOfPlace = false
    /// ATT&CK id, or empty.
    var technique = ""
    /// Whether it was an alert.
    var isAlert = false
}
