import Kernel

/// Turns columns counted in Unicode scalars into columns counted in bytes, for positions in rising order.
///
/// - Complexity: O(bytes) for all positions of a text together.
struct ByteColumn {
    private let text: [UInt8]
    private var offset = 0
    private var lineStart = 0
    private var line = 1
    private var column = 1

    init(text: [UInt8]) { self.text = text }

    /// The position with its column in bytes. Must not be asked for an earlier position than the last one.
    mutating func position(of scanned: TextPosition) -> TextPosition {
        while line < scanned.line && offset < text.count { step() }
        while line == scanned.line && column < scanned.column && offset < text.count { step() }
        return line == scanned.line ? TextPosition(line: line, column: offset - lineStart + 1) : scanned
    }

    /// Goes on by one Unicode scalar. Line breaks are those of the YAML scanner: CR LF, CR, LF, NEL, LS, PS.
    private mutating func step() {
        let byte = text[offset]
        let next = offset + 1 < text.count ? text[offset + 1] : 0
        var length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        var breaks = byte == 0x0A || byte == 0x0D
        if byte == 0x0D && next == 0x0A { length = 2 }
        if byte == 0xC2 && next == 0x85 { breaks = true }
        if byte == 0xE2 && next == 0x80 && offset + 2 < text.count {
            breaks = text[offset + 2] == 0xA8 || text[offset + 2] == 0xA9
        }
        offset = min(offset + length, text.count)
        if breaks {
            line += 1
            column = 1
            lineStart = offset
        } else {
            column += 1
        }
    }
}
