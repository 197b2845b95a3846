import Markup
import Scenario

/// How wide a drawing is made: a page holds each in three widths and shows the one that fits.
enum PictureWidth: String, CaseIterable {
    case narrow, medium, wide

    /// Units of the drawing; close to pixels on the screens that show it.
    var units: Int {
        switch self {
        case .narrow: 340
        case .medium: 700
        case .wide: 1_120
        }
    }
}

/// An entry of a drawing's legend.
struct LegendEntry {
    var text: LocalizedText
    /// Draws its sample on 22 by 22 units.
    var sample: (inout Markup) -> Void
}

extension Markup {
    /// Appends a drawing in three widths with a caption that says how to read it.
    ///
    /// - Parameter draw: draws it in a width and says how high it became.
    mutating func picture(
        id: String, title: LocalizedText, reading: LocalizedText, legend: [LegendEntry] = [],
        _ draw: (inout Markup, PictureWidth) -> Int
    ) {
        element("figure", ["class": "card drawing chart", "id": id]) { figure in
            for width in PictureWidth.allCases {
                var content = Markup(language: figure.language, languages: figure.languages)
                let height = draw(&content, width)
                figure.drawing(
                    id: "\(id)-\(width.rawValue)", width: width.units, height: height, class: width.rawValue,
                    title: title
                ) { $0.append(content) }
            }
            figure.element("figcaption") { caption in
                if !legend.isEmpty { caption.legend(legend) }
                caption.element("p", ["class": "reading"]) { text in
                    text.element("strong", title + ". ")
                    text.text(reading)
                }
            }
        }
    }

    private mutating func legend(_ entries: [LegendEntry]) {
        element("ul", ["class": "legend"]) { list in
            for entry in entries {
                list.element("li") { item in
                    item.element("svg", ["class": "sample", "viewBox": "0 0 22 22", "aria-hidden": "true"]) {
                        entry.sample(&$0)
                    }
                    item.element("span") { $0.text(entry.text) }
                }
            }
        }
    }

    /// Appends a line of text that is cut to a width in units; the whole stands in a tooltip.
    ///
    /// - Parameter size: of the letters, in units.
    mutating func label(_ text: LocalizedText, at point: Point, class name: String, width: Int, size: Int = 13) {
        let most = max(4, width * 100 / (size * 54))
        let filled = text.filled
        if filled.vietnamese.count <= most && filled.english.count <= most {
            label(filled, at: point, class: name)
            return
        }
        element("g") { group in
            group.tooltip(filled)
            group.label(
                LocalizedText(Self.cut(filled.vietnamese, most), Self.cut(filled.english, most)), at: point, class: name
            )
        }
    }

    private static func cut(_ text: String, _ most: Int) -> String {
        text.count <= most ? text : text.prefix(most - 1) + "…"
    }

    /// Appends a circle.
    mutating func circle(at point: Point, radius: Int, class name: String, tooltip: LocalizedText? = nil) {
        element("circle", ["cx": "\(point.x)", "cy": "\(point.y)", "r": "\(radius)", "class": name]) {
            if let tooltip { $0.tooltip(tooltip) }
        }
    }
}
