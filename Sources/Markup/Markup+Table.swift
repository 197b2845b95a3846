import Scenario

/// A column of a table.
package struct Column {
    package var title: LocalizedText
    package var isNumber = false

    package init(_ title: LocalizedText, isNumber: Bool = false) {
        self.title = title
        self.isNumber = isNumber
    }
}

/// What stands in a cell of a table.
package enum TableCell {
    /// A text.
    case text(LocalizedText)
    /// The name of the row.
    case heading(LocalizedText)
    /// A name of the trade: host, address, account.
    case code(String)
    /// Something drawn.
    case drawn((inout Markup) -> Void)

    package static func plain(_ text: String) -> TableCell { .text(LocalizedText(text)) }
}

extension Markup {
    /// Appends a table that scrolls inside itself where it is too wide.
    package mutating func table(
        id: String, caption: LocalizedText, columns: [Column], rows: [[TableCell]], more: Int = 0
    ) {
        element(
            "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "\(id)-caption"]
        ) { page in
            page.element("table", ["id": id, "class": columns.count > 4 ? "broad" : "slim"]) { table in
                table.element("caption", ["id": "\(id)-caption"], caption)
                table.element("thead") { head in
                    head.element("tr") { row in
                        for column in columns {
                            row.element(
                                "th", ["scope": "col", "class": column.isNumber ? "number" : "words"], column.title)
                        }
                    }
                }
                table.element("tbody") { body in
                    for row in rows { body.row(row, columns) }
                }
            }
        }
        if more > 0 {
            let number = Figures.number(more).filled
            element(
                "p", ["class": "note"],
                LocalizedText("Còn \(number.vietnamese) dòng nữa.", "\(number.english) more rows are left out."))
        }
    }

    private mutating func row(_ cells: [TableCell], _ columns: [Column]) {
        element("tr") { row in
            for (cell, column) in zip(cells, columns) {
                let name = column.isNumber ? "number" : "words"
                switch cell {
                case .text(let text): row.element("td", ["class": name], text)
                case .heading(let text): row.element("th", ["scope": "row", "class": name], text)
                case .code(let text): row.element("td", ["class": "words"]) { $0.element("code", text) }
                case .drawn(let body): row.element("td", ["class": name], body)
                }
            }
        }
    }

    /// Appends a part of the page with its heading.
    package mutating func section(
        id: String, title: LocalizedText, lead: LocalizedText, _ body: (inout Markup) -> Void
    ) {
        element("section", ["id": id, "aria-labelledby": "\(id)-heading"]) { page in
            page.element("h2", ["id": "\(id)-heading"], title)
            page.element("p", ["class": "lead"], lead)
            body(&page)
        }
    }

    /// Appends something that opens on demand.
    package mutating func details(_ summary: LocalizedText, isOpen: Bool = false, _ body: (inout Markup) -> Void) {
        if isOpen {
            element("details", ["open": ""]) { page in
                page.element("summary", summary)
                body(&page)
            }
        } else {
            element("details") { page in
                page.element("summary", summary)
                body(&page)
            }
        }
    }

    /// Appends a word in a coloured frame; the word says it, the colour repeats it.
    package mutating func chip(_ text: LocalizedText, _ tone: Tone) {
        element("span", ["class": "chip \(tone.rawValue)"], text)
    }
}

/// How something is to be taken.
package enum Tone: String {
    case good, bad, warning, neutral
}
