import ArgumentParser

@testable import Commands

/// What a command did.
struct Ran {
    let output: String
    let errors: String
    let code: Int32
}

/// Runs a command as the program would, in this process.
func thao(_ arguments: String...) async -> Ran { await thao(arguments) }

/// Runs a command as the program would, in this process.
func thao(_ arguments: [String]) async -> Ran {
    let recorder = TerminalRecorder()
    do {
        var command = try Thao.parseAsRoot(arguments)
        try await Terminal.$recorder.withValue(recorder) {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        }
        return Ran(output: recorder.output, errors: recorder.errors, code: 0)
    } catch {
        let message = recorder.errors + Thao.message(for: error)
        return Ran(output: recorder.output, errors: message, code: Thao.exitCode(for: error).rawValue)
    }
}
