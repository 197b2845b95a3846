import ArgumentParser
import Foundation
import Testing

@testable import Commands

/// The commands that there are, and what they say of themselves.
struct CommandTreeTests {
    private static func tree(_ command: any ParsableCommand.Type, below path: [String] = []) -> [String] {
        let path = path + [command._commandName]
        return [path.joined(separator: " ")]
            + command.configuration.subcommands.flatMap { tree($0, below: path) }
    }

    private static let paths: [[String]] = tree(Thao.self).map { $0.split(separator: " ").map(String.init) }

    @Test func theTreeIsAsDocumented() {
        #expect(
            Self.tree(Thao.self) == [
                "thao", "thao run", "thao replay", "thao review", "thao study", "thao study run",
                "thao study merge", "thao study check", "thao export", "thao detect", "thao list", "thao show",
                "thao validate", "thao schema", "thao import", "thao import nmap", "thao generate", "thao serve",
                "thao ground", "thao ground check",
            ])
    }

    @Test(arguments: paths)
    func helpHasExamplesThatParse(path: [String]) async throws {
        let help = await thao(Array(path.dropFirst()) + ["--help"])
        #expect(help.code == 0)
        #expect(help.errors.contains("EXAMPLES"), "\(path)")
        #expect(help.errors.contains("USAGE: \(path.joined(separator: " "))"))
        let examples = help.errors.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("thao ") }
        #expect(!examples.isEmpty)
        for example in examples {
            // What stands behind two spaces explains; behind > stands the shell.
            let line = example.components(separatedBy: "  ")[0].components(separatedBy: " > ")[0]
            let words = line.split(separator: " ").dropFirst().map(String.init)
            #expect(throws: Never.self, "\(line)") { try parsed(words) }
        }
    }

    @Test func theVersionIsTold() async {
        #expect(await thao("--version").errors == "thao \(Version.number)")
    }

    @Test func unknownWordsAreWrongUsage() async {
        for arguments in [["rum"], ["run"], ["run", "egov", "--sed", "1"], ["run", "egov", "--seed", "-1"]] {
            let ran = await thao(arguments)
            #expect(ran.code == 64, "\(arguments)")
            #expect(!ran.errors.isEmpty && ran.output.isEmpty)
        }
    }
}
