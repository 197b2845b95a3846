import Hummingbird
import Logging
import NIOCore

/// What the router carries along with a request.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The remote address, without port.
    let address: String

    /// The context of a request that came over a connection.
    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// The context of a request that came over none.
    init(logger: Logger, address: String) {
        coreContext = CoreRequestContextStorage(source: LoggerSource(logger: logger))
        self.address = address
    }

    private struct LoggerSource: RequestContextSource {
        let logger: Logger
    }
}
