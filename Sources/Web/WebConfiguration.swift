import NIOCore

/// How the server is reached, where it keeps its data, and what it bears.
public struct WebConfiguration: Sendable {
    /// Address that is listened on.
    public var host = "127.0.0.1"
    /// Port that is listened on; 0 lets the system choose.
    public var port = 8080
    /// The folder that holds everything.
    public var dataFolder = "data"
    /// Files of certificate chain and private key in PEM; plain HTTP where there are none.
    public var certificate: (chain: String, key: String)?
    /// Whether anybody may make an account of a participant without an invitation.
    public var isRegistrationOpen = false
    /// Most connections at once; further ones wait until others close.
    public var connections = 10_000
    /// How long a connection may be silent between requests or in the middle of one.
    public var idleTimeout = Duration.seconds(60)
    /// How long a browser may leave an answer unread before its connection is closed.
    public var writeTimeout = Duration.seconds(30)
    /// How long requests may go on after the server was told to stop.
    public var stopTimeout = Duration.seconds(15)
    /// How many bytes of records may be kept in memory for searching, for all exercises together.
    public var logMemory = 2 << 30
    /// The version that the server says it is.
    public var version = "0"

    /// Loopback, plain.
    public init() {}

    /// Whether browsers come over TLS.
    public var isSecure: Bool { certificate != nil }
}
