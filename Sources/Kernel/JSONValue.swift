/// A position in a text, counted from one.
public struct TextPosition: Sendable, Hashable, CustomStringConvertible {
    /// Line.
    public var line: Int
    /// Column, in UTF-8 bytes.
    public var column: Int
    /// A position.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
    /// `line:column`.
    public var description: String { "\(line):\(column)" }
}

/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where.
    public var position: TextPosition
    /// What was found and what was expected.
    public var message: String
    /// An error at a position.
    public init(_ message: String, at position: TextPosition) {
        self.message = message
        self.position = position
    }
    /// `line:column: message`.
    public var description: String { "\(position): \(message)" }
}

/// A parsed JSON value that remembers where it stood, so that what reads it can point at what is wrong.
public struct JSONValue: Sendable, Equatable {
    /// One member of an object.
    public struct Member: Sendable, Equatable {
        /// Its key.
        public var name: String
        /// Its value.
        public var value: JSONValue
        /// A member.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The kinds of value. Numbers keep their text: integers above 2⁵³ must survive.
    public indirect enum Content: Sendable, Equatable {
        case null, bool(Bool), number(String), string(String), array([JSONValue]), object([Member])
    }

    /// The value itself.
    public var content: Content
    /// Where it began.
    public var position: TextPosition

    /// A value.
    public init(_ content: Content, at position: TextPosition = TextPosition(line: 1, column: 1)) {
        self.content = content
        self.position = position
    }

    /// Values are equal by content; where they stood does not matter.
    public static func == (left: JSONValue, right: JSONValue) -> Bool { left.content == right.content }

    /// The value of a key, or nil where it is absent or this is no object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value of a key that must be there.
    public func required(_ name: String) throws(JSONError) -> JSONValue {
        guard case .object = content else { throw JSONError("expected an object", at: position) }
        guard let value = self[name] else { throw JSONError("missing key \"\(name)\"", at: position) }
        return value
    }

    /// The text; anything else is an error.
    public func string() throws(JSONError) -> String {
        guard case .string(let text) = content else { throw JSONError("expected a text", at: position) }
        return text
    }

    /// The integer in the range of `type`; anything else is an error.
    public func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) throws(JSONError) -> T {
        guard case .number(let text) = content, let number = T(text) else {
            throw JSONError("expected an integer from \(T.min) to \(T.max)", at: position)
        }
        return number
    }

    /// The truth value; anything else is an error.
    public func bool() throws(JSONError) -> Bool {
        guard case .bool(let flag) = content else { throw JSONError("expected true or false", at: position) }
        return flag
    }

    /// The elements; anything else is an error.
    public func array() throws(JSONError) -> [JSONValue] {
        guard case .array(let elements) = content else { throw JSONError("expected an array", at: position) }
        return elements
    }

    /// The members; anything else is an error.
    public func object() throws(JSONError) -> [Member] {
        guard case .object(let members) = content else { throw JSONError("expected an object", at: position) }
        return members
    }

    /// One of the texts that an enumeration knows; anything else is an error that lists them.
    package func choice<Choice: RawRepresentable & CaseIterable>() throws(JSONError) -> Choice
    where Choice.RawValue == String {
        if let choice = Choice(rawValue: try string()) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw JSONError("expected one of \(known)", at: position)
    }
}
