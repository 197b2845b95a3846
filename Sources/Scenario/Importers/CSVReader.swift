import Kernel

/// A cell of a table with its place.
struct CSVCell: Equatable {
    var text: String
    var position: TextPosition
}

/// A text that is no table.
struct CSVError: Error, Equatable {
    var message: String
    var position: TextPosition
}

/// Reads comma-separated values as RFC 4180 has them: quotes around cells, doubled inside; line breaks as LF or CR LF.
///
/// Spreadsheets of many countries separate with semicolons: the header decides which of both it is.
struct CSVReader {
    /// Bytes of a table, at most.
    static let largest = 64 << 20

    private let bytes: [UInt8]
    private let separator: UInt8
    private var index: Int
    private var line = 1
    private var lineStart = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineStart = index
        let header = bytes[index...].prefix { $0 != 0x0A }
        separator = header.contains(0x3B) && !header.contains(0x2C) ? 0x3B : 0x2C
    }

    /// All rows that are not empty, the header among them.
    static func rows(_ bytes: [UInt8]) throws(CSVError) -> [[CSVCell]] {
        var reader = CSVReader(bytes)
        if bytes.count > largest { throw reader.error("the table is larger than \(largest >> 20) MiB") }
        var rows: [[CSVCell]] = []
        while reader.index < bytes.count {
            let row = try reader.row()
            if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
        }
        return rows
    }

    private var position: TextPosition { TextPosition(line: line, column: index - lineStart + 1) }

    private func error(_ message: String) -> CSVError { CSVError(message: message, position: position) }

    private mutating func row() throws(CSVError) -> [CSVCell] {
        var cells: [CSVCell] = []
        while true {
            cells.append(try cell())
            guard index < bytes.count else { return cells }
            let byte = bytes[index]
            index += 1
            if byte == separator { continue }
            // `cell` stops at separators and line breaks only.
            if byte == 0x0D && index < bytes.count && bytes[index] == 0x0A { index += 1 }
            line += 1
            lineStart = index
            return cells
        }
    }

    private mutating func cell() throws(CSVError) -> CSVCell {
        let start = position
        if index < bytes.count && bytes[index] == 0x22 {
            return CSVCell(text: try quotedText(), position: start)
        }
        let first = index
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D {
            if bytes[index] == 0x22 { throw error("a quote inside a cell; cells with quotes must be quoted whole") }
            index += 1
        }
        return CSVCell(text: Self.trimmed(bytes[first..<index]), position: start)
    }

    private mutating func quotedText() throws(CSVError) -> String {
        let start = error("the quote is never closed")
        index += 1
        var content: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x22 {
                if index < bytes.count && bytes[index] == 0x22 {
                    index += 1
                } else {
                    try expectEndOfCell()
                    return Self.trimmed(content[...])
                }
            } else if byte == 0x0A {
                line += 1
                lineStart = index
            }
            content.append(byte)
        }
        throw start
    }

    private func expectEndOfCell() throws(CSVError) {
        guard index < bytes.count else { return }
        let byte = bytes[index]
        if byte != separator && byte != 0x0A && byte != 0x0D { throw error("text after the closing quote") }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let front = bytes.drop(while: isSpace)
        let back = front.reversed().prefix(while: isSpace).count
        return String(decoding: front.dropLast(back), as: UTF8.self)
    }
}
