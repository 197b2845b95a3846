import Markup

/// Small drawings beside words. They say nothing alone.
enum Icon: String, Sendable, CaseIterable {
    case person = "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM4 20c0-4 4-6 8-6s8 2 8 6"
    case sliders = "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h3M11 12h9"
    case plus = "M12 5v14M5 12h14"
    case check = "M5 13l4 4L19 7"
    case warning = "M12 4L2.500 20h19zM12 10v4M12 17h.01"
    case search = "M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM20 20l-4-4"
    case clock = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 7v5l3 2"
    case link = "M10 14l4-4M8 12l-2 2a3.500 3.500 0 0 0 5 5l2-2M16 12l2-2a3.500 3.500 0 0 0-5-5l-2 2"
    case flag = "M6 21V4M6 5l12 2l-3 3l3 4l-12 1"

    /// Draws it in the colour of the text around it.
    func draw(in page: inout Markup) {
        page.element("svg", ["class": "icon", "viewBox": "0 0 24 24", "aria-hidden": "true", "focusable": "false"]) {
            $0.element("path", ["d": rawValue])
        }
    }
}
