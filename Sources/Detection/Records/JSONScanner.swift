/// Reads one JSON object where it lies and notes where the wanted scalars are. Nothing is decoded or allocated; what nobody wants is
/// passed over. Lenient inside texts (control characters other than line feeds, unknown escapes, invalid UTF-8 are let through),
/// strict in structure. The pointers must outlive the scanner.
struct JSONScanner {
    /// A scalar: raw, texts without their quotes.
    struct Scalar {
        /// By ``PathTree``; −1: a place that nobody named.
        var node: Int32
        var start: Int32
        var count: Int32
        var kind: RecordFields.Kind
    }

    /// How a scan ended.
    enum Outcome { case record, incomplete, failed }

    /// Deeper objects and lists are refused.
    static let depthLimit = 64

    let bytes: UnsafePointer<UInt8>
    let count: Int
    let keys: KeyTable.View
    let otherwise: UnsafePointer<Int32>
    let isNamedValue: UnsafePointer<Bool>
    let scalars: UnsafeMutablePointer<Scalar>
    let capacity: Int
    /// Whether scalars in places that nobody named are noted as well.
    var takesEverything = false

    /// The next byte.
    var position = 0
    /// Line feeds before ``position``.
    var lines = 0
    /// Where the line of ``position`` begins.
    var lineStart = 0
    /// How many scalars the last record has.
    var found = 0
    /// What was wrong, and where: the ``position``.
    private(set) var failure: StaticString?

    private var textStart = 0
    private var textEnd = 0

    /// A scanner at the beginning of its bytes.
    init(
        bytes: UnsafePointer<UInt8>, count: Int, keys: KeyTable.View, otherwise: UnsafePointer<Int32>,
        isNamedValue: UnsafePointer<Bool>, scalars: UnsafeMutablePointer<Scalar>, capacity: Int
    ) {
        self.bytes = bytes
        self.count = count
        self.keys = keys
        self.otherwise = otherwise
        self.isNamedValue = isNamedValue
        self.scalars = scalars
        self.capacity = capacity
    }

    /// Scans the object that begins at ``position``, which is a brace. O(bytes).
    mutating func scan() -> Outcome {
        found = 0
        failure = nil
        position += 1
        if object(PathTree.root, 1) { return .record }
        return failure == nil ? .incomplete : .failed
    }

    /// Passes over blanks, counting lines. False where the bytes end.
    @inline(__always)
    mutating func skipBlanks() -> Bool {
        while position < count {
            let byte = bytes[position]
            if byte > 0x20 { return true }
            if byte == 0x0A {
                lines += 1
                lineStart = position + 1
            } else if byte != 0x20 && byte != 0x09 && byte != 0x0D {
                return true
            }
            position += 1
        }
        return false
    }

    private mutating func fail(_ text: StaticString) -> Bool {
        failure = text
        return false
    }

    /// The members of an object, after its opening brace.
    private mutating func object(_ node: Int32, _ depth: Int) -> Bool {
        if depth > Self.depthLimit { return fail("objects and lists are nested deeper than 64") }
        let first = found
        guard skipBlanks() else { return false }
        if bytes[position] == 0x7D {
            position += 1
            return true
        }
        while true {
            guard bytes[position] == 0x22 else { return fail("a member's name in quotes is expected") }
            position += 1
            guard text() else { return false }
            let child = node < 0 ? -1 : lookUp(node)
            guard skipBlanks() else { return false }
            guard bytes[position] == 0x3A else { return fail("a colon is expected") }
            position += 1
            guard skipBlanks(), value(child, depth), skipBlanks() else { return false }
            let byte = bytes[position]
            if byte == 0x7D { break }
            guard byte == 0x2C else { return fail("a comma or a closing brace is expected") }
            position += 1
            guard skipBlanks() else { return false }
        }
        position += 1
        if node >= 0 && isNamedValue[Int(node)] { name(from: first) }
        return true
    }

