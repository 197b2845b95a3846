import Kernel

/// What a program's file says of itself: by its name where it is a known one, and hashes that follow from its path.
struct ImageFacts {
    /// Version, description, product, company, name given by its maker: `-` where the file has none.
    let version: String
    let description: String
    let product: String
    let company: String
    let originalName: String
    private let seed: UInt64
    private let isProgram: Bool

    private static let programSuffixes = [".exe", ".dll", ".sys", ".ocx", ".cpl", ".scr", ".com", ".drv"]

    init(_ path: String) {
        let name = RecordShape.baseName(path)
        let key = name.lowercased()
        seed = StableHash.of(path.lowercased())
        isProgram = Self.programSuffixes.contains { key.hasSuffix($0) }
        if let known = ImageTable.windows[key] {
            version = "10.0.22621.\(1 + StableHash.of(key) % 3900) (WinBuild.160101.0800)"
            description = known.description
            product = "Microsoft® Windows® Operating System"
            company = "Microsoft Corporation"
            originalName = known.originalName
        } else if let known = ImageTable.others[key] {
            version = known.version
            description = known.description
            product = known.product
            company = known.company
            originalName = known.originalName
        } else if path.lowercased().hasPrefix("c:\\windows\\") {
            version = "10.0.22621.1 (WinBuild.160101.0800)"
            description = RecordShape.stem(name)
            product = "Microsoft® Windows® Operating System"
            company = "Microsoft Corporation"
            originalName = name
        } else if path.lowercased().hasPrefix("c:\\program files") {
            version = "\(1 + seed % 9).\(seed >> 8 % 10).\(seed >> 16 % 40).0"
            description = RecordShape.stem(name)
            product = RecordShape.stem(name)
            company = RecordShape.stem(name)
            originalName = name
        } else {
            version = "-"
            description = "-"
            product = "-"
            company = "-"
            originalName = "-"
        }
    }

    /// Hexadecimal digits in capitals that follow from the path and a number.
    private func digits(_ count: Int, _ number: UInt64) -> String {
        var text = ""
        var block: UInt64 = 0
        while text.utf8.count < count {
            text += StableHash.combine(seed, number &* 16 &+ block).hexadecimal
            block += 1
        }
        return String(text.prefix(count)).uppercased()
    }

    var sha1: String { digits(40, 1) }
    var md5: String { digits(32, 2) }
    var sha256: String { digits(64, 3) }
    /// Only programs and libraries import functions; the hash of anything else is all zeros.
    var importHash: String { isProgram ? digits(32, 4) : String(repeating: "0", count: 32) }

    /// All four as Sysmon writes them.
    var sysmonHashes: String { "SHA1=\(sha1),MD5=\(md5),SHA256=\(sha256),IMPHASH=\(importHash)" }
}

extension RecordShape {
    /// A file's name without its extension.
    static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
