import Scenario

/// A place in a drawing.
package struct Point: Sendable, Equatable {
    package var x: Int
    package var y: Int

    package init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A rectangle in a drawing.
package struct Frame: Sendable, Equatable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package var centre: Point { Point(x: x + width / 2, y: y + height / 2) }
}

extension Markup {
    /// Appends a drawing. It is an image to those who cannot see it: `title` names it, and a table beside it says the rest.
    package mutating func drawing(
        id: String, width: Int, height: Int, class name: String, title: LocalizedText, _ body: (inout Markup) -> Void
    ) {
        element(
            "svg",
            [
                "viewBox": "0 0 \(width) \(height)", "class": name, "role": "img", "aria-labelledby": "\(id)-title",
                "preserveAspectRatio": "xMidYMin meet",
            ]
        ) { svg in
            svg.tooltip(title, id: "\(id)-title")
            body(&svg)
        }
    }

    /// Appends the name of a drawing or of a part of it. The script keeps it in the page's language.
    package mutating func tooltip(_ text: LocalizedText, id: String? = nil) {
        if languages == .one {
            element("title", ["id": id], text)
            return
        }
        let text = text.filled
        if let id {
            element("title", ["id": id, "data-vi": text.vietnamese, "data-en": text.english]) {
                $0.text(text[$0.language])
            }
        } else if text.vietnamese == text.english {
            element("title", text.english)
        } else {
            element("title", ["data-vi": text.vietnamese, "data-en": text.english]) { $0.text(text[$0.language]) }
        }
    }

    /// Appends a rectangle with round corners.
    package mutating func rectangle(_ frame: Frame, radius: Int = 0, class name: String, tooltip: LocalizedText? = nil)
    {
        element(
            "rect",
            [
                "x": "\(frame.x)", "y": "\(frame.y)", "width": "\(frame.width)", "height": "\(frame.height)",
                "rx": "\(radius)", "class": name,
            ]
        ) { if let tooltip { $0.tooltip(tooltip) } }
    }

    /// Appends a path.
    package mutating func path(_ data: String, class name: String, tooltip: LocalizedText? = nil) {
        element("path", ["d": data, "class": name]) { if let tooltip { $0.tooltip(tooltip) } }
    }

    /// Appends a line of text.
    package mutating func label(_ text: LocalizedText, at point: Point, class name: String) {
        let text = text.filled
        if languages == .one || text.vietnamese == text.english {
            element("text", ["x": "\(point.x)", "y": "\(point.y)", "class": name], text[language])
        } else {
            element("text", ["x": "\(point.x)", "y": "\(point.y)", "class": name, "lang": "vi"], text.vietnamese)
            element("text", ["x": "\(point.x)", "y": "\(point.y)", "class": name, "lang": "en"], text.english)
        }
    }

    /// Appends a symbol of the page's own set.
    package mutating func glyph(_ name: String, in frame: Frame, class style: String) {
        element(
            "use",
            [
                "href": "#glyph-\(name)", "x": "\(frame.x)", "y": "\(frame.y)", "width": "\(frame.width)",
                "height": "\(frame.height)", "class": style,
            ])
    }
}
