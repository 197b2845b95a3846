import Ground
import Logging

/// The server's parts, as handlers see them.
final class Site: Sendable {
    let configuration: WebConfiguration
    let ground: Ground
    /// The exercises that are played.
    let live: LiveExercises
    let assets: Assets
    let metrics: Metrics
    let requestMetrics: RequestMetrics
    let visitors = Visitors()
    let scoreboards = ScoreboardDocuments()
    let logger: Logger
    let table: RouteTable
    /// The wall clock, in milliseconds since 1970.
    let now: @Sendable () -> Int64

    /// A site over a ground. Reads the assets.
    ///
    /// - Throws: where the program's own files are missing.
    init(
        configuration: WebConfiguration, ground: Ground, metrics: Metrics = Metrics(), logger: Logger,
        routes: [Route] = Routes.all, shelf: ScenarioShelf? = nil,
        now: @escaping @Sendable () -> Int64 = GroundOptions.systemClock
    ) throws {
        self.configuration = configuration
        self.ground = ground
        live = LiveExercises(
            environment: LiveEnvironment(ground: ground, logger: logger, logMemory: configuration.logMemory),
            shelf: try shelf ?? ScenarioShelf())
        self.metrics = metrics
        self.logger = logger
        self.now = now
        requestMetrics = RequestMetrics(metrics)
        assets = try Assets()
        table = RouteTable(routes)
        ExerciseMetrics.add(to: metrics, ground: ground, environment: live.environment)
    }

    /// Whether requests can be answered: the ground takes reads.
    var isReady: Bool {
        get async { (try? await ground.organisations()) != nil }
    }
}
