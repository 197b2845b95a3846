/// A message by the grammar of RFC 5424, and nothing looser.
struct SyslogMessage {
    struct GrammarError: Error { let message: String }

    let priority: Int
    let host: String
    let application: String
    var data: [String: [String: String]] = [:]
    let text: String

    init(_ line: String) throws {
        var rest = Substring(line)
        func fail(_ what: String) -> GrammarError { GrammarError(message: "\(what) in: \(line)") }
        func word(_ limit: Int) throws -> String {
            let word = rest.prefix { $0 != " " }
            let printable = word.utf8.allSatisfy { $0 > 32 && $0 < 127 }
            if word.isEmpty || word.utf8.count > limit || !printable { throw fail("'\(word)'") }
            rest = rest.dropFirst(word.count)
            guard rest.first == " " else { throw fail("no blank") }
            rest = rest.dropFirst()
            return String(word)
        }
        let header = try word(9)
        guard let match = header.wholeMatch(of: /<(0|[1-9]\d{0,2})>1/), let priority = Int(match.1) else {
            throw fail("priority and version")
        }
        self.priority = priority
        let time = try word(35)
        guard time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)/) != nil else {
            throw fail("time")
        }
        host = try word(255)
        application = try word(48)
        _ = try word(128)
        _ = try word(32)
        var data: [String: [String: String]] = [:]
        guard rest.first == "[" else { throw fail("structured data") }
        while rest.first == "[" {
            rest = rest.dropFirst()
            let id = rest.prefix { $0 != " " && $0 != "]" }
            guard !id.isEmpty, id.utf8.count <= 32, !id.contains("="), !id.contains("\"") else { throw fail("id") }
            rest = rest.dropFirst(id.count)
            var parameters: [String: String] = [:]
            while rest.first == " " {
                rest = rest.dropFirst()
                let name = rest.prefix { $0 != "=" }
                rest = rest.dropFirst(name.count)
                guard rest.hasPrefix("=\"") else { throw fail("parameter") }
                rest = rest.dropFirst(2)
                var value = ""
                while let next = rest.first, next != "\"" {
                    if next == "]" { throw fail("bare bracket") }
                    rest = rest.dropFirst()
                    if next == "\\", let escaped = rest.first, "\"\\]".contains(escaped) {
                        value.append(escaped)
                        rest = rest.dropFirst()
                    } else {
                        value.append(next)
                    }
                }
                guard rest.first == "\"" else { throw fail("end of value") }
                rest = rest.dropFirst()
                parameters[String(name)] = value
            }
            guard rest.first == "]" else { throw fail("end of element") }
            rest = rest.dropFirst()
            data[String(id)] = parameters
        }
        self.data = data
        guard rest.first == " " else { throw fail("message") }
        text = String(rest.dropFirst())
    }
}
