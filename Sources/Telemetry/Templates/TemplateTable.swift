/// Texts of records, compiled once: fixed bytes between fields that are filled in as bytes.
struct TemplateTable: Sendable {
    /// All fixed texts.
    private(set) var bytes: [UInt8] = []
    /// All steps.
    private(set) var steps: [TemplateStep] = []
    /// The templates.
    private(set) var infos: [TemplateInfo] = []
    /// Texts that a `pick` chooses from, as ranges in ``bytes``.
    private(set) var choices: [Range<UInt32>] = []
    private var lists: [(name: String, choices: Range<Int>)] = []
    private var known: [String: UInt16] = [:]

    /// The longest that a name, a device object or a user object can be.
    static let longestFragment = 512

    /// Adds texts to choose from; they are escaped for JSON.
    mutating func addList(_ name: String, _ texts: [String]) {
        let start = choices.count
        for text in texts { choices.append(append(JSONText.escaped(text).utf8[...])) }
        lists.append((name, start..<choices.count))
    }

    /// The range of a list in ``choices``.
    func list(_ name: String) -> Range<Int> {
        lists.first { $0.name == name }?.choices ?? 0..<0
    }

    /// Compiles a template; the same source twice gives the same number.
    mutating func add(_ source: String, usesNetwork: Bool, needsEndpoint: Bool) -> UInt16 {
        let key = (usesNetwork ? "n" : "-") + (needsEndpoint ? "e" : "-") + source
        if let number = known[key] { return number }
        known[key] = UInt16(infos.count)
        let first = steps.count
        var capacity = 2
        var rest = source.utf8[...]
        while let open = rest.firstIndex(of: 0x3C) {
            capacity += addLiteral(rest[..<open])
            guard let close = rest[open...].firstIndex(of: 0x3E) else {
                preconditionFailure("template field without end in \(source)")
            }
            capacity += addField(Substring(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        capacity += addLiteral(rest) + addLiteral("\n".utf8[...])
        infos.append(
            TemplateInfo(
                steps: first..<steps.count, capacity: capacity, usesNetwork: usesNetwork, needsEndpoint: needsEndpoint))
        return UInt16(infos.count - 1)
    }

    private mutating func append(_ text: Substring.UTF8View) -> Range<UInt32> {
        let start = UInt32(bytes.count)
        bytes.append(contentsOf: text)
        return start..<UInt32(bytes.count)
    }

    private mutating func addLiteral(_ text: Substring.UTF8View) -> Int {
        if text.isEmpty { return 0 }
        let range = append(text)
        steps.append(
            TemplateStep(field: .literal, part: 0, first: range.lowerBound, second: UInt32(range.count)))
        return range.count
    }

    private mutating func addField(_ text: Substring) -> Int {
        let words = text.split(separator: " ")
        func number(_ index: Int) -> UInt32 {
            guard words.indices.contains(index), let value = UInt32(words[index]) else {
                preconditionFailure("template field <\(text)> lacks a number")
            }
            return value
        }
        let name = String(words.first ?? "")
        if let field = TemplateField(plain: name) {
            steps.append(TemplateStep(field: field, part: 0, first: 0, second: 0))
            return Self.longestFragment
        }
        switch name {
        case "pid", "ephemeral":
            let field: TemplateField = name == "pid" ? .pid : .ephemeral
            steps.append(TemplateStep(field: field, part: UInt8(number(1)), first: 0, second: 0))
            return 12
        case "number":
            steps.append(
                TemplateStep(field: .number, part: UInt8(number(3)), first: number(1), second: number(2)))
            return 12
        case "size":
            steps.append(TemplateStep(field: .size, part: UInt8(number(2)), first: number(1), second: 0))
            return 20
        case "hex":
            steps.append(TemplateStep(field: .hex, part: UInt8(number(2)), first: number(1), second: 0))
            return Int(number(1))
        case "pick":
            let range = list(String(words[1]))
            precondition(!range.isEmpty, "template field <\(text)> names no list")
            steps.append(
                TemplateStep(
                    field: .pick, part: UInt8(number(2)), first: UInt32(range.lowerBound), second: UInt32(range.count)))
            return choices[range].map(\.count).max() ?? 0
        default: preconditionFailure("unknown template field <\(text)>")
        }
    }
}

extension TemplateField {
    /// The field of that name, where it takes no arguments.
    fileprivate init?(plain name: String) {
        switch name {
        case "uid": self = .uid
        case "time": self = .time
        case "logged": self = .logged
        case "sensor": self = .sensor
        case "device": self = .device
        case "user": self = .user
        case "userName": self = .userName
        case "subject": self = .subject
        case "mail": self = .mail
        case "host": self = .host
        case "source": self = .source
        case "target": self = .target
        case "hostName": self = .hostName
        case "sourceName": self = .sourceName
        case "targetName": self = .targetName
        case "targetAddress": self = .targetAddress
        case "network": self = .network
        case "port": self = .port
        case "site": self = .site
        case "siteEndpoint": self = .siteEndpoint
        case "siteAddress": self = .siteAddress
        default: return nil
        }
    }
}
