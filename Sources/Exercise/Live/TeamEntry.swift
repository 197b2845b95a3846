import Kernel

/// One entry of a team's journal: who put in what, and when.
public struct TeamEntry: Sendable, Equatable {
    /// Number in the team's journal, from 1 without gaps.
    public var number: Int
    /// Exercise time in milliseconds.
    public var time: Milliseconds
    /// Who.
    public var author: Author
    /// What.
    public var input: TeamInput

    /// An entry.
    public init(number: Int, time: Milliseconds, author: Author, input: TeamInput) {
        self.number = number
        self.time = time
        self.author = author
        self.input = input
    }

    /// Writes the entry as one JSON object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("time", time)
            json.key("author")
            author.write(to: &json)
            json.key("input")
            input.write(to: &json)
        }
    }

    /// The entry as JSON on one line, without a line break at the end.
    public var line: String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text
    }

    /// Reads what ``write(to:)`` wrote.
    public init(json: JSONValue) throws(JSONError) {
        number = try json.required("number").integer()
        time = try json.required("time").integer()
        author = try Author(json: json.required("author"))
        input = try TeamInput(json: json.required("input"))
    }

    /// Reads what ``line`` gave.
    ///
    /// - Throws: ``JSONError`` with the position of what is wrong.
    public init(line: String) throws(JSONError) {
        self = try TeamEntry(json: JSONValue.parse(line))
    }
}
