/// A text to look for in small letters, with `*` for any bytes and `?` for one character.
struct TextPattern: Sendable, Equatable {
    /// A part of a pattern.
    enum Part: Sendable, Equatable {
        case byte(UInt8)
        case character
        case anything
    }

    /// The parts; where none of them is a wildcard, their bytes are ``literal``.
    private(set) var parts: [Part] = []
    /// The text of a pattern without wildcards.
    private(set) var literal: [UInt8]?
    /// The whole number that a pattern without wildcards is, as decimal digits; nil where it is none.
    private(set) var number: UInt64?
    /// The text of a pattern that has a `*` before and after it and no other wildcard.
    private let inner: [UInt8]?
    /// The parts with anything before and after them.
    private let within: [Part]

    /// A pattern of parts, whose bytes are taken as text and made small.
    init(_ parts: [Part]) {
        var folded: [Part] = []
        var run: [UInt8] = []
        func flush() {
            for byte in LetterCase.folded(run) { folded.append(.byte(byte)) }
            run.removeAll()
        }
        for part in parts {
            if case .byte(let byte) = part {
                run.append(byte)
                continue
            }
            flush()
            if part != .anything || folded.last != .anything { folded.append(part) }
        }
        flush()
        self.parts = folded
        let bytes = folded.compactMap { part in if case .byte(let byte) = part { byte } else { nil } }
        literal = bytes.count == folded.count ? bytes : nil
        let isInner = bytes.count == folded.count - 2 && folded.first == .anything && folded.last == .anything
        inner = isInner ? bytes : nil
        if let literal, literal.first != 0x30 || literal.count == 1, literal.allSatisfy({ $0 &- 0x30 < 10 }) {
            number = UInt64(String(decoding: literal, as: UTF8.self))
        }
        within = [.anything] + folded + [.anything]
    }

    /// The pattern of a field's name.
    init(name: String) { self.init(name.utf8.map { $0 == 0x2A ? .anything : .byte($0) }) }

    /// Whether it has no part but `*`.
    var isAnything: Bool { parts == [.anything] }

    /// Whether it matches a text in small letters: the whole of it, or any part.
    ///
    /// - Complexity: O(bytes · parts), most often O(bytes).
    func matches(_ text: UnsafeBufferPointer<UInt8>, within anyPart: Bool) -> Bool {
        if let literal {
            return literal.withUnsafeBufferPointer {
                anyPart ? Self.contains(text, $0) : text.count == $0.count && Self.isEqual(text, 0, $0)
            }
        }
        if let inner { return inner.withUnsafeBufferPointer { Self.contains(text, $0) } }
        return Self.matches(text, anyPart ? within : parts)
    }

    @inline(__always)
    private static func isEqual(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ part: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var index = 0
        while index < part.count {
            if text[start &+ index] != part[index] { return false }
            index &+= 1
        }
        return true
    }

    private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        if part.isEmpty { return true }
        let first = part[0]
        var start = 0
        let last = text.count - part.count
        while start <= last {
            if text[start] == first && isEqual(text, start, part) { return true }
            start &+= 1
        }
        return false
    }

    /// Matching with one place to go back to, which suffices: a later `*` makes the earlier ones' choices irrelevant.
    private static func matches(_ text: UnsafeBufferPointer<UInt8>, _ parts: [Part]) -> Bool {
        var place = 0
        var part = 0
        var retryPart = -1
        var retryPlace = 0
        while place < text.count || part < parts.count {
            if part < parts.count {
                switch parts[part] {
                case .anything:
                    retryPart = part + 1
                    retryPlace = place
                    part += 1
                    continue
                case .byte(let byte) where place < text.count && text[place] == byte:
                    place += 1
                    part += 1
                    continue
                case .character where place < text.count:
                    place += 1
                    // The rest of a character of several bytes.
                    while place < text.count && text[place] & 0xC0 == 0x80 { place += 1 }
                    part += 1
                    continue
                default: break
                }
            }
            if retryPart < 0 || retryPlace >= text.count { return false }
            retryPlace += 1
            place = retryPlace
            part = retryPart
        }
        return true
    }
}

/// Making letters small.
enum LetterCase {
    /// A text in small letters.
    static func folded(_ text: [UInt8]) -> [UInt8] {
        var copy = text
        let count = copy.withUnsafeMutableBufferPointer { fold($0) }
        return count.map { Array(copy[..<$0]) } ?? Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    }

    /// Makes a text small in place where all of it is ASCII, and gives its length; nil where other letters are in it.
    @inline(__always)
    static func fold(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte &- 0x41 < 26 {
                text[index] = byte | 0x20
            } else if byte >= 128 {
                return nil
            }
            index &+= 1
        }
        return text.count
    }
}
