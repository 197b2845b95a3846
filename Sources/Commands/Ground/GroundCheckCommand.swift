import ArgumentParser
import Foundation
import Ground
import Kernel

/// `thao ground check`: replays every journal of a folder of data.
struct GroundCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Replay every journal in a folder of data and print where it ends.",
        discussion: """
            Looks through the database, then replays the journal of each team by itself. Equal hashes stand for equal
            runs, on every machine. The folder must not be in use by a server.

            EXAMPLES
              thao ground check
              thao ground check --data /var/lib/thao --json
              thao ground check --exercise k7m2xq9pzt
            """)

    @Option(help: ArgumentHelp("The server's folder.", valueName: "folder"))
    var data = "data"

    @Option(help: ArgumentHelp("Only this exercise, as links call it.", valueName: "name"))
    var exercise: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            guard FileManager.default.fileExists(atPath: data) else {
                throw CommandFailure.input("\(data): there is no such folder")
            }
            let ground = try open()
            do throws(GroundError) {
                let checks = try await checks(in: ground)
                await ground.close()
                Terminal.output(json ? Self.document(of: checks) : Self.table(of: checks))
            } catch {
                await ground.close()
                if error.code == .notFound { throw CommandFailure.input("\(data): \(error.message)") }
                throw CommandFailure.negative("\(data): \(error.message)")
            }
        }
    }

    private func open() throws -> Ground {
        do {
            return try Ground(folder: data)
        } catch {
            throw CommandFailure.input("\(data): \(error.message)")
        }
    }

    private func checks(in ground: Ground) async throws(GroundError) -> [ExerciseCheck] {
        if let exercise { return [try await ground.check(try await ground.exercise(publicID: exercise))] }
        var checks: [ExerciseCheck] = []
        var before = Int64.max
        while true {
            let page = try await ground.exercises(before: before, limit: 100)
            for stored in page {
                before = stored.id
                checks.append(try await ground.check(stored))
            }
            if page.count < 100 { return checks }
        }
    }

    private static func table(of checks: [ExerciseCheck]) -> String {
        if checks.isEmpty { return "no exercise" }
        var table = TextTable(["exercise", "phase", "team", "entries", "minute", "state"])
        for check in checks {
            for team in check.teams {
                table.add([
                    check.stored.publicID, check.phase.rawValue, String(team.team.number),
                    TextTable.grouped(team.entries), TextTable.grouped(Int(team.time / .minutes(1))),
                    team.stateHash.hexadecimal,
                ])
            }
        }
        return table.text
    }

    private static func document(of checks: [ExerciseCheck]) -> String {
        var json = JSONWriter(indent: 2)
        json.array { json in
            for check in checks {
                json.object { json in
                    json.member("exercise", check.stored.publicID)
                    json.member("phase", check.phase.rawValue)
                    json.member("time", check.time)
                    json.member("controls", check.controls)
                    json.key("teams")
                    json.array { json in
                        for team in check.teams {
                            json.object { json in
                                json.member("team", team.team.id)
                                json.member("number", team.team.number)
                                json.member("entries", team.entries)
                                json.member("time", team.time)
                                json.member("state", team.stateHash.hexadecimal)
                            }
                        }
                    }
                }
            }
        }
        return json.text
    }
}
