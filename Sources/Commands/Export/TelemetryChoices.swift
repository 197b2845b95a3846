import ArgumentParser
import Scenario
import Telemetry

/// In which form telemetry is written; shared by the verbs that write it.
struct TelemetryChoices: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            "Formats of the telemetry, with commas between: "
                + TelemetryFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "formats"))
    var list = FormatList(formats: [.ocsf])

    @Option(help: ArgumentHelp("Begin a new file before one grows beyond a size, such as 100MB.", valueName: "size"))
    var rotate: ByteSize?

    @Option(help: ArgumentHelp("Compress files: gzip.", valueName: "way"))
    var compress: Compression?

    /// The formats.
    var formats: [TelemetryFormat] { list.formats }

    /// A sink, or one that compresses on its way to it.
    func compressing(_ sink: any LineSink) throws -> any LineSink {
        guard compress != nil else { return sink }
        do {
            return try CompressingSink(sink)
        } catch {
            sink.discard()
            throw error
        }
    }
}

/// How files are compressed.
enum Compression: String, ExpressibleByArgument, CaseIterable {
    case gzip
}

/// Formats as a command line names them: `ocsf,winlogbeat`.
struct FormatList: ExpressibleByArgument {
    let formats: [TelemetryFormat]

    init(formats: [TelemetryFormat]) { self.formats = formats }

    init?(argument: String) {
        var formats: [TelemetryFormat] = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = TelemetryFormat(rawValue: String(name)) else { return nil }
            if !formats.contains(format) { formats.append(format) }
        }
        self.formats = formats
    }

    var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}

/// A number of bytes as a command line has it: `100MB`, `64KiB`, `1GB`; at least a thousand.
struct ByteSize: ExpressibleByArgument {
    let bytes: Int

    private static let units = [
        "": 1, "B": 1, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "KIB": 1 << 10, "MIB": 1 << 20, "GIB": 1 << 30,
    ]

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let unit = argument.dropFirst(digits.count).drop { $0 == " " }.uppercased()
        guard let number = Int(digits), let factor = Self.units[unit] else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
        guard !overflow && bytes >= 1000 else { return nil }
        self.bytes = bytes
    }
}
