extension Journal {
    /// The version of the file's form.
    public static var formatVersion: Int { 1 }

    /// The journal as JSON text: the same journal gives the same bytes.
    public func json() -> String {
        var writer = JSONWriter(indent: 1)
        writer.object { json in
            json.member("format", "thao-journal")
            json.member("format-version", Self.formatVersion)
            json.member("world", W.name)
            json.member("rules-version", W.rulesVersion)
            json.member("content-hash", contentHash.hexadecimal)
            json.member("world-seed", String(seeds.world))
            json.member("future-seed", String(seeds.future))
            json.member("end", end)
            json.member("state-hash", stateHash.hexadecimal)
            json.key("options")
            json.value(JSONValue(.object(options)))
            json.key("entries")
            json.array { json in for entry in entries { Self.write(entry, to: &json) } }
            json.key("contents")
            json.array { json in
                for content in contents {
                    json.object { json in
                        json.member("name", content.name)
                        json.member("text", content.text)
                    }
                }
            }
        }
        return writer.text + "\n"
    }

    private static func write(_ entry: JournalEntry<W.Input>, to json: inout JSONWriter) {
        json.object { json in
            json.member("time", entry.time)
            switch entry.content {
            case .input(let input):
                json.key("input")
                input.write(to: &json)
            case .future(let seed): json.member("future-seed", String(seed))
            }
        }
    }

    /// Reads a journal.
    ///
    /// - Throws: ``JSONError`` with the position of what is wrong: no JSON, another world, another version of the rules, a
    ///   content that does not have the hash that the journal states, entries out of order.
    public init(json text: [UInt8]) throws(JSONError) {
        let root = try JSONValue.parse(text)
        try Self.expect(root, "format", "thao-journal")
        let version: Int = try root.required("format-version").integer()
        if version != Self.formatVersion {
            throw JSONError(
                "this journal has format \(version); this program reads format \(Self.formatVersion)",
                at: try root.required("format-version").position)
        }
        try Self.expect(root, "world", W.name)
        let rules = try root.required("rules-version")
        let rulesVersion: Int = try rules.integer()
        if rulesVersion != W.rulesVersion {
            throw JSONError(
                "this journal was made by version \(rulesVersion) of the rules of \(W.name); this program has version "
                    + "\(W.rulesVersion) and would give another run", at: rules.position)
        }
        var contents: [EmbeddedText] = []
        for content in try root.required("contents").array() {
            contents.append(
                EmbeddedText(name: try content.required("name").string(), text: try content.required("text").string()))
        }
        var entries: [JournalEntry<W.Input>] = []
        let end: Milliseconds = try root.required("end").integer()
        if end < 0 || end > Self.longest {
            throw JSONError("expected an end from 0 to \(Self.longest)", at: try root.required("end").position)
        }
        for element in try root.required("entries").array() {
            let entry = try Self.entry(element)
            if entry.time < entries.last?.time ?? 0 || entry.time > end {
                throw JSONError("entries must be in order of time, from 0 to the end", at: element.position)
            }
            entries.append(entry)
        }
        self.init(
            contents: contents, options: try root.required("options").object(),
            seeds: Seeds(
                world: try Self.seed(root.required("world-seed")), future: try Self.seed(root.required("future-seed"))),
            entries: entries, end: end, stateHash: try Self.hash(root.required("state-hash")))
        let stated = try root.required("content-hash")
        if try Self.hash(stated) != contentHash {
            throw JSONError("the contents were changed: their hash is \(contentHash.hexadecimal)", at: stated.position)
        }
    }

    /// The longest run that a journal may hold: ten years.
    public static var longest: Milliseconds { 10 * 366 * 24 * 3_600_000 }

    private static func expect(_ root: JSONValue, _ name: String, _ expected: String) throws(JSONError) {
        let value = try root.required(name)
        let found = try value.string()
        if found != expected { throw JSONError("expected \"\(expected)\", found \"\(found)\"", at: value.position) }
    }

    private static func entry(_ json: JSONValue) throws(JSONError) -> JournalEntry<W.Input> {
        let time: Milliseconds = try json.required("time").integer()
        if let input = json["input"] { return JournalEntry(time: time, content: .input(try W.Input(json: input))) }
        return JournalEntry(time: time, content: .future(try seed(json.required("future-seed"))))
    }

    private static func seed(_ json: JSONValue) throws(JSONError) -> UInt64 {
        guard let seed = UInt64(try json.string()) else {
            throw JSONError("expected a seed from 0 to \(UInt64.max) in quotation marks", at: json.position)
        }
        return seed
    }

    private static func hash(_ json: JSONValue) throws(JSONError) -> UInt64 {
        let text = try json.string()
        guard text.utf8.count == 16, let hash = UInt64(text, radix: 16) else {
            throw JSONError("expected a hash of 16 hexadecimal digits", at: json.position)
        }
        return hash
    }
}
