import Kernel

extension ExerciseSettings {
    /// The most measures that settings may name.
    private static let measureLimit = 200
    /// The longest name of an adversary or measure, in bytes.
    private static let nameLimit = 200

    /// Writes the settings as one JSON object. The seed is a text: not every reader of JSON keeps 64 bits.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            if let adversary { json.member("adversary", adversary) }
            json.key("measures")
            json.array { json in for measure in measures { json.value(measure) } }
            json.member("seed", String(seed))
            json.member("variant", variant.rawValue)
            switch pace {
            case .factor(let factor): json.member("factor", factor)
            case .turns(let length): json.member("turn", length)
            }
            json.member("grouping", grouping.rawValue)
            if let duration { json.member("duration", duration) }
            if let historyDays { json.member("history-days", historyDays) }
            json.member("hints-allowed", hintsAllowed)
            json.member("scoreboard-visible", scoreboardVisible)
        }
    }

    /// The settings as JSON text on one line.
    public func json() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text
    }

    /// Reads what ``write(to:)`` wrote. Keys that are left out keep their usual value.
    ///
    /// - Throws: ``JSONError`` with the position of an unknown key, or of a value of the wrong kind or out of its range.
    public init(json: JSONValue) throws(JSONError) {
        self.init()
        for member in try json.object() {
            let value = member.value
            switch member.name {
            case "adversary": adversary = try Self.name(value)
            case "measures": measures = try Self.names(value)
            case "seed":
                guard let number = UInt64(try value.string()) else {
                    throw JSONError("expected a seed from 0 to \(UInt64.max) in quotation marks", at: value.position)
                }
                seed = number
            case "variant": variant = try value.choice()
            case "factor": pace = .factor(try value.integer(in: 1...600))
            case "turn": pace = .turns(try value.integer(in: 1_000...86_400_000))
            case "grouping": grouping = try value.choice()
            case "duration": duration = try value.integer(in: 60_000...2_592_000_000)
            case "history-days": historyDays = try value.integer(in: 0...14)
            case "hints-allowed": hintsAllowed = try value.bool()
            case "scoreboard-visible": scoreboardVisible = try value.bool()
            default: throw JSONError("unknown setting \"\(member.name)\"", at: value.position)
            }
        }
    }

    private static func names(_ json: JSONValue) throws(JSONError) -> [String] {
        let elements = try json.array()
        if elements.count > measureLimit {
            throw JSONError("expected at most \(measureLimit) measures", at: json.position)
        }
        var names: [String] = []
        for element in elements { names.append(try name(element)) }
        return names
    }

    private static func name(_ json: JSONValue) throws(JSONError) -> String {
        let text = try json.string()
        if text.isEmpty || text.utf8.count > nameLimit {
            throw JSONError("expected a name of at most \(nameLimit) bytes", at: json.position)
        }
        return text
    }
}
