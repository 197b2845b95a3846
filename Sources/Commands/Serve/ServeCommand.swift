import ArgumentParser
import Foundation
import Ground
import Logging
import Scenario
import Web

/// `thao serve`: the training ground in the browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the training ground to browsers, from one folder of data.",
        discussion: """
            The first start prints a link that makes the first administrator. The log goes to standard error as
            JSON lines. SIGINT or SIGTERM stops gracefully.

            EXAMPLES
              thao serve                               on http://127.0.0.1:8080, with ./data
              thao serve --data /var/lib/thao --port 9000
              thao serve --host 0.0.0.0 --certificate chain.pem --key key.pem
              thao serve --open-registration           anybody may make an account
            """)

    @Option(help: ArgumentHelp("The folder that holds everything; made if missing.", valueName: "folder"))
    var data = "data"

    @Option(help: "The address to listen on; 0.0.0.0 for all.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    @Option(help: ArgumentHelp("The chain of certificates for TLS, in PEM.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("The private key for TLS, in PEM.", valueName: "file"))
    var key: String?

    @Flag(help: "Let anybody make an account of a participant.")
    var openRegistration = false

    @Option(help: "What is logged at least: debug, info, notice, warning or error.")
    var logLevel = "info"

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port: 0 to 65535, not \(port).") }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key go together.")
        }
        guard Logger.Level(rawValue: logLevel) != nil else {
            throw ValidationError("--log-level: debug, info, notice, warning or error, not '\(logLevel)'.")
        }
    }

    func run() async throws {
        try await reporting {
            OpenFiles.raiseLimit()
            let ground = try await open()
            do {
                try await serve(ground)
            } catch let failure as CommandFailure {
                await ground.close()
                throw failure
            } catch {
                await ground.close()
                throw CommandFailure.input("\(host):\(port): cannot serve (\(error))")
            }
            await ground.close()
        }
    }

    private func open() async throws -> Ground {
        do {
            return try Ground(folder: data)
        } catch {
            throw CommandFailure.output("\(data): \(error.message)")
        }
    }

    private func serve(_ ground: Ground) async throws {
        var configuration = WebConfiguration()
        configuration.host = host
        configuration.port = port
        configuration.dataFolder = data
        configuration.isRegistrationOpen = openRegistration
        configuration.version = Version.number
        configuration.connections = min(configuration.connections, max(64, OpenFiles.limit - 128))
        if let certificate, let key {
            for file in [certificate, key] where !FileManager.default.isReadableFile(atPath: file) {
                throw CommandFailure.input("\(file): cannot be read")
            }
            configuration.certificate = (certificate, key)
        }
        let level = Logger.Level(rawValue: logLevel) ?? .info
        let logger = Logger(label: "thao") { _ in JSONLogHandler(level: level) }
        let token = try await ground.firstRunToken()
        let server = try WebServer(configuration: configuration, ground: ground, logger: logger)
        let isSecure = configuration.isSecure
        let shown = ["0.0.0.0", "::"].contains(host) ? "localhost" : host
        try await server.run { port in
            let address = "\(isSecure ? "https" : "http")://\(shown):\(port)"
            Terminal.output("Thao Trường: \(address)")
            if let token {
                Terminal.output("Make the first administrator: \(address)/first/\(token)")
            }
            // Who starts it from a script reads the link from a pipe or file.
            fflush(nil)
        }
    }
}
