import Kernel

extension Schema {
    /// Writes the JSON Schema of the shape; named shapes are referred to.
    func write(to json: inout JSONWriter) {
        json.object { json in
            if case .named(let name, _) = kind {
                if isNullable {
                    json.key("anyOf")
                    json.array { json in
                        json.object { $0.member("$ref", Self.reference(name)) }
                        json.object { $0.member("type", "null") }
                    }
                } else {
                    json.member("$ref", Self.reference(name))
                }
                return
            }
            writeType(to: &json)
            if !summary.isEmpty { json.member("description", summary) }
        }
    }

    private static func reference(_ name: String) -> String { "#/components/schemas/\(name)" }

    private func writeType(to json: inout JSONWriter) {
        switch kind {
        case .string(let length, let choices, let format):
            type("string", to: &json)
            if !choices.isEmpty {
                json.key("enum")
                json.array { json in
                    for choice in choices { json.value(choice) }
                    if isNullable { json.null() }
                }
            } else {
                if length.lowerBound > 0 { json.member("minLength", length.lowerBound) }
                json.member("maxLength", length.upperBound)
            }
            if let format { json.member("format", format) }
        case .integer(let range):
            type("integer", to: &json)
            json.member("minimum", range.lowerBound)
            if range.upperBound < Int64.max { json.member("maximum", range.upperBound) }
            json.member("format", "int64")
        case .boolean: type("boolean", to: &json)
        case .array(let element, let count):
            type("array", to: &json)
            if count.lowerBound > 0 { json.member("minItems", count.lowerBound) }
            json.member("maxItems", count.upperBound)
            json.key("items")
            element.write(to: &json)
        case .map(let element):
            type("object", to: &json)
            json.key("additionalProperties")
            element.write(to: &json)
        case .object(let properties):
            type("object", to: &json)
            write(properties, to: &json)
        case .named, .any: break
        }
    }

    private func write(_ properties: [Property], to json: inout JSONWriter) {
        json.key("properties")
        json.object { json in
            for property in properties {
                json.key(property.name)
                property.schema.write(to: &json)
            }
        }
        let required = properties.filter(\.isRequired)
        if !required.isEmpty {
            json.key("required")
            json.array { json in for property in required { json.value(property.name) } }
        }
        json.member("additionalProperties", false)
    }

    private func type(_ name: String, to json: inout JSONWriter) {
        json.key("type")
        if isNullable {
            json.array { json in
                json.value(name)
                json.value("null")
            }
        } else {
            json.value(name)
        }
    }

    /// All named shapes in this one, each once, added to `found`.
    func collect(into found: inout [String: Schema]) {
        switch kind {
        case .named(let name, let schema):
            if found.updateValue(schema, forKey: name) == nil { schema.collect(into: &found) }
        case .array(let element, _), .map(let element): element.collect(into: &found)
        case .object(let properties): for property in properties { property.schema.collect(into: &found) }
        case .string, .integer, .boolean, .any: break
        }
    }
}
