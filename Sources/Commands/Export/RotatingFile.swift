/// A row of files, each of which ends with a whole line before it grows beyond a size: `ocsf.000001.jsonl` and so on.
final class RotatingFile: LineSink {
    private let open: (Int) throws -> any LineSink
    private let limit: Int
    private let header: [UInt8]
    private var number = 1
    private var size = 0
    private var current: any LineSink
    private var finished: [any LineSink] = []

    /// A row that begins with its first file.
    ///
    /// - Parameters:
    ///   - limit: bytes of a file, before compression; a longer line has a file of its own.
    ///   - header: what every file begins with.
    ///   - open: opens the file with a number.
    init(limit: Int, header: [UInt8], open: @escaping (Int) throws -> any LineSink) throws {
        self.open = open
        self.limit = limit
        self.header = header
        current = try open(1)
        try begin()
    }

    private func begin() throws {
        if !header.isEmpty { try current.append(header) }
        size = header.count
    }

    func append(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            if rest.count <= limit - size {
                size += rest.count
                return try current.append(Array(rest))
            }
            if let end = rest.prefix(max(0, limit - size)).lastIndex(of: 0x0A) {
                try current.append(Array(rest[...end]))
                rest = rest[(end + 1)...]
            } else if size == header.count {
                let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex - 1
                try current.append(Array(rest[...end]))
                rest = rest[(end + 1)...]
            }
            try turn()
        }
    }

    private func turn() throws {
        try current.finish()
        finished.append(current)
        number += 1
        current = try open(number)
        try begin()
    }

    func finish() throws { try current.finish() }

    func discard() {
        for file in finished { file.discard() }
        current.discard()
    }
}
