import CZlib
import Foundation
import Testing

@testable import Commands

/// `thao export`, and the forms in which telemetry leaves.
struct ExportTests {
    private static let every = "ocsf,ecs,winlogbeat,evtx,zeek,zeek-tsv,syslog"

    /// Runs a short while and gives the journal's path.
    private static func run(_ folder: TemporaryFolder, _ more: String...) async throws -> String {
        let ran = await thao(["run", "egov", "--until", "12min", "--quiet", "--out", folder("run")] + more)
        try #require(ran.code == 0, "\(ran.errors)")
        return folder("run/journal.json")
    }

    @Test(arguments: [[], ["--no-chatter"]])
    func anExportIsWhatTheRunWrote(more: [String]) async throws {
        let folder = try TemporaryFolder()
        let journal = folder("run/journal.json")
        let ran = await thao(
            ["run", "egov", "--until", "12min", "--quiet", "--out", folder("run"), "--format", Self.every] + more)
        #expect(ran.code == 0)
        let export = await thao(
            ["export", journal, "--format", Self.every, "--out", folder("export"), "--truth", folder("truth.jsonl")]
                + more)
        #expect(export.code == 0, "\(export.errors)")
        let written = folder.files.filter { $0.hasPrefix("run/telemetry/") }
        #expect(written.count >= 7 || !more.isEmpty)
        for file in written {
            let other = "export/" + file.dropFirst("run/telemetry/".count)
            #expect(try folder.bytes(file) == folder.bytes(other), "\(file)")
        }
        #expect(folder.files.filter { $0.hasPrefix("export/") }.count == written.count)
        #expect(try folder.bytes("run/truth.jsonl") == folder.bytes("truth.jsonl"))
    }

    @Test func standardOutputTakesOneFormat() async throws {
        let folder = try TemporaryFolder()
        let journal = try await Self.run(folder, "--format", "evtx")
        let export = await thao("export", journal, "--format", "evtx", "--out", "-")
        #expect(export.code == 0)
        #expect(try export.output == folder.text("run/telemetry/evtx.jsonl"))
    }

    @Test func rotatedAndCompressedFilesAreWholeTogether() async throws {
        let folder = try TemporaryFolder()
        let journal = try await Self.run(folder)
        let export = await thao(
            "export", journal, "--out", folder("pieces"), "--rotate", "500KB", "--compress", "gzip")
        #expect(export.code == 0, "\(export.errors)")
        let pieces = folder.files.filter { $0.hasPrefix("pieces/") }
        #expect(pieces.count > 2)
        #expect(pieces.first == "pieces/ocsf.000001.jsonl.gz")
        var whole = Data()
        for piece in pieces {
            let bytes = try Self.inflated(folder.bytes(piece))
            #expect(bytes.count <= 500_000 && bytes.last == 0x0A, "\(piece)")
            whole += bytes
        }
        #expect(try whole == folder.bytes("run/telemetry/ocsf.jsonl"))
    }

    @Test func everyPieceOfALogHasItsHeader() async throws {
        let folder = try TemporaryFolder()
        let journal = try await Self.run(folder)
        let export = await thao(
            "export", journal, "--format", "zeek-tsv", "--out", folder("pieces"), "--rotate", "3KB")
        #expect(export.code == 0, "\(export.errors)")
        let pieces = folder.files.filter { $0.hasPrefix("pieces/zeek/conn.") }
        #expect(pieces.count > 1)
        for piece in pieces { #expect(try folder.text(piece).hasPrefix("#separator \\x09\n"), "\(piece)") }
    }

    @Test func aReceiverGetsEverything() async throws {
        let folder = try TemporaryFolder()
        let journal = try await Self.run(folder, "--format", "syslog")
        let listener = try Listener()
        async let received = listener.receive()
        let export = await thao(
            "export", journal, "--format", "syslog", "--out", "tcp://127.0.0.1:\(listener.port)")
        #expect(export.code == 0, "\(export.errors)")
        #expect(await received == (try folder.bytes("run/telemetry/syslog.log")))
    }

    @Test func nobodyListening() async throws {
        let folder = try TemporaryFolder()
        let journal = try await Self.run(folder)
        let port = try Listener().closed()
        let export = await thao("export", journal, "--out", "tcp://127.0.0.1:\(port)", "--truth", folder("t"))
        #expect(export.code == 73)
        #expect(export.errors.contains("tcp://127.0.0.1:\(port): no connection ("), "\(export.errors)")
        #expect(!folder.files.contains { $0.hasPrefix("t") }, "\(folder.files)")
    }

    @Test(arguments: [
        (["--format", "ocsv"], "--format"), (["--format", ""], "--format"), (["--format", "ocsf,"], "--format"),
        (["--rotate", "12"], "--rotate"), (["--rotate", "99999999999GB"], "--rotate"),
        (["--compress", "zip"], "--compress"), (["--out", "tcp://x"], "names no receiver"),
        (["--out", "tcp://:80"], "names no receiver"), (["--out", "tcp://x:99999"], "names no receiver"),
        (["--out", "-", "--format", "ocsf,ecs"], "one format only"),
        (["--out", "-", "--format", "zeek-tsv"], "zeek-tsv"), (["--out", "-", "--rotate", "1MB"], "--rotate"),
    ])
    func wrongChoicesSayWhatIsRight(arguments: [String], fragment: String) async throws {
        let folder = try TemporaryFolder()
        let journal = try await Self.run(folder, "--no-telemetry")
        let export = await thao(["export", journal] + arguments)
        #expect(export.code == 64, "\(arguments)")
        #expect(export.errors.contains(fragment), "\(export.errors)")
    }

    /// What zlib makes of a gzip file.
    private static func inflated(_ data: Data) throws -> Data {
        var stream = z_stream()
        try #require(inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { inflateEnd(&stream) }
        var input = [UInt8](data)
        var result = [UInt8](repeating: 0, count: 1 << 20)
        let status = input.withUnsafeMutableBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        try #require(status == Z_STREAM_END)
        return Data(result.prefix(result.count - Int(stream.avail_out)))
    }
}
