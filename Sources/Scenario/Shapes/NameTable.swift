/// The names that each section declares, in the order of the file.
struct NameTable {
    private(set) var ordered: [Section: [String]] = [:]
    private var known: [Section: Set<String>] = [:]

    /// Makes a section exist, even without names.
    mutating func open(_ section: Section) {
        ordered[section, default: []] += []
        known[section, default: []].formUnion([])
    }

    /// Whether the section is to be looked into at all (the catalogue's are not where no catalogue was given).
    func isOpen(_ section: Section) -> Bool { known[section] != nil }

    /// Declares a name; false where it is there already.
    @discardableResult
    mutating func declare(_ name: String, in section: Section) -> Bool {
        guard known[section, default: []].insert(name).inserted else { return false }
        ordered[section, default: []].append(name)
        return true
    }

    func contains(_ name: String, in section: Section) -> Bool { known[section]?.contains(name) ?? false }

    /// The names of a section in order.
    func names(_ section: Section) -> [String] { ordered[section] ?? [] }
}
