import Kernel

/// Writes a shape as JSON Schema, draft 2020-12.
///
/// Numbers with `_` are texts to YAML 1.2, so every number may also be a text of that form.
enum SchemaWriter {
    static func write(_ root: ShapeDescription, title: String, definitions: [ShapeDescription]) -> String {
        var json = JSONWriter(indent: 2)
        json.object { writer in
            writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            writer.member("title", title)
            if case .record(let record) = root { writer.members(of: record) }
            writer.key("$defs")
            writer.object { writer in
                writer.sharedDefinitions()
                for record in root.records(definitions).dropFirst() {
                    writer.key(slug(record.name))
                    writer.object { $0.members(of: record) }
                }
            }
        }
        return json.text + "\n"
    }

    fileprivate static func slug(_ name: String) -> String {
        String(name.map { $0 == " " ? "-" : $0 })
    }

    /// A word as listed, in lower and in upper case, each once.
    fileprivate static func spellings(_ word: String) -> [String] {
        [word, word.lowercased(), word.uppercased()].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of record: RecordDescription) {
        member("description", record.summary)
        member("type", "object")
        key("properties")
        object { writer in
            for field in record.fields {
                writer.key(field.key)
                writer.object { writer in
                    writer.member("description", field.summary)
                    writer.members(of: field.shape)
                }
            }
        }
        let required = record.fields.filter(\.isRequired).map(\.key)
        if !required.isEmpty { strings("required", required) }
        if record.isAlternative { member("minProperties", 1) }
        member("additionalProperties", false)
    }

    fileprivate mutating func members(of shape: ShapeDescription) {
        switch shape {
        case .text: reference("text")
        case .localized: reference("localized")
        case .boolean: member("type", "boolean")
        case .nothing: member("type", "null")
        case .integer(let range): integer(range)
        case .quantity(let quantity): reference(quantity.rawValue)
        case .uncertain(let quantity): reference("uncertain-\(quantity.rawValue)")
        case .form(_, let example, let pattern):
            member("type", "string")
            member("pattern", pattern)
            strings("examples", [example])
        case .choice(let words): strings("enum", words)
        case .word(let words): strings("enum", words.flatMap { SchemaWriter.spellings($0) })
        case .reference: member("type", "string")
        case .list(let element, let atLeast):
            member("type", "array")
            key("items")
            object { $0.members(of: element) }
            if atLeast > 0 { member("minItems", atLeast) }
        case .map(let pattern, let element, let atLeast): map(pattern, element, atLeast)
        case .record(let record): reference(SchemaWriter.slug(record.name))
        case .recursive(let name): reference(SchemaWriter.slug(name))
        case .oneOf(let shapes): anyOf(shapes)
        }
    }

    fileprivate mutating func map(_ pattern: String, _ element: ShapeDescription, _ atLeast: Int) {
        member("type", "object")
        if pattern.isEmpty {
            key("additionalProperties")
            object { $0.members(of: element) }
        } else {
            key("patternProperties")
            object { writer in
                writer.key(pattern)
                writer.object { $0.members(of: element) }
            }
            member("additionalProperties", false)
        }
        if atLeast > 0 { member("minProperties", atLeast) }
    }

    fileprivate mutating func anyOf(_ shapes: [ShapeDescription]) {
        key("anyOf")
        array { writer in
            for shape in shapes { writer.object { $0.members(of: shape) } }
        }
    }

    /// Kinds of value that many keys share.
    fileprivate mutating func sharedDefinitions() {
        key("text")
        object { writer in
            writer.member("description", "A text; a plain number is taken as it is written.")
            writer.strings("type", ["string", "number"])
        }
        key("localized")
        object { writer in
            writer.member("description", "A text for both languages, or one in Vietnamese and one in English.")
            writer.key("anyOf")
            writer.array { writer in
                writer.object { $0.reference("text") }
                writer.object { $0.bothLanguages() }
            }
        }
        for quantity in Quantity.allCases {
            key(quantity.rawValue)
            object { $0.definition(of: quantity) }
            key("uncertain-\(quantity.rawValue)")
            object { $0.uncertain(quantity) }
        }
    }

    fileprivate mutating func bothLanguages() {
        member("type", "object")
        key("properties")
        object { writer in
            for language in ["vi", "en"] {
                writer.key(language)
                writer.object { $0.reference("text") }
            }
        }
        strings("required", ["vi", "en"])
        member("additionalProperties", false)
    }

    fileprivate mutating func definition(of quantity: Quantity) {
        member("description", "Expected: \(quantity.expectation).")
        key("anyOf")
        array { writer in
            writer.object { writer in
                writer.member("type", quantity == .money ? "integer" : "number")
                writer.member("minimum", 0)
                switch quantity {
                case .share: writer.member("maximum", 1)
                case .duration: writer.member("maximum", 0)
                case .money: writer.member("maximum", quantity.limit)
                case .thousandths: writer.member("maximum", quantity.limit / 1_000)
                }
            }
            writer.object { writer in
                writer.member("type", "string")
                writer.member("pattern", quantity.pattern)
            }
        }
    }

    fileprivate mutating func uncertain(_ quantity: Quantity) {
        key("anyOf")
        array { writer in
            writer.object { $0.reference(quantity.rawValue) }
            writer.object { $0.members(of: UncertainFormat.record(quantity)) }
        }
    }

    fileprivate mutating func integer(_ range: ClosedRange<Int64>) {
        key("anyOf")
        array { writer in
            writer.object { writer in
                writer.member("type", "integer")
                writer.member("minimum", range.lowerBound)
                writer.member("maximum", range.upperBound)
            }
            writer.object { writer in
                writer.member("type", "string")
                writer.member("pattern", "^[0-9]+(_[0-9]+)+$")
            }
        }
    }

    fileprivate mutating func reference(_ name: String) { self.member("$ref", "#/$defs/\(name)") }

    fileprivate mutating func strings(_ name: String, _ values: [String]) {
        key(name)
        array { writer in for value in values { writer.value(value) } }
    }
}

extension Quantity {
    /// The texts that stand for such a number, as a regular expression.
    var pattern: String {
        switch self {
        case .share: "^([01](\\.[0-9]+)?|\\.[0-9]+|[0-9]+(\\.[0-9]+)? *%)$"
        case .money: "^[0-9]+(_[0-9]+)*$"
        case .duration: "^(0|([ _]*[0-9][0-9 _]*[A-Za-z]+[ _]*)+)$"
        case .thousandths: "^[0-9]+(_[0-9]+)*(\\.[0-9]+)?$"
        }
    }
}
