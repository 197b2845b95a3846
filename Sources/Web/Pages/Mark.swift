import Markup

/// The sign of the program: a pennant over the lines of a training ground.
enum Mark {
    /// Draws it, in the colours of the style.
    static func draw(in page: inout Markup) {
        page.element("svg", ["class": "mark", "viewBox": "0 0 32 32", "aria-hidden": "true", "focusable": "false"]) {
            svg in
            svg.element("path", ["class": "mark-ground", "d": "M3 25.5c4-3.500 8-3.500 13 0s9 3.500 13 0"])
            svg.element("path", ["class": "mark-ground far", "d": "M3 29.500c4-3.500 8-3.500 13 0s9 3.500 13 0"])
            svg.element("path", ["class": "mark-pole", "d": "M10 23V3"])
            svg.element("path", ["class": "mark-flag", "d": "M10 4l17 5.500l-6 2l6 4l-17 1.500z"])
        }
    }
}
