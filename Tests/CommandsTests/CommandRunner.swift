import ArgumentParser
import Synchronization

@testable import Commands

/// What a command did.
struct Ran {
    let output: String
    let errors: String
    let code: Int32
}

/// The argument parser checks commands and writes help through shared state: one at a time.
private let parser = Mutex(())

/// The command that arguments ask for.
func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    try parser.withLock { _ in try Thao.parseAsRoot(arguments) }
}

/// Runs a command as the program would, in this process.
func thao(_ arguments: String...) async -> Ran { await thao(arguments) }

/// Runs a command as the program would, in this process.
func thao(_ arguments: [String]) async -> Ran {
    let recorder = TerminalRecorder()
    do {
        var command = try parsed(arguments)
        try await Terminal.$recorder.withValue(recorder) {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        }
        return Ran(output: recorder.output, errors: recorder.errors, code: 0)
    } catch {
        return parser.withLock { _ in
            let message = recorder.errors + Thao.message(for: error)
            return Ran(output: recorder.output, errors: message, code: Thao.exitCode(for: error).rawValue)
        }
    }
}
