/// Attributes of an element, in order. One whose value is nil is left out; `""` writes a bare one such as `checked`.
package struct Attributes: Sendable, ExpressibleByDictionaryLiteral {
    /// Names and values as they were given.
    package private(set) var pairs: [(StaticString, String?)]

    /// Attributes in the order of the literal.
    package init(dictionaryLiteral pairs: (StaticString, String?)...) { self.pairs = pairs }

    /// These and others after them.
    package func adding(_ others: Attributes) -> Attributes {
        var all = self
        all.pairs += others.pairs
        return all
    }
}

extension String? {
    /// The value of a bare attribute that is there where `condition` holds: `["checked": .bare(if: isChosen)]`.
    package static func bare(if condition: Bool) -> String? { condition ? "" : nil }
}
