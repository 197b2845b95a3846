/// A small fully connected network in single precision with rectified linear units between its layers: what a trained
/// agent amounts to.
///
/// Sums run in a fixed order without fused operations, so results are the same on every machine. They are not the
/// same as another library's, which sums in another order; close decisions may differ.
public struct DenseNetwork: Sendable {
    /// One layer: `outputs = weights × inputs + biases`.
    struct Layer: Sendable {
        var inputCount: Int
        var outputCount: Int
        /// Where its weights begin in ``DenseNetwork/parameters``: for each input a row over the outputs, then the
        /// biases.
        var offset: Int
    }

    private(set) var layers: [Layer] = []
    private(set) var parameters: [Float] = []

    /// How many numbers go in.
    public var inputCount: Int { layers.first?.inputCount ?? 0 }
    /// How many numbers come out.
    public var outputCount: Int { layers.last?.outputCount ?? 0 }
    /// How many numbers ``evaluate(_:)`` needs room for: the inputs and what each layer gives.
    public var valueCount: Int { inputCount + layers.reduce(0) { $0 + $1.outputCount } }

    /// A network without layers, which gives its inputs.
    public init() {}

    /// Appends a layer.
    ///
    /// - Parameters:
    ///   - weights: a row for each output, as wide as there are inputs.
    ///   - biases: one for each output.
    /// - Throws: ``ShapeError`` where a row is not as wide as the others or as the layer below gives.
    public mutating func append(weights: [[Float]], biases: [Float]) throws(ShapeError) {
        let width = layers.last?.outputCount ?? weights.first?.count ?? 0
        guard width > 0, !weights.isEmpty, weights.count == biases.count else {
            throw ShapeError(
                layer: layers.count, message: "has \(weights.count) rows of weights and \(biases.count) biases")
        }
        for (number, row) in weights.enumerated() where row.count != width {
            throw ShapeError(
                layer: layers.count, message: "has \(row.count) weights in row \(number), and \(width) were expected")
        }
        let layer = Layer(inputCount: width, outputCount: weights.count, offset: parameters.count)
        for input in 0..<width { parameters.append(contentsOf: weights.map { $0[input] }) }
        parameters.append(contentsOf: biases)
        layers.append(layer)
    }

    /// Layers that do not fit together.
    public struct ShapeError: Error, Sendable, Equatable, CustomStringConvertible {
        /// Counted from zero.
        public var layer: Int
        /// What does not fit.
        public var message: String
        /// A sentence for people.
        public var description: String { "layer \(layer) \(message)" }
    }

    /// Evaluates the network.
    ///
    /// - Parameter values: ``valueCount`` numbers, the inputs first. The outputs of each layer follow those of the
    ///   one below.
    /// - Returns: where the outputs of the last layer are.
    /// - Complexity: one multiplication a weight, fewer where inputs are zero; no allocation.
    @discardableResult
    public func evaluate(_ values: UnsafeMutableBufferPointer<Float>) -> Range<Int> {
        precondition(values.count >= valueCount, "room for the inputs and what each layer gives")
        guard var target = values.baseAddress else { return 0..<0 }
        var start = 0
        parameters.withUnsafeBufferPointer { parameters in
            guard let parameters = parameters.baseAddress else { return }
            for (number, layer) in layers.enumerated() {
                Self.evaluate(layer, parameters + layer.offset, target, rectified: number + 1 < layers.count)
                target += layer.inputCount
                start += layer.inputCount
            }
        }
        return start..<start + outputCount
    }

    /// Adds up the rows of the inputs that are not zero: observations are mostly zero, and so are rectified values.
    private static func evaluate(
        _ layer: Layer, _ parameters: UnsafePointer<Float>, _ inputs: UnsafeMutablePointer<Float>, rectified: Bool
    ) {
        let width = layer.outputCount
        let outputs = inputs + layer.inputCount
        outputs.update(from: parameters + layer.inputCount * width, count: width)
        for input in 0..<layer.inputCount {
            let value = inputs[input]
            if value == 0 { continue }
            let row = parameters + input * width
            for output in 0..<width { outputs[output] += value * row[output] }
        }
        if rectified {
            for output in 0..<width { outputs[output] = outputs[output] > 0 ? outputs[output] : 0 }
        }
    }
}
