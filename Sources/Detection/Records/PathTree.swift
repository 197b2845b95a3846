/// The places in records that somebody wants to see, as a tree of keys. Elements of a list stand where the list stands. A place
/// whose path has dots can also be named by one key with dots, as Zeek and flattened ECS write it.
struct PathTree: Sendable {
    /// Where every record begins.
    static let root: Int32 = 0
    /// Where event data of Windows begin, whatever stands around them: `@data` in paths.
    static let eventData: Int32 = 1

    /// The name, the value, and a value without a name in a list of event data (`Data`).
    static let nameOfValue: Int32 = 2
    static let valueOfName: Int32 = 3
    static let unnamedValue: Int32 = 4

    private(set) var table = KeyTable()
    /// By node: where keys lead that the table does not know; −1: nowhere.
    private(set) var otherwise: [Int32] = [-1, -1, -1, -1, -1]
    /// By node: whether its objects hold a name and a value of a field of event data.
    private(set) var isNamedValue = [false, false, false, false, false]

    /// How many nodes there are.
    var count: Int { otherwise.count }

    /// The node of a path such as `winlog.channel`, new where it is not there. `@data.X` is a field of Windows event data.
    mutating func node(_ path: String) -> Int32 {
        if path.hasPrefix("@data.") { return child(String(path.dropFirst(6)), of: Self.eventData) }
        if let known = table.find(Array(path.utf8), in: Self.root) { return known }
        let keys = path.split(separator: ".", omittingEmptySubsequences: false)
        if keys.count == 1 { return child(path, of: Self.root) }
        var node = Self.root
        for key in keys { node = child(String(key), of: node) }
        _ = table.insert(path, in: Self.root, value: node)
        return node
    }

    /// The node of one key below a node, new where it is not there.
    mutating func node(_ key: String, of node: Int32) -> Int32 { child(key, of: node) }

    /// Lets a key below a node lead to another node.
    mutating func lead(_ key: String, of node: Int32, to target: Int32) {
        _ = table.insert(key, in: node, value: target)
    }

    /// Lets every other key below a node lead to `target`.
    mutating func leadOthers(of node: Int32, to target: Int32) { otherwise[Int(node)] = target }

    /// Marks a node whose objects hold a name and a value each.
    mutating func markNamedValues(_ node: Int32) { isNamedValue[Int(node)] = true }

    private mutating func child(_ key: String, of node: Int32) -> Int32 {
        let next = Int32(otherwise.count)
        let child = table.insert(key, in: node, value: next)
        if child == next {
            otherwise.append(-1)
            isNamedValue.append(false)
        }
        return child
    }
}
