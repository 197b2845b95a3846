import Kernel

extension Shape where Value == UncertainNumber {
    /// A number of a kind, or `low`, `likely`, `high` and `source`.
    static func uncertain(_ quantity: Quantity) -> Shape {
        let bounds = Shape<UncertainNumber>.record(
            "Range of \(quantity.rawValue)", "An uncertain number: how low, how likely, how high, and who says so.",
            make: { _ in UncertainNumber(0) },
            fields: [
                .required("low", \.low, .quantity(quantity), "The smallest plausible value."),
                .required("likely", \.likely, .quantity(quantity), "The most likely value."),
                .required("high", \.high, .quantity(quantity), "The largest plausible value."),
                .optional("source", \.source, .text, "Where the numbers come from; \"judgement\" where none is named."),
            ]
        ) { number, node, context in
            if number.low > number.likely || number.likely > number.high {
                context.error("low, likely and high must rise", at: node.position)
            }
        }
        return Shape(.uncertain(quantity)) { node, context in
            if case .mapping = node.content { return bounds.read(node, &context) }
            return quantity.read(node, &context).map { UncertainNumber($0) }
        }
    }
}
