/// What a record is, in the words of rules' log sources. A rule is about the record where each thing that its log source names is
/// here.
public struct RecordSource: Sendable, Hashable {
    /// Systems or programs that it is from, for instance `windows`.
    public var products: [String]
    /// Kinds of record that it is, for instance `process_creation`.
    public var categories: [String]
    /// Logs that it is in, for instance `security`.
    public var services: [String]

    /// A source.
    public init(products: [String] = [], categories: [String] = [], services: [String] = []) {
        self.products = products
        self.categories = categories
        self.services = services
    }

    /// Whether a rule about `source` is about this record.
    public func fits(_ source: LogSource) -> Bool {
        func has(_ wanted: String?, _ list: [String]) -> Bool { wanted.map(list.contains) ?? true }
        return has(source.product, products) && has(source.category, categories) && has(source.service, services)
    }
}
