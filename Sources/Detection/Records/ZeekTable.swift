/// The header of a tab-separated log of Zeek: what its columns are.
struct ZeekTable: Sendable {
    /// Whether a header was read.
    var isOpen = false
    var separator: UInt8 = 0x09
    var setSeparator: [UInt8] = [0x2C]
    var empty = Array("(empty)".utf8)
    var unset = Array("-".utf8)
    var path: [UInt8] = []
    /// By column: the node of its name; −1: nobody asks.
    var nodes: [Int32] = []
    /// By column: whether it holds several values, and whether they are numbers.
    var isSet: [Bool] = []
    var isNumber: [Bool] = []

    /// Takes a line that begins with `#`. O(line).
    mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ tree: PathTree) {
        let words = line.split(separator: separator, maxSplits: .max, omittingEmptySubsequences: false).map(Array.init)
        let key = String(decoding: words[0], as: UTF8.self)
        if key.hasPrefix("#separator ") {
            self = ZeekTable()
            isOpen = true
            separator = Self.escaped(Array(key.utf8.dropFirst(11)))
            return
        }
        let rest = words.dropFirst()
        switch key {
        case "#set_separator": setSeparator = rest.first ?? setSeparator
        case "#empty_field": empty = rest.first ?? empty
        case "#unset_field": unset = rest.first ?? unset
        case "#path": path = rest.first ?? []
        case "#fields":
            isOpen = true
            nodes = rest.map { tree.table.find($0, in: PathTree.root) ?? -1 }
        case "#types":
            let types = rest.map { String(decoding: $0, as: UTF8.self) }
            isSet = types.map { $0.hasPrefix("set[") || $0.hasPrefix("vector[") }
            isNumber = types.map { ["count", "int", "double", "port", "interval", "time"].contains($0) }
        default: break
        }
    }

    /// `\x09` as a byte.
    private static func escaped(_ text: [UInt8]) -> UInt8 {
        guard text.count == 4, text[0] == 0x5C, text[1] == 0x78 else { return text.first ?? 0x09 }
        return UInt8(String(decoding: text[2...], as: UTF8.self), radix: 16) ?? 0x09
    }
}
