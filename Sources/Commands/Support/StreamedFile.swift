import Foundation

/// A file that is written piece by piece beside its final place and moved there when it is whole.
final class StreamedFile {
    private let path: String
    private let partial: String
    private let handle: FileHandle
    private var isInPlace = false

    init(_ path: String) throws {
        self.path = path
        partial = path + ".partial"
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let handle = FileHandle(forWritingAtPath: partial)
        else { throw CommandFailure.output("\(path): cannot be written (\(String(cString: strerror(errno))))") }
        self.handle = handle
    }

    func append(_ bytes: [UInt8]) throws {
        if bytes.isEmpty { return }
        do {
            try bytes.withUnsafeBytes { buffer in
                guard let start = buffer.baseAddress else { return }
                // No copy: the bytes outlive the call, and the handle writes before it returns.
                let data = Data(
                    bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: buffer.count, deallocator: .none)
                try handle.write(contentsOf: data)
            }
        } catch {
            throw CommandFailure.output("\(path): cannot be written (\(Files.reason(error)))")
        }
    }

    /// Closes the file and puts it in its place.
    func finish() throws {
        do {
            try handle.close()
        } catch {
            throw CommandFailure.output("\(path): cannot be written (\(Files.reason(error)))")
        }
        if rename(partial, path) != 0 {
            throw CommandFailure.output("\(path): cannot be written (\(String(cString: strerror(errno))))")
        }
        isInPlace = true
    }

    /// Takes the file away: whole or unfinished, it belongs to something that failed.
    func discard() {
        try? handle.close()
        unlink(isInPlace ? path : partial)
    }
}
