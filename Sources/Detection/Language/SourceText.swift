import Kernel

/// The text of a file of rules, to find where inside a value something stands.
struct SourceText {
    private let text: [UInt8]
    /// The offsets at which lines begin; made when first asked for.
    private var lines: [Int] = []

    init(_ text: [UInt8]) { self.text = text }

    /// Where the character number `offset` of a scalar stands that begins at `start`. Columns count Unicode scalars, as
    /// those of the YAML scanner do.
    ///
    /// What the scanner read and what stands in the file differ in white space (folded lines, indentation) and
    /// quotation marks, so the way there is counted in characters that are neither. Escapes of texts in double
    /// quotation marks count as one.
    ///
    /// - Complexity: O(length of the scalar); the first call O(length of the file).
    mutating func position(of offset: Int, in scalar: String, at start: TextPosition) -> TextPosition {
        if lines.isEmpty { findLines() }
        guard lines.indices.contains(start.line - 1) else { return start }
        let blackBefore = scalar.unicodeScalars.prefix(offset).reduce(0) { Self.isWhite($1) ? $0 : $0 + 1 }
        let rest = String(
            decoding: text[lines[start.line - 1]...].prefix(start.column * 4 + scalar.utf8.count * 8 + 256),
            as: UTF8.self)
        var cursor = Cursor(scalars: rest.unicodeScalars, line: start.line)
        for _ in 1..<max(1, start.column) { cursor.step() }
        guard let first = cursor.scalar, first != "*" else { return start }
        while let property = cursor.scalar, property == "&" || property == "!" {
            while let next = cursor.scalar, !Self.isWhite(next) { cursor.step() }
            while let next = cursor.scalar, Self.isWhite(next) { cursor.step() }
        }
        let quote = cursor.scalar
        if quote == "'" || quote == "\"" { cursor.step() }
        if quote == "|" || quote == ">" {
            let line = cursor.line
            while cursor.scalar != nil && cursor.line == line { cursor.step() }
        }
        // Behind the last character there is only white space, or what follows the value.
        let isAtEnd = offset >= scalar.unicodeScalars.count
        var left = blackBefore
        while let scalar = cursor.scalar {
            if left == 0 && (isAtEnd || !Self.isWhite(scalar)) { return cursor.position }
            cursor.step()
            if Self.isWhite(scalar) { continue }
            left -= 1
            if quote == "'" && scalar == "'" || quote == "\"" && scalar == "\\" { cursor.step() }
        }
        return cursor.position
    }

    private static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    private mutating func findLines() {
        lines = [0]
        for (index, byte) in text.enumerated() {
            let next = index + 1 < text.count ? text[index + 1] : 0
            if byte == 0x0A || byte == 0x0D && next != 0x0A { lines.append(index + 1) }
        }
    }

    /// A place in the text that goes on by one character at a time.
    private struct Cursor {
        private var scalars: String.UnicodeScalarView.Iterator
        private(set) var scalar: Unicode.Scalar?
        private(set) var line: Int
        private var column = 1

        init(scalars: String.UnicodeScalarView, line: Int) {
            self.scalars = scalars.makeIterator()
            self.line = line
            scalar = self.scalars.next()
        }

        var position: TextPosition { TextPosition(line: line, column: column) }

        mutating func step() {
            let last = scalar
            scalar = scalars.next()
            if last == "\n" || last == "\r" && scalar != "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
    }
}
