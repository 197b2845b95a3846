import Foundation

/// Files of records, packed or not, and standard input.
enum RecordInput {
    /// What is taken from a folder.
    static let extensions = ["json", "jsonl", "ndjson", "jsoncls", "log", "txt", "raw", "tsv", "gz"]
    private static let pieceSize = 1 << 20

    /// The files that arguments mean, each once and in their order; folders with all that is below them, sorted.
    static func files(_ arguments: [String]) throws -> [String] {
        var files: [String] = []
        var seen: Set<String> = []
        for argument in arguments {
            let found = try argument == "-" ? ["-"] : Files.below(argument, extensions: extensions)
            for file in found where seen.insert(file).inserted { files.append(file) }
        }
        if files.isEmpty {
            throw CommandFailure.input("there is no file of records in \(arguments.joined(separator: ", "))")
        }
        return files
    }

    /// Hands over a file's bytes, unpacked, piece by piece. `-` is standard input.
    static func read(_ path: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { if path != "-" { close(descriptor) } }
        var piece = [UInt8](repeating: 0, count: pieceSize)
        var gzip: GzipReader?
        var isFirst = true
        while true {
            let count = piece.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count < 0 { throw unreadable(path) }
            if count == 0 { break }
            try piece.withUnsafeBufferPointer { piece in
                let bytes = UnsafeBufferPointer(rebasing: piece[..<count])
                if isFirst {
                    if bytes.starts(with: "ElfFile\0".utf8) {
                        throw CommandFailure.content(
                            "\(path): this is a Windows event file; turn it into JSON first, for instance with evtx_dump -o jsonl"
                        )
                    }
                    if GzipReader.isGzip(bytes) { gzip = GzipReader() }
                    isFirst = false
                }
                if let gzip { try gzip.read(bytes, body) } else { try body(bytes) }
            }
        }
        if let gzip, !gzip.isComplete { throw GzipReader.Failure(message: "the gzip stream is cut off") }
    }

    private static func unreadable(_ path: String) -> CommandFailure {
        CommandFailure.input("\(path): cannot be read (\(String(cString: strerror(errno))))")
    }
}
