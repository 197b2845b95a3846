/// A named part of a detection, read.
struct SearchIdentifier {
    var name: String
    /// Nil where it could not be read; conditions may still refer to it.
    var expression: SigmaExpression?
    /// How many tests the expression asks for.
    var weight: Int

    init(name: String, expression: SigmaExpression?) {
        self.name = name
        self.expression = expression
        weight = expression?.weight ?? 0
    }
}

extension SigmaExpression {
    /// How many tests there are. O(size).
    var weight: Int {
        switch self {
        case .field, .keyword: 1
        case .all(let parts), .any(let parts): parts.reduce(1) { $0 + $1.weight }
        case .not(let part): part.weight
        }
    }
}
