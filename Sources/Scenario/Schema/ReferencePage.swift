/// Writes shapes as a page of Markdown: one table per record.
struct ReferencePage {
    private var lines: [String] = []
    private var written: Set<String> = []

    static func write(parts: [(title: String, root: ShapeDescription, definitions: [ShapeDescription])]) -> String {
        var page = ReferencePage()
        page.introduction()
        for part in parts {
            page.lines += ["", "# \(part.title)"]
            for record in part.root.records(part.definitions) { page.section(record) }
        }
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func introduction() {
        lines += [
            "<!-- Made by ScenarioSchema.markdown(); a test holds this file against it. -->",
            "# Keys of scenario and catalogue files",
            "",
            "Files are YAML 1.2 in UTF-8. Unknown keys are errors.",
            "A name consists \(NameRule.expectation.dropFirst(7)).",
            "",
            "| value | how it is written |",
            "|---|---|",
            "| text | a string; a plain number is taken as it is written |",
            "| localized text | a string for both languages, or `{vi: …, en: …}` |",
        ]
        for quantity in Quantity.allCases {
            lines.append("| \(Self.noun(quantity)) | \(quantity.expectation) |")
        }
        lines += [
            "| uncertain … | the value alone, or `{low: …, likely: …, high: …, source: …}` with low ≤ likely ≤ high |",
            "| name of a … | the key of an entry of another section |",
        ]
    }

    private mutating func section(_ record: RecordDescription) {
        guard written.insert(record.name).inserted else { return }
        lines += ["", "## \(record.name.prefix(1).uppercased())\(record.name.dropFirst())", "", record.summary, ""]
        lines += ["| key | value | meaning |", "|---|---|---|"]
        for field in record.fields {
            let mark = field.isRequired ? " (required)" : ""
            lines.append("| `\(field.key)`\(mark) | \(Self.words(field.shape)) | \(field.summary) |")
        }
    }

    private static func noun(_ quantity: Quantity) -> String {
        switch quantity {
        case .share: "share"
        case .money: "amount of money"
        case .duration: "duration"
        case .thousandths: "number"
        }
    }

    /// A shape in words.
    private static func words(_ shape: ShapeDescription) -> String {
        switch shape {
        case .text: "text"
        case .localized: "localized text"
        case .boolean: "`true` or `false`"
        case .nothing: "nothing"
        case .integer(let range): "whole number, \(range.lowerBound)…\(range.upperBound)"
        case .quantity(let quantity): noun(quantity)
        case .uncertain(let quantity): "uncertain \(noun(quantity))"
        case .form(let name, let example, _): "\(name): `\(example)`"
        case .choice(let words), .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .reference(let sections, let words):
            (words.map { "`\($0)`" } + ["name of \(sections.map(\.nounWithArticle).joined(separator: " or "))"])
                .joined(separator: ", ")
        case .list(let element, _): "list of: \(Self.words(element))"
        case .map(_, let element, _): "map of names to: \(Self.words(element))"
        case .record(let record): "[\(record.name)](#\(anchor(record.name)))"
        case .recursive(let name): "[\(name)](#\(anchor(name)))"
        case .oneOf(let shapes): shapes.map { Self.words($0) }.joined(separator: ", or ")
        }
    }

    private static func anchor(_ name: String) -> String { String(name.map { $0 == " " ? "-" : $0 }) }
}
