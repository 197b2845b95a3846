import Scenario

/// A part of a bar.
package struct BarPart {
    package var value: Int64
    package var style: String

    package init(value: Int64, style: String) {
        self.value = value
        self.style = style
    }
}

extension Markup {
    /// Appends a bar whose parts are in proportion to `most`. The numbers stand beside it, so that it says nothing alone.
    package mutating func bar(_ parts: [BarPart], most: Int64) {
        element(
            "svg",
            ["class": "bar", "viewBox": "0 0 160 12", "preserveAspectRatio": "none", "aria-hidden": "true"]
        ) { svg in
            svg.rectangle(Frame(x: 0, y: 0, width: 160, height: 12), radius: 3, class: "bar-track")
            var x = 0
            for part in parts where part.value > 0 {
                let width = max(2, Int((Double(part.value) * 160 / Double(max(most, 1))).rounded()))
                svg.rectangle(
                    Frame(x: x, y: 0, width: min(width, 160 - x), height: 12), radius: 2, class: part.style)
                x = min(160, x + width)
            }
        }
    }
}
