import Foundation

/// Reading and writing files with messages that people can act on.
enum Files {
    /// The largest file that is read at all.
    static let sizeLimit = 512 << 20

    static func read(_ path: String) throws -> [UInt8] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw CommandFailure.input("\(path): there is no such file")
        }
        if isDirectory.boolValue { throw CommandFailure.input("\(path): this is a folder, not a file") }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        if size > sizeLimit { throw CommandFailure.input("\(path): larger than \(sizeLimit >> 20) MiB") }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw CommandFailure.input("\(path): cannot be read (\(reason(error)))")
        }
    }

    /// A file, or the files below a folder whose names end so; sorted, without what is hidden.
    static func below(_ path: String, extensions: [String]) throws -> [String] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw CommandFailure.input("\(path): there is no such file or folder")
        }
        if !isDirectory.boolValue { return [path] }
        guard let names = FileManager.default.enumerator(atPath: path) else {
            throw CommandFailure.input("\(path): this folder cannot be read")
        }
        let base = path.hasSuffix("/") ? path : path + "/"
        return names.compactMap { $0 as? String }
            .filter { name in
                extensions.contains { name.hasSuffix("." + $0) }
                    && !name.split(separator: "/").contains { $0.hasPrefix(".") }
            }
            .map { base + $0 }
            .filter { FileManager.default.fileExists(atPath: $0, isDirectory: &isDirectory) && !isDirectory.boolValue }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Writes a file in one go: it is there whole or not at all.
    static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure.output("\(path): cannot be written (\(reason(error)))")
        }
    }

    static func createFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure.output("\(path): this folder cannot be made (\(reason(error)))")
        }
    }

    static func reason(_ error: any Error) -> String {
        let error = error as NSError
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError {
            return String(cString: strerror(Int32(cause.code)))
        }
        return error.localizedDescription
    }
}
