extension JSONValue {
    /// Reads a JSON text (RFC 8259). Duplicate keys, nesting deeper than 256 and anything after the value are errors.
    ///
    /// - Complexity: O(bytes).
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes: bytes)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        if parser.index < bytes.count { throw parser.error("expected the end of the text") }
        return value
    }

    /// Reads a JSON text.
    public static func parse(_ text: String) throws(JSONError) -> JSONValue { try parse(Array(text.utf8)) }
}

/// Recursive descent over bytes; depth is limited, so hostile input cannot exhaust the stack.
private struct JSONParser {
    let bytes: [UInt8]
    var index = 0
    var line = 1
    var lineStart = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var position: TextPosition { TextPosition(line: line, column: index - lineStart + 1) }

    func error(_ message: String) -> JSONError { JSONError(message, at: position) }

    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
            if byte == 0x0A {
                line += 1
                lineStart = index
            }
        }
    }

    mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        if depth > 256 { throw error("nested deeper than 256 levels") }
        skipSpace()
        let start = position
        guard let byte = current else { throw error("expected a value, found the end of the text") }
        switch byte {
        case 0x7B: return JSONValue(.object(try members(depth: depth)), at: start)
        case 0x5B: return JSONValue(.array(try elements(depth: depth)), at: start)
        case 0x22: return JSONValue(.string(try string()), at: start)
        case 0x2D, 0x30...0x39: return JSONValue(.number(try number()), at: start)
        default:
            if take("true") { return JSONValue(.bool(true), at: start) }
            if take("false") { return JSONValue(.bool(false), at: start) }
            if take("null") { return JSONValue(.null, at: start) }
            throw error("expected a value")
        }
    }

    mutating func take(_ word: StaticString) -> Bool {
        let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
        if matches { index += word.utf8CodeUnitCount }
        return matches
    }

    mutating func members(depth: Int) throws(JSONError) -> [JSONValue.Member] {
        index += 1
        var result: [JSONValue.Member] = []
        var seen: Set<String> = []
        skipSpace()
        if current == 0x7D {
            index += 1
            return result
        }
        while true {
            skipSpace()
            guard current == 0x22 else { throw error("expected a key in quotation marks") }
            let place = position
            let name = try string()
            if !seen.insert(name).inserted { throw JSONError("key \"\(name)\" stands twice", at: place) }
            skipSpace()
            guard current == 0x3A else { throw error("expected ':' after the key") }
            index += 1
            result.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            skipSpace()
            if current == 0x2C {
                index += 1
            } else if current == 0x7D {
                index += 1
                return result
            } else {
                throw error("expected ',' or '}'")
            }
        }
    }

    mutating func elements(depth: Int) throws(JSONError) -> [JSONValue] {
        index += 1
        var result: [JSONValue] = []
        skipSpace()
        if current == 0x5D {
            index += 1
            return result
        }
        while true {
            result.append(try value(depth: depth + 1))
            skipSpace()
            if current == 0x2C {
                index += 1
            } else if current == 0x5D {
                index += 1
                return result
            } else {
                throw error("expected ',' or ']'")
            }
        }
    }

    mutating func number() throws(JSONError) -> String {
        let start = index
        if current == 0x2D { index += 1 }
        let firstDigit = index
        try digits()
        if bytes[firstDigit] == 0x30 && index - firstDigit > 1 { throw error("a number must not begin with 0") }
        if current == 0x2E {
            index += 1
            try digits()
        }
        if current == 0x65 || current == 0x45 {
            index += 1
            if current == 0x2B || current == 0x2D { index += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    mutating func digits() throws(JSONError) {
        let start = index
        while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
        if index == start { throw error("expected a digit") }
    }

    mutating func string() throws(JSONError) -> String {
        index += 1
        var text: [UInt8] = []
        while true {
            guard let byte = current else { throw error("the text is not closed") }
            switch byte {
            case 0x22:
                index += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw error("the text is not valid UTF-8")
                }
                return string
            case 0x5C: try escape(into: &text)
            case 0..<0x20: throw error("control characters must be escaped")
            default:
                text.append(byte)
                index += 1
            }
        }
    }

    mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        index += 1
        guard let byte = current else { throw error("the text is not closed") }
        index += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(8)
        case 0x66: text.append(12)
        case 0x6E: text.append(10)
        case 0x72: text.append(13)
        case 0x74: text.append(9)
        case 0x75:
            var unit = try hexadecimal()
            if (0xD800..<0xDC00).contains(unit) {
                guard current == 0x5C, index + 1 < bytes.count, bytes[index + 1] == 0x75 else {
                    throw error("expected the second half of a surrogate pair")
                }
                index += 2
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw error("not a surrogate pair") }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw error("not a Unicode character") }
            text += Array(Character(scalar).utf8)
        default: throw error("unknown escape")
        }
    }

    mutating func hexadecimal() throws(JSONError) -> UInt32 {
        guard index + 4 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw error("expected four hexadecimal digits") }
        index += 4
        return unit
    }
}
