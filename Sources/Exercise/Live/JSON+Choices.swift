import Kernel

extension JSONValue {
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
}
