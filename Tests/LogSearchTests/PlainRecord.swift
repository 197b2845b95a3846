import Kernel
import LogSearch

/// A record as its line has it, searched in the plainest way: what logs are held against.
struct PlainRecord {
    var time: Milliseconds
    var id: String
    /// Names and values, flattened; nothing made small.
    var fields: [(name: String, value: String)]

    /// The record of a row's line.
    init(_ row: LogRow) throws {
        time = row.time
        id = row.id
        fields = []
        try Self.flatten(JSONValue.parse(row.text), "", &fields)
    }

    private static func flatten(
        _ value: JSONValue, _ path: String, _ fields: inout [(name: String, value: String)]
    ) throws {
        switch value.content {
        case .object(let members):
            for member in members {
                try flatten(member.value, path.isEmpty ? member.name : "\(path).\(member.name)", &fields)
            }
        case .array(let elements): for element in elements { try flatten(element, path, &fields) }
        case .string(let text): fields.append((path, text))
        case .number(let text): fields.append((path, text))
        case .bool(let flag): fields.append((path, flag ? "true" : "false"))
        case .null: break
        }
    }
}

/// A query together with what it means.
struct PlainQuery {
    var text: String
    var matches: (PlainRecord) -> Bool
}

/// Makes queries that have something to do with some records.
struct PlainQueries {
    let records: [PlainRecord]
    let kinds: [String: FieldKind]
    var random: TestGenerator

    /// A query of some terms.
    mutating func query(depth: Int = 3) -> PlainQuery {
        let chosen = depth == 0 ? 9 : random.below(10)
        switch chosen {
        case 0:
            let inner = query(depth: depth - 1)
            return PlainQuery(text: "NOT (\(inner.text))") { !inner.matches($0) }
        case 1, 2:
            let (left, right) = (query(depth: depth - 1), query(depth: depth - 1))
            return PlainQuery(text: "(\(left.text) OR \(right.text))") { left.matches($0) || right.matches($0) }
        case 3, 4:
            let (left, right) = (query(depth: depth - 1), query(depth: depth - 1))
            let sign = random.below(2) == 0 ? " AND " : " "
            return PlainQuery(text: "(\(left.text)\(sign)\(right.text))") { left.matches($0) && right.matches($0) }
        default: return term()
        }
    }

    private mutating func field() -> (name: String, value: String) {
        let record = records[random.below(records.count)]
        return record.fields[random.below(record.fields.count)]
    }

    /// A run of letters and digits within a text; empty where there is none.
    private mutating func word(_ text: String) -> String {
        let parts = text.unicodeScalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }
        return parts.isEmpty ? "" : String(String.UnicodeScalarView(parts[random.below(parts.count)]))
    }

    /// A field's name as a query has it.
    static func escaped(_ name: String) -> String { name.split(separator: " ").joined(separator: "\\ ") }

    /// A text between quotation marks.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text {
            if character == "\"" || character == "\\" { result += "\\" }
            result.append(character)
        }
        return result + "\""
    }

    private mutating func term() -> PlainQuery {
        let (name, value) = field()
        let kind = kinds[name] ?? .keyword
        let small = value.lowercased()
        func onField(_ text: String, _ test: @escaping (String) -> Bool) -> PlainQuery {
            PlainQuery(text: "\(Self.escaped(name)):\(text)") {
                $0.fields.contains { $0.name == name && test($0.value.lowercased()) }
            }
        }
        switch random.below(10) {
        case 0, 1:
            let shown = value.uppercased().lowercased() == small ? value.uppercased() : value
            return onField(Self.quoted(shown)) {
                kind == .text ? $0.contains(small) : $0 == small
            }
        case 2:
            let prefix = String(value.prefix(1 + random.below(6)).prefix { $0.isLetter || $0.isNumber })
            if prefix.isEmpty { return exists(name) }
            return onField(prefix + "*") { $0.hasPrefix(prefix.lowercased()) }
        case 3:
            let part = word(value)
            if part.isEmpty { return exists(name) }
            return onField("*\(part)*") { $0.contains(part.lowercased()) }
        case 4: return bare(Self.quoted(value), small)
        case 5:
            let part = word(value)
            if part.isEmpty || ["and", "or", "not"].contains(part.lowercased()) { return exists(name) }
            return bare(part, part.lowercased())
        case 6: return range()
        case 7: return block()
        case 8:
            let part = word(value)
            if part.count < 3 { return exists(name) }
            let (first, last) = (String(part.prefix(1)).lowercased(), String(part.suffix(1)).lowercased())
            return PlainQuery(text: "\(part.prefix(1))*\(part.suffix(1))") { [kinds] record in
                record.fields.contains { field in
                    guard kinds[field.name] != .exact else { return false }
                    let value = field.value.lowercased()
                    guard let start = value.range(of: first) else { return false }
                    return value[start.upperBound...].contains(last)
                }
            }
        default: return exists(name)
        }
    }

    private func exists(_ name: String) -> PlainQuery {
        PlainQuery(text: "\(Self.escaped(name)):*") { $0.fields.contains { $0.name == name } }
    }

    private func bare(_ text: String, _ small: String) -> PlainQuery {
        PlainQuery(text: text) { [kinds] record in
            record.fields.contains { field in
                let value = field.value.lowercased()
                return kinds[field.name] == .exact ? value == small : value.contains(small)
            }
        }
    }

    private mutating func range() -> PlainQuery {
        let names = ["process.pid", "source.port", "destination.port", "event.code"]
        let name = names[random.below(names.count)]
        let (low, high) = (random.below(3000), 3000 + random.below(60_000))
        let open = random.below(2) == 0
        return PlainQuery(text: "\(name):\(open ? "{" : "[")\(low) TO \(high)]") { record in
            record.fields.contains { field in
                guard field.name == name, let number = Int(field.value) else { return false }
                return (open ? number > low : number >= low) && number <= high
            }
        }
    }

    private mutating func block() -> PlainQuery {
        let name = ["source.ip", "destination.ip", "host.ip"][random.below(3)]
        guard let address = records[random.below(records.count)].fields.first(where: { $0.name == name })?.value else {
            return exists(name)
        }
        let parts = address.split(separator: ".")
        let count = 1 + random.below(4)
        let base = (0..<4).map { $0 < count ? String(parts[$0]) : "0" }.joined(separator: ".")
        return PlainQuery(text: "\(name):\(base)/\(count * 8)") { record in
            record.fields.contains {
                $0.name == name && $0.value.split(separator: ".").prefix(count) == parts.prefix(count)
            }
        }
    }
}

extension String {
    /// Where another text begins and ends in it for the first time.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
