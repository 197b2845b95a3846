import Kernel

/// The long form of an uncertain number.
enum UncertainFormat {
    static func record(_ quantity: Quantity) -> RecordDescription {
        RecordDescription(name: name(quantity), summary: summary, fields: fields(quantity).map(\.description))
    }

    fileprivate static func shape(_ quantity: Quantity) -> Shape<UncertainNumber> {
        .record(name(quantity), summary, make: { _ in UncertainNumber(0) }, fields: fields(quantity)) {
            number, node, context in
            if number.low > number.likely || number.likely > number.high {
                context.error("low, likely and high must rise", at: node.position)
            }
        }
    }

    private static let summary = "An uncertain number: how low, how likely, how high, and who says so."

    private static func name(_ quantity: Quantity) -> String { "range of \(quantity.rawValue)" }

    private static func fields(_ quantity: Quantity) -> [Field<UncertainNumber>] {
        [
            .required("low", \.low, .quantity(quantity), "The smallest plausible value."),
            .required("likely", \.likely, .quantity(quantity), "The most likely value."),
            .required("high", \.high, .quantity(quantity), "The largest plausible value."),
            .optional("source", \.source, .text, "Where the numbers come from; `judgement` where none is named."),
        ]
    }
}

extension Shape where Value == UncertainNumber {
    /// A number of a kind, or `low`, `likely`, `high` and `source`.
    static func uncertain(_ quantity: Quantity) -> Shape {
        let bounds = UncertainFormat.shape(quantity)
        return Shape(.uncertain(quantity)) { node, context in
            if case .mapping = node.content { return bounds.read(node, &context) }
            return quantity.read(node, &context).map { UncertainNumber($0) }
        }
    }
}
