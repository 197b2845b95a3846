/// How the server is reached and where it keeps its data.
public struct WebConfiguration: Sendable {
    /// Address that is listened on.
    public var host = "127.0.0.1"
    /// Port that is listened on; 0 lets the system choose.
    public var port = 8080
    /// The folder that holds everything.
    public var dataFolder = "data"
    /// Files of certificate chain and private key in PEM; plain HTTP where there are none.
    public var certificate: (chain: String, key: String)?

    /// Loopback, plain.
    public init() {}
}
