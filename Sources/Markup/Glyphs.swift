/// The page's own set of symbols: lines on a square of 24.
package enum Glyphs {
    private static let paths: [(name: StaticString, path: StaticString)] = [
        ("workstation", "M4 5h16v10H4zM9 19h6M12 15v4"),
        ("server", "M5 4h14v7H5zM5 13h14v7H5zM8 7.5h.01M8 16.5h.01M12 7.5h4M12 16.5h4"),
        ("database", "M5 6c0-3 14-3 14 0v12c0 3-14 3-14 0zM5 6c0 3 14 3 14 0M5 12c0 3 14 3 14 0"),
        ("web", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18"),
        ("mail", "M3 6h18v12H3zM3 7l9 7l9-7"),
        ("directory", "M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4"),
        ("folder", "M3 6h6l2 3h10v10H3z"),
        ("backup", "M4 12a8 8 0 1 1 2.5 5.8M4 12l-2-2.5M4 12l2.8-1.8M12 8v4l3 2"),
        ("terminal", "M3 5h18v14H3zM7 9l3 3l-3 3M12 15h5"),
        ("key", "M8 10a4 4 0 1 0 0 4M8 12h13M17 12v4M20.500 12v3"),
        (
            "wall",
            "M3 5h18v14H3zM3 9.700h18M3 14.300h18M12 5v4.700M7.500 9.700v4.600M16.500 9.700v4.600M12 14.300v4.700"
        ),
        ("printer", "M7 9V4h10v5M4 9h16v8h-3M7 17H4V9M7 14h10v6H7z"),
        ("operator", "M3 4h18v12H3zM8 20h8M12 16v4M6 12l3-4l3 3l2-3l4 4"),
        ("controller", "M6 6h12v12H6zM9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3M10 10h4v4h-4z"),
        ("bolt", "M13 2L5 14h6l-1 8l9-13h-6z"),
        ("gateway", "M3 8h15M14 4l4 4l-4 4M21 16H6M10 12l-4 4l4 4"),
        ("lock", "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3"),
        ("cloud", "M30 62h84a19 19 0 0 0 4-37.500a30 30 0 0 0-55-11a23 23 0 0 0-33 12a18 18 0 0 0 0 36.500z"),
    ]

    /// Appends the definitions, once for a page.
    package static func define(in page: inout Markup) {
        page.element("svg", ["class": "definitions", "aria-hidden": "true", "focusable": "false"]) { svg in
            for glyph in paths where glyph.name.description != "cloud" {
                svg.element("symbol", ["id": "glyph-\(glyph.name)", "viewBox": "0 0 24 24"]) {
                    $0.path(glyph.path.description, class: "glyph")
                }
            }
        }
    }

    /// The outline of a cloud, 148 wide.
    package static var cloud: String { paths.first { $0.name.description == "cloud" }?.path.description ?? "" }
}
