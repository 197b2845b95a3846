// Finding one's way between records.
extension JSONScanner {
    /// How far the present line is indented, if only blanks stand before ``position``; else 0. A line that began in an earlier
    /// piece has more than blanks there.
    var indentation: Int {
        if lineStart < 0 { return 0 }
        for index in lineStart..<position where bytes[index] != 0x20 && bytes[index] != 0x09 { return 0 }
        return position - lineStart
    }

    /// Whether the bracket at ``position`` opens a list of records; nil: the bytes end before one can say.
    var opensList: Bool? {
        for index in position + 1..<max(count, position + 1) where bytes[index] > 0x20 {
            return bytes[index] == 0x7B || bytes[index] == 0x5B || bytes[index] == 0x5D
        }
        return nil
    }

    /// Where the present line ends, which is before its line feed. Nil where it goes on beyond the bytes. O(line).
    func endOfLine(isLast: Bool) -> Int? {
        let end = lineFeed(from: position)
        return end < count || isLast ? end : nil
    }

    /// Takes everything back that was done since another scanner of the same bytes.
    @discardableResult
    mutating func goBack(to start: JSONScanner) -> Int {
        position = start.position
        lines = start.lines
        lineStart = start.lineStart
        return position
    }

    /// Goes to the next line that begins with so many blanks and a brace (−1: to the next line). False where there is none so far;
    /// then it stands where the search has to go on. O(bytes).
    mutating func skip(toLineOf indentation: Int) -> Bool {
        while true {
            let end = lineFeed(from: position)
            if end >= count {
                position = count
                return false
            }
            let next = end + 1
            var index = next
            while index < count && index - next < indentation && (bytes[index] == 0x20 || bytes[index] == 0x09) {
                index += 1
            }
            if index >= count {
                position = end
                return false
            }
            lines += 1
            lineStart = next
            position = next
            if indentation < 0 || index - next == indentation && bytes[index] == 0x7B { return true }
        }
    }

    private func lineFeed(from start: Int) -> Int {
        var index = start
        while index + 8 <= count {
            let places = Words.places(of: 0x0A, in: Words.load(bytes + index))
            if places != 0 { return index + (places.trailingZeroBitCount >> 3) }
            index += 8
        }
        while index < count && bytes[index] != 0x0A { index += 1 }
        return index
    }
}
