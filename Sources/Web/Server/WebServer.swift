import Ground
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import UnixSignals

/// The server: pages, API and live events over one ground.
public struct WebServer: Sendable {
    let site: Site

    /// A server over an opened ground.
    ///
    /// - Throws: where the program's own files are missing.
    public init(configuration: WebConfiguration, ground: Ground, logger: Logger) throws {
        self.init(site: try Site(configuration: configuration, ground: ground, logger: logger))
    }

    /// A server over a site.
    init(site: Site) { self.site = site }

    /// Serves until SIGTERM or SIGINT, then lets open requests end, closes live events and returns.
    ///
    /// - Parameter onRunning: is told the port once the server listens.
    /// - Throws: where the address is taken, or certificate or key cannot be used.
    public func run(onRunning: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        var group = ServiceGroupConfiguration(
            services: [try service(onRunning: onRunning), ExerciseService(site: site)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: site.logger)
        group.maximumGracefulShutdownDuration = site.configuration.stopTimeout
        try await ServiceGroup(configuration: group).run()
    }

    /// What serves until it is told to stop.
    func service(onRunning: @escaping @Sendable (_ port: Int) async -> Void) throws -> any Service {
        let configuration = site.configuration
        return Application(
            responder: site.table.router(for: site).buildResponder(),
            server: try channel(configuration),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil, backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    configuration.connections, logger: site.logger)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) },
            logger: site.logger)
    }

    private func channel(_ configuration: WebConfiguration) throws -> HTTPServerBuilder {
        let writeTimeout = TimeAmount(configuration.writeTimeout)
        let plain = HTTPServerBuilder.http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ConnectionGuard(writeTimeout: writeTimeout)],
                idleTimeout: TimeAmount(configuration.idleTimeout),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)))
        guard let certificate = configuration.certificate else { return plain }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate.chain).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.key, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        return try .tls(plain, tlsConfiguration: tls)
    }
}

/// Opens the exercises that have not ended, and leaves those that run paused when the server stops.
private struct ExerciseService: Service {
    let site: Site

    func run() async throws {
        // Opening many takes its time; whoever stops the server meanwhile does not wait for the rest.
        try await cancelWhenGracefulShutdown { [site] in try await site.live.openAll() }
        try? await gracefulShutdown()
        await site.live.stop()
    }
}
