/// The names of fields that somebody asks for, by dense numbers.
public struct FieldCatalogue: Sendable {
    /// Names by slot. Slot 0 stands for every value that no other slot asks for, wanted by keywords only.
    public private(set) var names = [""]
    /// Whether slot 0 is wanted at all.
    public var wantsEverything = false
    private var slots: [String: Int] = [:]

    /// No names.
    public init() {}

    /// The slot of a name, new where it has none yet. O(1).
    public mutating func insert(_ name: String) -> Int {
        if let slot = slots[name] { return slot }
        slots[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// The slot of a name, if anybody asks for it. O(1).
    public func slot(of name: String) -> Int? { slots[name] }
}
