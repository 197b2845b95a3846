/// Texts as bytes: what is the same, where one is in another, and patterns with wildcards.
enum TextMatching {
    /// The lower-case letter of A–Z, any other byte as it is.
    @inline(__always)
    static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Copies bytes in lower case, eight at a time.
    @inline(__always)
    static func fold(_ source: UnsafePointer<UInt8>, count: Int, into target: UnsafeMutablePointer<UInt8>) {
        var index = 0
        while index &+ 8 <= count {
            let word = UnsafeRawPointer(source).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // Each byte below 0x80 gets its high bit by the first sum from A on, by the second from beyond Z on.
            let low = word & 0x7F7F_7F7F_7F7F_7F7F
            let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
            let beyondZ = low &+ 0x2525_2525_2525_2525
            let isLetter = fromA & ~beyondZ & ~word & 0x8080_8080_8080_8080
            UnsafeMutableRawPointer(target).storeBytes(
                of: word | (isLetter &>> 2), toByteOffset: index, as: UInt64.self)
            index &+= 8
        }
        while index < count {
            target[index] = folded(source[index])
            index &+= 1
        }
    }

    /// Whether `count` bytes are the same. O(count).
    @inline(__always)
    static func equal(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
        var index = 0
        while index &+ 8 <= count {
            let one = UnsafeRawPointer(left).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let other = UnsafeRawPointer(right).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if one != other { return false }
            index &+= 8
        }
        while index < count {
            if left[index] != right[index] { return false }
            index &+= 1
        }
        return true
    }

    /// The first place from `start` on where a text that is not empty stands in another. O(count × needle count) at
    /// worst, a byte in a cycle or so for ordinary texts.
    static func find(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard let pattern = needle.baseAddress, let base = text.baseAddress, needle.count <= text.count else {
            return nil
        }
        let last = text.count &- needle.count
        let head = UInt64(pattern[0]) &* 0x0101_0101_0101_0101
        let tail = UInt64(pattern[needle.count &- 1]) &* 0x0101_0101_0101_0101
        var index = start
        while index &+ 7 <= last {
            let raw = UnsafeRawPointer(base)
            let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ head
            let final = raw.loadUnaligned(fromByteOffset: index &+ needle.count &- 1, as: UInt64.self) ^ tail
            let both = first | final
            // The high bit of each byte that is zero in `both`; a byte above a zero may be marked wrongly, which the
            // comparison finds out.
            var marks = (both &- 0x0101_0101_0101_0101) & ~both & 0x8080_8080_8080_8080
            while marks != 0 {
                let place = index &+ (marks.trailingZeroBitCount &>> 3)
                if equal(base + place, pattern, count: needle.count) { return place }
                marks &= marks &- 1
            }
            index &+= 8
        }
        while index <= last {
            if base[index] == pattern[0], equal(base + index, pattern, count: needle.count) { return index }
            index &+= 1
        }
        return nil
    }

    /// How many bytes the character at a place has: a leading byte takes the continuation bytes that it announces, as
    /// far as they are there; any other byte stands alone.
    static func characterLength(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        let announced =
            byte >= 0xF0 && byte < 0xF8 ? 4 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xC0 && byte < 0xE0 ? 2 : 1
        var length = 1
        while length < announced, index + length < text.count, text[index + length] & 0xC0 == 0x80 { length += 1 }
        return length
    }
}
