import Kernel
import Scenario

extension JSONValue {
    /// One of the texts that an enumeration knows; anything else is an error that lists them.
    func choice<Choice: RawRepresentable & CaseIterable>() throws(JSONError) -> Choice where Choice.RawValue == String {
        if let choice = Choice(rawValue: try string()) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw JSONError("expected one of \(known)", at: position)
    }

    /// An integer of a range; anything else is an error.
    func integer<Number: FixedWidthInteger>(in range: ClosedRange<Number>) throws(JSONError) -> Number {
        let number: Number = try integer()
        if !range.contains(number) {
            throw JSONError("expected an integer from \(range.lowerBound) to \(range.upperBound)", at: position)
        }
        return number
    }

    /// An integer, or nil where the key is absent.
    func optionalInteger<Number: FixedWidthInteger>(_ name: String) throws(JSONError) -> Number? {
        guard let value = self[name] else { return nil }
        return try value.integer()
    }

    /// The texts of an array.
    func strings() throws(JSONError) -> [String] {
        var texts: [String] = []
        for element in try array() { texts.append(try element.string()) }
        return texts
    }

    /// The integers of an array.
    func integers<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(JSONError) -> [Number] {
        var numbers: [Number] = []
        for element in try array() { numbers.append(try element.integer()) }
        return numbers
    }
}

extension JSONWriter {
    /// Writes a member with a text in both languages.
    mutating func member(_ name: String, _ text: LocalizedText) {
        key(name)
        value(text)
    }

    /// Writes a text in both languages.
    mutating func value(_ text: LocalizedText) {
        object { json in
            json.member("vi", text.vietnamese)
            json.member("en", text.english)
        }
    }

    /// Writes a member with an integer, or nothing.
    mutating func member(ifAny name: String, _ number: (some BinaryInteger)?) {
        if let number { member(name, number) }
    }

    /// Writes a member with a list of texts.
    mutating func member(_ name: String, _ texts: [String]) {
        key(name)
        array { json in for text in texts { json.value(text) } }
    }

    /// Writes a member with a list of integers.
    mutating func member(_ name: String, _ numbers: [some BinaryInteger]) {
        key(name)
        array { json in for number in numbers { json.value(number) } }
    }

    /// Writes a member with a list whose elements `body` writes.
    package mutating func list<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ body: (Element, inout JSONWriter) -> Void
    ) {
        key(name)
        array { json in for element in elements { body(element, &json) } }
    }
}
