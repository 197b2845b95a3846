import Kernel

/// A text that is no XML, or more of it than is read here.
struct XMLError: Error, Equatable {
    var message: String
    var position: TextPosition
}

/// An element as it opens.
struct XMLElement: Equatable {
    var name: String
    /// Where its `<` stands.
    var offset: Int
    var attributes: [XMLAttribute]
}

/// An attribute; its value is decoded only where somebody asks for it.
struct XMLAttribute: Equatable {
    var name: String
    var raw: Range<Int>
}

/// What ``XMLReader/next()`` found.
enum XMLEvent: Equatable {
    case start(XMLElement)
    case end(name: String)
}

/// Pulls elements out of an XML text.
///
/// Strict where it protects (nesting, quoting, references), and small on purpose: no text content, no namespaces, nothing
/// loaded from anywhere. A document type is skipped and none of its entities is expanded, so a small file stays small.
struct XMLReader {
    /// Elements inside each other, at most.
    static let deepest = 64
    /// Attributes of one element, at most.
    static let mostAttributes = 64
    /// Bytes of a name, at most.
    static let longestName = 128

    private let bytes: [UInt8]
    private var index: Int
    private var open: [(name: String, offset: Int)] = []
    private var closesAtOnce = false
    private var hasRoot = false

    init(_ bytes: [UInt8]) throws(XMLError) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw XMLError(message: "the file is in UTF-16; save it as UTF-8", position: position(of: 0))
        }
    }

    /// The next element that opens or closes; nil at the end of a complete text.
    mutating func next() throws(XMLError) -> XMLEvent? {
        if closesAtOnce, let last = open.popLast() {
            closesAtOnce = false
            return .end(name: last.name)
        }
        while true {
            try skipText()
            if index == bytes.count {
                if !open.isEmpty || !hasRoot { throw cutOff() }
                return nil
            }
            if hasPrefix("<!--") {
                try skip(past: "-->")
            } else if hasPrefix("<![CDATA[") {
                try skip(past: "]]>")
            } else if hasPrefix("<!DOCTYPE") {
                try skipDocumentType()
            } else if hasPrefix("<?") {
                try skip(past: "?>")
            } else if hasPrefix("</") {
                return try closeElement()
            } else {
                return .start(try openElement())
            }
        }
    }

    /// The decoded value of an attribute, or nil where the element has none of that name.
    func value(_ name: String, of element: XMLElement) -> String? {
        guard let attribute = element.attributes.first(where: { $0.name == name }) else { return nil }
        let raw = bytes[attribute.raw]
        if !raw.contains(0x26) { return String(decoding: raw, as: UTF8.self) }
        var decoded: [UInt8] = []
        var place = attribute.raw.lowerBound
        while place < attribute.raw.upperBound {
            // References were checked when the element was read; nil cannot occur.
            if bytes[place] == 0x26, let (scalar, end) = reference(at: place) {
                decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
                place = end
            } else {
                decoded.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Line and column of a byte.
    ///
    /// - Complexity: O(offset); for messages only.
    func position(of offset: Int) -> TextPosition {
        var line = 1
        var lineStart = 0
        for place in 0..<min(offset, bytes.count) where bytes[place] == 0x0A {
            line += 1
            lineStart = place + 1
        }
        return TextPosition(line: line, column: offset - lineStart + 1)
    }
}

extension XMLReader {
    private func error(_ message: String, at offset: Int) -> XMLError {
        XMLError(message: message, position: position(of: offset))
    }

    private func cutOff() -> XMLError {
        guard let last = open.last else {
            return error(hasRoot ? "the file is cut off" : "the file has no XML element", at: bytes.count)
        }
        let line = position(of: last.offset).line
        return error("the file is cut off: '\(last.name)', opened in line \(line), is not closed", at: bytes.count)
    }

    private func hasPrefix(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private mutating func skip(past end: StaticString) throws(XMLError) {
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
    private mutating func skipText() throws(XMLError) {
        while index < bytes.count && bytes[index] != 0x3C {
            if open.isEmpty && !Self.isSpace(bytes[index]) {
                throw error("text outside of the document's element; expected XML", at: index)
            }
            if bytes[index] == 0x26 { _ = try checkedReference(at: index) }
            index += 1
        }
    }

    private mutating func skipDocumentType() throws(XMLError) {
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

    private mutating func closeElement() throws(XMLError) -> XMLEvent {
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

    private mutating func openElement() throws(XMLError) -> XMLElement {
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
        if bytes[index] != byte { throw error("expected '\(Character(Unicode.Scalar(byte)))' after \(what)", at: index) }
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
    private func reference(at start: Int) -> (Unicode.Scalar, Int)? {
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
