/// What a network scan says, before anything is guessed.
struct NmapScan: Equatable {
    var hosts: [ScannedHost] = []
    /// Hosts that the scan found down, those it lists one by one and those it only counts.
    var downCount = 0
    /// Whether the scan reached its end; an interrupted one may be used but should be known as such.
    var isFinished = false
    /// Where the scan's element stands, for messages about the whole.
    var offset = 0
}

/// A host that answered.
struct ScannedHost: Equatable {
    /// Where its element stands.
    var offset: Int
    var address: UInt32?
    /// Kept for messages: the network world knows IPv4 only.
    var hasSixthVersion = false
    var hardwareVendor = ""
    var names: [String] = []
    var ports: [ScannedPort] = []
    var system: ScannedSystem?
    /// Hops from the scanner, where measured.
    var distance: Int?
}

/// An open port.
struct ScannedPort: Equatable {
    var number: Int
    /// `tcp`, `udp`, `sctp`.
    var transport: String
    var service = ""
    var product = ""
    var version = ""
    var system = ""
    var deviceType = ""
    var isEncrypted = false
}

/// The best match of the scan's fingerprints.
struct ScannedSystem: Equatable {
    var name: String
    var accuracy: Int
    var family = ""
    var deviceType = ""
    var vendor = ""
}
