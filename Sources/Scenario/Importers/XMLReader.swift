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

    let bytes: [UInt8]
    var index: Int
    var open: [(name: String, offset: Int)] = []
    var closesAtOnce = false
    var hasRoot = false

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
                if !open.isEmpty { throw cutOff() }
                if !hasRoot { throw error("the file has no XML element", at: index) }
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
