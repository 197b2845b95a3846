import Foundation
import Kernel

@testable import Scenario

/// Checks YAML values against a JSON Schema (draft 2020-12), as far as our schemas use it. A keyword that it does not know
/// is a failure, so that the schema cannot grow past the check.
struct SchemaChecker {
    private let root: JSONValue
    private static let annotations: Set<String> = ["$schema", "$defs", "description", "examples", "title"]

    init(_ schema: String) throws { root = try JSONValue.parse(schema) }

    /// What is wrong with a value; empty where it fits.
    func violations(of node: YAMLNode) throws -> [String] { try check(node, root, "") }

    private func check(_ node: YAMLNode, _ schema: JSONValue, _ path: String) throws -> [String] {
        guard case .object(let members) = schema.content else { return [] }
        var found: [String] = []
        for member in members where !Self.annotations.contains(member.name) {
            found += try check(node, member.name, member.value, schema, path)
        }
        return found
    }

    private func check(
        _ node: YAMLNode, _ keyword: String, _ value: JSONValue, _ schema: JSONValue, _ path: String
    ) throws -> [String] {
        let place = "\(node.position) \(path)"
        switch keyword {
        case "$ref": return try check(node, try resolve(value.string()), path)
        case "type":
            let single = try? value.string()
            let names = try single.map { [$0] } ?? value.array().map { try $0.string() }
            return names.contains { has(node, type: $0) } ? [] : ["\(place): not of type \(names)"]
        case "enum":
            let texts = try value.array().map(Self.text)
            return texts.contains(text(node)) ? [] : ["\(place): '\(text(node))' is none of \(texts)"]
        case "anyOf":
            let branches = try value.array().map { try check(node, $0, path) }
            return branches.contains(where: \.isEmpty) ? [] : ["\(place): fits no branch: \(branches.joined())"]
        case "pattern":
            guard case .scalar(let text, _) = node.content, has(node, type: "string") else { return [] }
            let pattern = try NSRegularExpression(pattern: value.string())
            let range = NSRange(text.startIndex..., in: text)
            return pattern.firstMatch(in: text, range: range) == nil ? ["\(place): '\(text)' has the wrong form"] : []
        case "minimum", "maximum":
            guard let number = Double(text(node)), let bound = Double(Self.text(value)) else { return [] }
            return (keyword == "minimum" ? number >= bound : number <= bound)
                ? [] : ["\(place): \(number), \(keyword) \(bound)"]
        case "items":
            return try node.elements.enumerated().flatMap { try check($0.element, value, "\(path)[\($0.offset)]") }
        case "minItems":
            return has(node, type: "array") && node.elements.count < Int(Self.text(value)) ?? 0
                ? ["\(place): too few"] : []
        case "minProperties":
            return has(node, type: "object") && node.entries.count < Int(Self.text(value)) ?? 0
                ? ["\(place): too few"] : []
        case "required":
            if !has(node, type: "object") { return [] }
            return try value.array().compactMap {
                node[try $0.string()] == nil ? "\(place): lacks \(Self.text($0))" : nil
            }
        case "properties":
            return try node.entries.flatMap { entry in
                try value[entry.key].map { try check(entry.value, $0, "\(path).\(entry.key)") } ?? []
            }
        case "patternProperties":
            return try value.object().flatMap { pattern in
                let matching = node.entries.filter { Self.matches($0.key, pattern.name) }
                return try matching.flatMap { try check($0.value, pattern.value, "\(path).\($0.key)") }
            }
        case "additionalProperties": return try additional(node, value, schema, path)
        default: return ["the schema uses '\(keyword)', which this check does not know"]
        }
    }

    private func additional(_ node: YAMLNode, _ rule: JSONValue, _ schema: JSONValue, _ path: String) throws -> [String]
    {
        let known = Set(try schema["properties"]?.object().map(\.name) ?? [])
        let patterns = try schema["patternProperties"]?.object().map(\.name) ?? []
        let rest = node.entries.filter { entry in
            !known.contains(entry.key) && !patterns.contains { Self.matches(entry.key, $0) }
        }
        if rule.content == .bool(false) { return rest.map { "\($0.keyPosition) \(path): '\($0.key)' is not allowed" } }
        return try rest.flatMap { try check($0.value, rule, "\(path).\($0.key)") }
    }

    private func resolve(_ reference: String) throws -> JSONValue {
        try reference.split(separator: "/").dropFirst().reduce(root) { try $0.required(String($1)) }
    }

    private func has(_ node: YAMLNode, type: String) -> Bool {
        switch (node.content, type) {
        case (.mapping, "object"), (.sequence, "array"): return true
        case (.scalar(let text, let isPlain), _):
            let number = isPlain ? Double(text.replacingOccurrences(of: "_", with: "")) : nil
            switch type {
            case "null": return node.isNull
            case "boolean": return node.bool != nil
            case "number": return number != nil
            case "integer": return number.map { $0 == $0.rounded() } ?? false
            case "string": return !node.isNull && node.bool == nil && (number == nil || text.contains("_"))
            default: return false
            }
        default: return false
        }
    }

    private func text(_ node: YAMLNode) -> String {
        if case .scalar(let text, _) = node.content { return text }
        return ""
    }

    private static func text(_ value: JSONValue) -> String {
        switch value.content {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        default: ""
        }
    }

    private static func matches(_ key: String, _ pattern: String) -> Bool {
        key.range(of: pattern, options: .regularExpression) != nil
    }
}
