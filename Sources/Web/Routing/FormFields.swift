/// Fields of a form in the order in which they came (`application/x-www-form-urlencoded`).
struct FormFields: Sendable, Equatable {
    /// The most fields that are taken.
    static let limit = 1_000

    /// Names and values.
    private(set) var pairs: [(name: String, value: String)] = []

    static func == (first: FormFields, second: FormFields) -> Bool {
        first.pairs.elementsEqual(second.pairs) { $0 == $1 }
    }

    /// No fields.
    init() {}

    /// A form filled by the program.
    init(pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// Reads an encoded form; nil where it is malformed, not UTF-8, or has too many fields.
    init?(encoded text: some StringProtocol) {
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < Self.limit else { return nil }
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let rest = equals == pair.endIndex ? pair[equals...] : pair[pair.index(after: equals)...]
            guard let name = PercentCoding.decoded(pair[..<equals], plusIsSpace: true),
                let value = PercentCoding.decoded(rest, plusIsSpace: true)
            else { return nil }
            pairs.append((name, value))
        }
    }

    /// The value of a field, the first where it occurs twice; nil where there is none.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// The value of a field without spaces around it; empty where there is none.
    func text(_ name: String) -> String {
        let value = self[name] ?? ""
        guard let first = value.firstIndex(where: { !$0.isWhitespace }),
            let last = value.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(value[first...last])
    }

    /// All values of a field.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
}
