import Ground
import Logging

/// The server's parts, as handlers see them.
final class Site: Sendable {
    let configuration: WebConfiguration
    let ground: Ground
    let assets: Assets
    let metrics: Metrics
    let requestMetrics: RequestMetrics
    let visitors = Visitors()
    let logger: Logger
    let table: RouteTable

    /// A site over a ground. Reads the assets.
    ///
    /// - Throws: where the program's own files are missing.
    init(
        configuration: WebConfiguration, ground: Ground, metrics: Metrics = Metrics(), logger: Logger,
        routes: [Route] = Routes.all
    ) throws {
        self.configuration = configuration
        self.ground = ground
        self.metrics = metrics
        self.logger = logger
        requestMetrics = RequestMetrics(metrics)
        assets = try Assets()
        table = RouteTable(routes)
    }

    /// Whether requests can be answered: the ground takes reads.
    var isReady: Bool {
        get async { (try? await ground.hasAdministrator) != nil }
    }
}
