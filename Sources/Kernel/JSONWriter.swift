/// Writes JSON text, byte for byte the same for the same calls: keys in the order given, no floating point.
public struct JSONWriter: Sendable {
    /// The UTF-8 text so far.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private let indent: Int
    private var depth = 0

    /// A writer; `indent` > 0 puts every member on its own line.
    public init(indent: Int = 0) { self.indent = indent }

    /// The text so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes an object around what `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) { nested(0x7B, 0x7D, body) }

    /// Writes an array around what `body` writes.
    public mutating func array(_ body: (inout JSONWriter) -> Void) { nested(0x5B, 0x5D, body) }

    /// Writes a member's key; its value is written next.
    public mutating func key(_ name: String) {
        separate()
        appendQuoted(name)
        bytes.append(0x3A)
        if indent > 0 { bytes.append(0x20) }
        needsComma = false
    }

    /// Writes a text.
    public mutating func value(_ text: String) {
        separate()
        appendQuoted(text)
        needsComma = true
    }

    /// Writes an integer.
    public mutating func value(_ number: some BinaryInteger) { raw(String(number)) }

    /// Writes a truth value.
    public mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

    /// Writes null.
    public mutating func null() { raw("null") }

    /// Writes a number with `decimals` digits after the point from an integer scaled by 10^decimals.
    public mutating func value(scaled number: Int64, decimals: Int) {
        var digits = String(number.magnitude)
        while digits.count <= decimals { digits = "0" + digits }
        let point = digits.index(digits.endIndex, offsetBy: -decimals)
        raw((number < 0 ? "-" : "") + digits[..<point] + (decimals > 0 ? "." + digits[point...] : ""))
    }

    /// Writes a member with a text.
    public mutating func member(_ name: String, _ text: String) {
        key(name)
        value(text)
    }

    /// Writes a member with an integer.
    public mutating func member(_ name: String, _ number: some BinaryInteger) {
        key(name)
        value(number)
    }

    /// Writes a member with a truth value.
    public mutating func member(_ name: String, _ flag: Bool) {
        key(name)
        value(flag)
    }

    /// Writes a member with an integer, or null.
    package mutating func member(_ name: String, optional number: Int64?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    /// Writes a member with a list whose elements `body` writes.
    package mutating func list<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ body: (Element, inout JSONWriter) -> Void
    ) {
        key(name)
        array { json in for element in elements { body(element, &json) } }
    }

    /// Writes a parsed value.
    public mutating func value(_ json: JSONValue) {
        switch json.content {
        case .null: null()
        case .bool(let flag): value(flag)
        case .number(let text): raw(text)
        case .string(let text): value(text)
        case .array(let elements): array { writer in for element in elements { writer.value(element) } }
        case .object(let members):
            object { writer in
                for member in members {
                    writer.key(member.name)
                    writer.value(member.value)
                }
            }
        }
    }

    private mutating func raw(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func nested(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(open)
        depth += 1
        needsComma = false
        let start = bytes.count
        body(&self)
        depth -= 1
        if indent > 0 && bytes.count > start { newLine() }
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        // A value that follows its key stays on the key's line.
        if indent > 0 && depth > 0 && !afterKey { newLine() }
    }

    private var afterKey: Bool {
        if bytes.last == 0x20 && bytes.count > 1 { return bytes[bytes.count - 2] == 0x3A && !needsComma }
        return bytes.last == 0x3A && !needsComma
    }

    private mutating func newLine() {
        bytes.append(0x0A)
        for _ in 0..<(indent * depth) { bytes.append(0x20) }
    }

    private mutating func appendQuoted(_ text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: bytes += [0x5C, 0x22]
            case 0x5C: bytes += [0x5C, 0x5C]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x0D: bytes += [0x5C, 0x72]
            case 0x09: bytes += [0x5C, 0x74]
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
