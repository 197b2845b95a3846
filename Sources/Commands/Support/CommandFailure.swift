import ArgumentParser

/// Why a command ends without success: what it says on standard error, and its exit code (as in `sysexits.h`).
struct CommandFailure: Error, CustomStringConvertible {
    var description: String
    var code: Int32

    static func usage(_ text: String) -> CommandFailure { CommandFailure(description: text, code: 64) }
    static func content(_ text: String) -> CommandFailure { CommandFailure(description: text, code: 65) }
    static func input(_ text: String) -> CommandFailure { CommandFailure(description: text, code: 66) }
    static func output(_ text: String) -> CommandFailure { CommandFailure(description: text, code: 73) }
    static func negative(_ text: String) -> CommandFailure { CommandFailure(description: text, code: 1) }
}

/// Runs the body of a command and turns failures into a message and an exit code.
func reporting<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
        return try await body()
    } catch let failure as CommandFailure {
        if !failure.description.isEmpty { Terminal.error(failure.description) }
        throw ExitCode(failure.code)
    }
}
