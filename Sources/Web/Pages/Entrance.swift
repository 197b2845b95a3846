import Markup
import Scenario

/// The page on which people come in: words at one side, a form at the other.
enum Entrance {
    /// Writes it around a form.
    static func write(
        to page: inout Markup, title: LocalizedText, lead: LocalizedText, _ form: (inout Markup) -> Void
    ) {
        page.element("div", ["class": "entrance"]) { page in
            page.element("div", ["class": "entrance-words"]) { page in
                page.element("h1", title)
                page.element("p", lead)
                contours(&page)
            }
            page.element("div", ["class": "card"], form)
        }
    }

    /// Height lines of a hill with a pennant on it.
    private static func contours(_ page: inout Markup) {
        page.element("svg", ["class": "contours", "viewBox": "-6 0 334 172", "aria-hidden": "true"]) { svg in
            for (index, opacity) in ["1", ".8", ".6", ".42", ".28", ".16"].enumerated() {
                let (width, height) = (26 + index * 25, 9 + index * 13)
                svg.element(
                    "ellipse",
                    [
                        "cx": String(150 + index * 4), "cy": String(84 + index * 5), "rx": String(width),
                        "ry": String(height), "stroke-opacity": opacity,
                    ])
            }
            svg.element("path", ["class": "mark-pole", "d": "M150 82V14"])
            svg.element("path", ["class": "mark-flag", "stroke": "none", "d": "M150 16l58 17l-19 7l19 14l-58 5z"])
        }
    }
}
