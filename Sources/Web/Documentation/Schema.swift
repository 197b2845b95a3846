/// The shape of a JSON value: what requests are held against, and what the API's document says.
struct Schema: Sendable {
    /// The kinds of value.
    indirect enum Kind: Sendable {
        /// A text; lengths are in Unicode scalars.
        case string(length: ClosedRange<Int>, choices: [String], format: String?)
        case integer(ClosedRange<Int64>)
        case boolean
        case array(Schema, count: ClosedRange<Int>)
        /// Members in order; others are refused in requests.
        case object([Property])
        /// Members of any name.
        case map(Schema)
        /// A shape that the document holds once under a name.
        case named(String, Schema)
        /// Anything.
        case any
    }

    /// A member of an object.
    struct Property: Sendable {
        var name: String
        var schema: Schema
        var isRequired: Bool

        /// A member that must be there.
        static func required(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: true)
        }

        /// A member that may be there.
        static func optional(_ name: String, _ schema: Schema) -> Property {
            Property(name: name, schema: schema, isRequired: false)
        }
    }

    var kind: Kind
    /// What it means, in English.
    var summary = ""
    /// Whether null is allowed as well.
    var isNullable = false

    /// A text.
    static func string(_ summary: String = "", _ length: ClosedRange<Int> = 0...10_000, format: String? = nil) -> Schema
    {
        Schema(kind: .string(length: length, choices: [], format: format), summary: summary)
    }

    /// One of some words.
    static func choice(_ choices: [String], _ summary: String = "") -> Schema {
        Schema(kind: .string(length: 0...200, choices: choices, format: nil), summary: summary)
    }

    /// A whole number.
    static func integer(_ summary: String = "", _ range: ClosedRange<Int64> = 0...Int64.max) -> Schema {
        Schema(kind: .integer(range), summary: summary)
    }

    /// True or false.
    static func boolean(_ summary: String = "") -> Schema { Schema(kind: .boolean, summary: summary) }

    /// A list.
    static func array(of element: Schema, _ summary: String = "", _ count: ClosedRange<Int> = 0...1_000) -> Schema {
        Schema(kind: .array(element, count: count), summary: summary)
    }

    /// An object.
    static func object(_ properties: [Property], _ summary: String = "") -> Schema {
        Schema(kind: .object(properties), summary: summary)
    }

    /// An object whose members all have one shape.
    static func map(of element: Schema, _ summary: String = "") -> Schema {
        Schema(kind: .map(element), summary: summary)
    }

    /// Any value.
    static func any(_ summary: String = "") -> Schema { Schema(kind: .any, summary: summary) }

    /// A shape that the document holds once under a name.
    static func named(_ name: String, _ schema: Schema) -> Schema { Schema(kind: .named(name, schema)) }

    /// The same shape, or null.
    var orNull: Schema {
        var schema = self
        schema.isNullable = true
        return schema
    }
}
