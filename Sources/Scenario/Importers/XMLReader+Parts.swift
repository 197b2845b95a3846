import Kernel

/// The parts of an XML text. Each function begins where the reader stands and leaves it behind what it read.
extension XMLReader {
    func error(_ message: String, at offset: Int) -> XMLError {
        XMLError(message: message, position: position(of: offset))
    }

    func cutOff() -> XMLError {
        guard let last = open.last else {
            return error("the file is cut off", at: bytes.count)
        }
        let line = position(of: last.offset).line
        return error("the file is cut off: '\(last.name)', opened in line \(line), is not closed", at: bytes.count)
    }

    func hasPrefix(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    mutating func skip(past end: StaticString) throws(XMLError) {
        index += 2
        while index < bytes.count {
            if hasPrefix(end) {
                index += end.utf8CodeUnitCount
                return
            }
            index += 1
        }
        throw cutOff()
    }

    /// Up to the next `<`. Text is not kept, but outside of the root there must be none.
    mutating func skipText() throws(XMLError) {
        while index < bytes.count && bytes[index] != 0x3C {
            if open.isEmpty && !Self.isSpace(bytes[index]) {
                throw error("text outside of the document's element; expected XML", at: index)
            }
            if bytes[index] == 0x26 { _ = try checkedReference(at: index) }
            index += 1
        }
    }

    mutating func skipDocumentType() throws(XMLError) {
        if hasRoot { throw error("a document type must stand before the first element", at: index) }
        var quote: UInt8 = 0
        var isInside = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x5B {
                isInside = true
            } else if byte == 0x5D {
                isInside = false
            } else if byte == 0x3E && !isInside {
                return
            }
        }
        throw cutOff()
    }

    mutating func closeElement() throws(XMLError) -> XMLEvent {
        let start = index
        index += 2
        let name = try readName()
        skipSpace()
        try expect(0x3E, after: "the closing tag '\(name)'")
        guard let last = open.last else { throw error("'\(name)' closes but was never opened", at: start) }
        if last.name != name {
            let line = position(of: last.offset).line
            throw error("'\(name)' closes where '\(last.name)', opened in line \(line), should", at: start)
        }
        open.removeLast()
        return .end(name: name)
    }

    mutating func openElement() throws(XMLError) -> XMLElement {
        let start = index
        index += 1
        if index < bytes.count && bytes[index] == 0x21 && bytes.count - index < 9 { throw cutOff() }
        if open.isEmpty && hasRoot { throw error("a second document begins here; expected one scan", at: start) }
        if open.count == Self.deepest { throw error("elements are nested more than \(Self.deepest) deep", at: start) }
        var element = XMLElement(name: try readName(), offset: start, attributes: [])
        while true {
            let before = index
            skipSpace()
            guard index < bytes.count else { throw cutOff() }
            if bytes[index] == 0x3E || bytes[index] == 0x2F { break }
            if index == before { throw error("unexpected character in the tag '\(element.name)'", at: index) }
            try readAttribute(into: &element)
        }
        closesAtOnce = bytes[index] == 0x2F
        if closesAtOnce { index += 1 }
        try expect(0x3E, after: "the tag '\(element.name)'")
        open.append((element.name, start))
        hasRoot = true
        return element
    }

    private mutating func readAttribute(into element: inout XMLElement) throws(XMLError) {
        let start = index
        let name = try readName()
        skipSpace()
        try expect(0x3D, after: "the attribute '\(name)'")
        skipSpace()
        guard index < bytes.count else { throw cutOff() }
        let quote = bytes[index]
        if quote != 0x22 && quote != 0x27 { throw error("the value of '\(name)' must be quoted", at: index) }
        index += 1
        let first = index
        while index < bytes.count && bytes[index] != quote {
            if bytes[index] == 0x3C { throw error("'<' in the value of '\(name)'; is its quote missing?", at: index) }
            if bytes[index] == 0x26 { _ = try checkedReference(at: index) }
            index += 1
        }
        guard index < bytes.count else { throw cutOff() }
        if element.attributes.contains(where: { $0.name == name }) {
            throw error("'\(element.name)' has the attribute '\(name)' twice", at: start)
        }
        if element.attributes.count == Self.mostAttributes {
            throw error("'\(element.name)' has more than \(Self.mostAttributes) attributes", at: start)
        }
        element.attributes.append(XMLAttribute(name: name, raw: first..<index))
        index += 1
    }

    private mutating func readName() throws(XMLError) -> String {
        let start = index
        while index < bytes.count && Self.isNameByte(bytes[index]) && index - start < Self.longestName { index += 1 }
        guard index < bytes.count else { throw cutOff() }
        if index == start { throw error("expected a name", at: start) }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while index < bytes.count && Self.isSpace(bytes[index]) { index += 1 }
    }

    private mutating func expect(_ byte: UInt8, after what: String) throws(XMLError) {
        guard index < bytes.count else { throw cutOff() }
        if bytes[index] != byte {
            throw error("expected '\(Character(Unicode.Scalar(byte)))' after \(what)", at: index)
        }
        index += 1
    }

    private func checkedReference(at start: Int) throws(XMLError) -> Int {
        if let (_, end) = reference(at: start) { return end }
        let rest = bytes[start...].prefix(24)
        guard let end = rest.firstIndex(of: 0x3B) else {
            throw start + 24 > bytes.count ? cutOff() : error("'&' begins no reference; expected '&amp;'", at: start)
        }
        let text = String(decoding: bytes[start...end], as: UTF8.self)
        throw error("'\(text)' is not expanded; only lt, gt, amp, quot, apos and character numbers are", at: start)
    }

    /// The character that a reference stands for, and where it ends; nil for anything else.
    func reference(at start: Int) -> (Unicode.Scalar, Int)? {
        guard let end = bytes[start...].prefix(12).firstIndex(of: 0x3B) else { return nil }
        let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
        let scalar: Unicode.Scalar? =
            switch name {
            case "lt": "<"
            case "gt": ">"
            case "amp": "&"
            case "quot": "\""
            case "apos": "'"
            case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
            case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
            default: nil
            }
        return scalar.map { ($0, end + 1) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F, 0x2D, 0x2E, 0x3A, 0x80...: true
        default: false
        }
    }
}
