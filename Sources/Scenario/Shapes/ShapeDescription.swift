/// What a part of a file may look like, as data: the JSON Schema and the reference page are made of it.
indirect enum ShapeDescription: Sendable {
    /// A text; numbers are taken as they are written.
    case text
    /// A text in one or both languages.
    case localized
    case boolean
    /// A whole number in a range.
    case integer(ClosedRange<Int64>)
    /// A number of a kind.
    case quantity(Quantity)
    /// A number of a kind with its uncertainty.
    case uncertain(Quantity)
    /// A text of a written form, with an example and a regular expression.
    case form(String, example: String, pattern: String)
    /// One of some words.
    case choice([String])
    /// One of some words, also in lower or upper case.
    case word([String])
    /// Nothing after the key.
    case nothing
    /// The name of something declared elsewhere, or one of some words.
    case reference([Section], words: [String])
    case list(ShapeDescription, atLeast: Int)
    /// A map whose keys are names (or references) that the file chooses.
    case map(keyPattern: String, ShapeDescription, atLeast: Int)
    case record(RecordDescription)
    /// A record that contains itself, by name.
    case recursive(String)
    case oneOf([ShapeDescription])
}

/// A map with fixed keys.
struct RecordDescription: Sendable {
    /// Name in the schema and the reference.
    var name: String
    /// What it is.
    var summary: String
    var fields: [FieldDescription]
    /// Whether exactly one of the keys (or groups of keys) is to be written.
    var isAlternative = false
}

/// One key of a record.
struct FieldDescription: Sendable {
    var key: String
    var summary: String
    var isRequired: Bool
    /// Whether the key is not part of Open Cyber Range's language.
    var isOurs: Bool
    /// Other spellings that only Open Cyber Range's dialect takes.
    var otherSpellings: [String] = []
    var shape: ShapeDescription
}
