import Crypto
import Foundation

/// The program's own files for browsers, in memory. Their address carries a hash over all of them, so that browsers keep
/// them for ever and yet never have old ones.
struct Assets: Sendable {
    /// One file.
    struct File: Sendable {
        let mediaType: String
        let bytes: [UInt8]
    }

    /// Hash over names and contents.
    let version: String
    private let files: [String: File]

    /// Reads all files.
    init() throws {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Assets")
        var files: [String: File] = [:]
        var hash = SHA256()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            guard let mediaType = Self.mediaType(of: name) else { continue }
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            files[name] = File(mediaType: mediaType, bytes: Array(data))
            hash.update(data: Data("\(name) \(data.count) ".utf8))
            hash.update(data: data)
        }
        self.files = files
        version = Hexadecimal.text(hash.finalize().prefix(8))
    }

    /// A file by its name; nil where there is none.
    subscript(name: String) -> File? { files[name] }

    /// Where browsers find a file.
    func path(_ name: String) -> String {
        precondition(files[name] != nil, "there is no asset \(name)")
        return "/assets/\(version)/\(name)"
    }

    private static func mediaType(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: nil
        }
    }
}
