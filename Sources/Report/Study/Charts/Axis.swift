import Kernel
import Markup
import Scenario

/// A straight scale from amounts to places along a line, with round ticks.
struct Axis {
    /// Place of ``low``.
    let start: Int
    /// Place of ``high``; before ``start`` where the scale runs up the page.
    let end: Int
    let low: Double
    let high: Double

    /// A scale that holds `low`, `high` and zero, widened to whole ticks.
    init(start: Int, end: Int, low: Double, high: Double, ticks: Int) {
        let step = Self.step(from: min(0, low), to: max(0, high), ticks: ticks)
        self.start = start
        self.end = end
        self.low = (min(0, low) / step).rounded(.down) * step
        self.high = max(step, (max(0, high) / step).rounded(.up) * step)
        self.step = step
    }

    private let step: Double

    /// 1, 2 or 5 times a power of ten, so that at most `ticks` steps cover the range.
    private static func step(from low: Double, to high: Double, ticks: Int) -> Double {
        let wanted = max(1, (high - low) / Double(max(1, ticks)))
        var power = 1.0
        while power * 10 <= wanted { power *= 10 }
        return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= wanted } ?? power * 10
    }

    /// The place of an amount; amounts beyond the ends stand at the ends.
    func place(_ value: Double) -> Int {
        let clamped = min(max(value, low), high)
        return start + Int(((clamped - low) / (high - low) * Double(end - start)).rounded())
    }

    func place(_ value: Int64) -> Int { place(Double(value)) }

    /// Round amounts along the scale.
    var ticks: [Double] {
        let count = Int(((high - low) / step).rounded())
        return (0...max(1, count)).map { low + Double($0) * step }
    }

    /// Those of ``ticks`` whose labels, each at most `width` wide, do not touch: zero always, and from there every one or
    /// every second, third … to both sides.
    func labelled(width: Int) -> [Double] {
        let each = max(1, abs(place(step) - place(0.0)))
        let stride = (width + each - 1) / each
        return ticks.filter { Int(($0 / step).rounded()) % max(1, stride) == 0 }
    }
}

/// The logarithm to base two by repeated squaring: the standard library has none, and this one is equal everywhere.
enum Logarithm {
    /// log₂ of a positive number, to 2⁻²⁰.
    static func binary(_ value: Double) -> Double {
        guard value > 0 else { return 0 }
        var result = Double(value.exponent), rest = value.significand, bit = 0.5
        for _ in 0..<20 {
            rest *= rest
            if rest >= 2 {
                rest /= 2
                result += bit
            }
            bit /= 2
        }
        return result
    }
}