    /// The elements of a list, after its opening bracket.
    private mutating func list(_ node: Int32, _ depth: Int) -> Bool {
        if depth > Self.depthLimit { return fail("objects and lists are nested deeper than 64") }
        guard skipBlanks() else { return false }
        if bytes[position] == 0x5D {
            position += 1
            return true
        }
        while true {
            guard value(node, depth), skipBlanks() else { return false }
            let byte = bytes[position]
            position += 1
            if byte == 0x5D { return true }
            guard byte == 0x2C else {
                position -= 1
                return fail("a comma or a closing bracket is expected")
            }
            guard skipBlanks() else { return false }
        }
    }

    @inline(__always)
    private mutating func value(_ node: Int32, _ depth: Int) -> Bool {
        switch bytes[position] {
        case 0x22:
            position += 1
            guard text() else { return false }
            return note(node, textStart, textEnd, .text)
        case 0x7B:
            position += 1
            return object(node, depth + 1)
        case 0x5B:
            position += 1
            return list(node, depth + 1)
        default:
            return bareWord(node)
        }
    }

    /// A number, a truth value or null.
    private mutating func bareWord(_ node: Int32) -> Bool {
        let start = position
        while position < count, Self.isPartOfWord(bytes[position]) { position += 1 }
        if position == count { return false }
        let first = bytes[start]
        if position > start && (first == 0x2D || first &- 0x30 < 10) {
            return note(node, start, position, .number)
        }
        let length = position - start
        if length == 4 && first == 0x74 { return note(node, start, position, .boolean) }
        if length == 5 && first == 0x66 { return note(node, start, position, .boolean) }
        if length == 4 && first == 0x6E { return note(node, start, position, .null) }
        position = start
        return fail("a value is expected")
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2B || byte == 0x2D || byte == 0x2E
    }

    /// Finds the end of a text, after its opening quote. A quote ends it unless an odd number of backslashes stands before.
    @inline(__always)
    private mutating func text() -> Bool {
        let start = position
        var index = start
        while true {
            var places: UInt64 = 0
            while index + 8 <= count {
                let word = Words.load(bytes + index)
                places = Words.places(of: 0x22, in: word) | Words.places(of: 0x0A, in: word)
                if places != 0 { break }
                index += 8
            }
            if places != 0 {
                index += places.trailingZeroBitCount >> 3
            } else {
                while index < count && bytes[index] != 0x22 && bytes[index] != 0x0A { index += 1 }
                if index == count { return false }
            }
            if bytes[index] == 0x0A {
                position = index
                return fail("the line ends inside a text")
            }
            var slash = index
            while slash > start && bytes[slash - 1] == 0x5C { slash -= 1 }
            if (index - slash) & 1 == 0 { break }
            index += 1
        }
        textStart = start
        textEnd = index
        position = index + 1
        return true
    }

    @inline(__always)
    private mutating func note(_ node: Int32, _ start: Int, _ end: Int, _ kind: RecordFields.Kind) -> Bool {
        if node < 0 && !takesEverything { return true }
        if found == capacity { return fail("the record has too many values") }
        scalars[found] = Scalar(
            node: node, start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: end - start),
            kind: kind)
        found += 1
        return true
    }

    /// The node of the key that was just read.
    @inline(__always)
    private func lookUp(_ node: Int32) -> Int32 {
        let child = keys.find(bytes + textStart, textEnd - textStart, in: node)
        return child < 0 ? otherwise[Int(node)] : child
    }

    /// An element of a list of event data has been read: its value becomes the field that its name says. Both are among the
    /// scalars since `first`.
    private mutating func name(from first: Int) {
        var node = PathTree.unnamedValue
        for index in first..<found where scalars[index].node == PathTree.nameOfValue {
            let name = scalars[index]
            node = keys.find(bytes + Int(name.start), Int(name.count), in: PathTree.eventData)
            scalars[index].node = -1
        }
        for index in first..<found where scalars[index].node == PathTree.valueOfName { scalars[index].node = node }
    }
}
