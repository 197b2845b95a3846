import ArgumentParser
import Foundation
import Scenario

/// Why a command ends without success: what it says on standard error, and its exit code (as in `sysexits.h`).
struct CommandFailure: Error, CustomStringConvertible {
    var description: String
    var code: Int32

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

/// What commands say on standard error, and whether anybody sees it.
enum Terminal {
    /// Whether standard error is a screen: then progress is shown.
    static var showsProgress: Bool { isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb" }

    /// Whether standard output takes colours: a screen, and `NO_COLOR` is not set.
    static var showsColour: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(1) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }

    static func error(_ text: String) { write(text + "\n") }

    /// Rewrites the progress line; an empty text takes it away.
    static func progress(_ text: String) {
        if showsProgress { write("\r\u{1B}[2K" + text) }
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
