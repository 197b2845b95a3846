import Kernel
import Markup
import Scenario

extension Schema {
    /// Where in a value something is not as it should be.
    struct Mismatch: Error, Equatable {
        /// The way to it, such as `hosts[2].name`; empty for the whole.
        var path: String
        var text: LocalizedText
    }

    /// Holds a value against the shape; throws the first thing that differs.
    func check(_ value: JSONValue, at path: String = "") throws(Mismatch) {
        if isNullable, case .null = value.content { return }
        switch (kind, value.content) {
        case (.any, _): return
        case (.named(_, let schema), _): try schema.check(value, at: path)
        case (.boolean, .bool): return
        case (.string(let length, let choices, _), .string(let text)):
            try Self.check(text, length, choices, path)
        case (.integer(let range), .number(let text)):
            guard let number = Int64(text), range.contains(number) else {
                throw Mismatch(path: path, text: Texts.API.wholeNumber(range))
            }
        case (.array(let element, let count), .array(let values)):
            guard count.contains(values.count) else { throw Mismatch(path: path, text: Texts.API.items(count)) }
            for (index, value) in values.enumerated() { try element.check(value, at: "\(path)[\(index)]") }
        case (.map(let element), .object(let members)):
            for member in members { try element.check(member.value, at: Self.join(path, member.name)) }
        case (.object(let properties), .object(let members)):
            try Self.check(members, properties, path)
        default:
            throw Mismatch(path: path, text: Texts.API.expected(typeName))
        }
    }

    private static func check(
        _ text: String, _ length: ClosedRange<Int>, _ choices: [String], _ path: String
    ) throws(Mismatch) {
        if !choices.isEmpty {
            if !choices.contains(text) { throw Mismatch(path: path, text: Texts.API.oneOf(choices)) }
            return
        }
        // Bytes bound scalars, so that a long text is refused without being counted through.
        guard text.utf8.count <= length.upperBound * 4, length.contains(text.unicodeScalars.count) else {
            throw Mismatch(path: path, text: Texts.API.characters(length))
        }
    }

    private static func check(
        _ members: [JSONValue.Member], _ properties: [Property], _ path: String
    ) throws(Mismatch) {
        for member in members {
            guard let property = properties.first(where: { $0.name == member.name }) else {
                throw Mismatch(path: join(path, member.name), text: Texts.API.unknownMember)
            }
            try property.schema.check(member.value, at: join(path, member.name))
        }
        for property in properties where property.isRequired && !members.contains(where: { $0.name == property.name }) {
            throw Mismatch(path: join(path, property.name), text: Texts.API.missingMember)
        }
    }

    /// Names come from whoever asks: a long one is cut where it is repeated.
    private static func join(_ path: String, _ name: String) -> String {
        let name = String(name.prefix(60))
        return path.isEmpty ? name : "\(path).\(name)"
    }

    private var typeName: String {
        switch kind {
        case .string: "string"
        case .integer: "integer"
        case .boolean: "boolean"
        case .array: "array"
        case .object, .map: "object"
        case .named(_, let schema): schema.typeName
        case .any: "value"
        }
    }
}
