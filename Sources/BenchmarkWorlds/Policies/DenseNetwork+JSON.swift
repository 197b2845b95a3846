import Kernel

/// Weights as PyTorch names them, in plain lists.
extension DenseNetwork {
    /// The layers `name.0`, `name.2`, … of an object with members such as `actor.0.weight` (a list of rows, one for
    /// each output) and `actor.0.bias`. Other members are left alone.
    ///
    /// - Throws: `JSONError` with the position of what is missing or does not fit.
    public init(_ object: JSONValue, name: String) throws(JSONError) {
        self.init()
        var numbers: [Int] = []
        for member in try object.object() {
            let parts = member.name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == name, parts[2] == "weight", let number = Int(parts[1]) else { continue }
            numbers.append(number)
        }
        guard !numbers.isEmpty else { throw JSONError("no layer \"\(name).0.weight\"", at: object.position) }
        for number in numbers.sorted() {
            let weights = try object.required("\(name).\(number).weight")
            let biases = try Self.numbers(try object.required("\(name).\(number).bias"))
            var rows: [[Float]] = []
            for row in try weights.array() { rows.append(try Self.numbers(row)) }
            do throws(ShapeError) {
                try append(weights: rows, biases: biases)
            } catch {
                throw JSONError("\(error)", at: weights.position)
            }
        }
    }

    private static func numbers(_ list: JSONValue) throws(JSONError) -> [Float] {
        var result: [Float] = []
        for value in try list.array() {
            guard case .number(let text) = value.content, let number = Float(text), number.isFinite else {
                throw JSONError("expected a number", at: value.position)
            }
            result.append(number)
        }
        return result
    }
}
