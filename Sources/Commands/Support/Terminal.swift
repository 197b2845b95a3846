import Foundation

/// What commands say, and whether anybody sees it.
enum Terminal {
    /// Takes what would go to the screen, for whoever runs commands inside a program.
    @TaskLocal static var recorder: TerminalRecorder?

    /// Whether standard error is a screen: then progress is shown.
    static var showsProgress: Bool {
        recorder == nil && isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Whether standard output takes colours: a screen, and `NO_COLOR` is not set.
    static var showsColour: Bool {
        let environment = ProcessInfo.processInfo.environment
        return recorder == nil && isatty(1) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }

    /// Writes a line, or what ends with `terminator`, to standard output.
    static func output(_ text: some CustomStringConvertible, terminator: String = "\n") {
        if let recorder {
            recorder.record(output: text.description + terminator)
        } else {
            print(text.description, terminator: terminator)
        }
    }

    /// Writes bytes to standard output as they are.
    static func output(bytes: [UInt8]) throws {
        if let recorder {
            recorder.record(output: String(decoding: bytes, as: UTF8.self))
        } else {
            do {
                try FileHandle.standardOutput.write(contentsOf: Data(bytes))
            } catch {
                throw CommandFailure.output("standard output: cannot be written (\(Files.reason(error)))")
            }
        }
    }

    /// Writes a line to standard error.
    static func error(_ text: String) {
        if let recorder { recorder.record(error: text + "\n") } else { write(text + "\n") }
    }

    /// Rewrites the progress line; an empty text takes it away.
    static func progress(_ text: String) {
        if showsProgress { write("\r\u{1B}[2K" + text) }
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
