import ArgumentParser

/// `thao ground`: looks after a server's folder of data while the server does not run.
struct GroundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ground", abstract: "Look after the folder of data of a server that does not run.",
        discussion: """
            EXAMPLES
              thao ground check                        replay every journal in ./data
              thao ground check --data /var/lib/thao
            """,
        subcommands: [GroundCheckCommand.self])
}
