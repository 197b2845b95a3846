import Kernel
import Scenario

// What several parts of a result are written and read with.

extension JSONWriter {
    mutating func member(_ name: String, _ number: UncertainNumber) {
        key(name)
        object { json in
            json.member("low", number.low)
            json.member("likely", number.likely)
            json.member("high", number.high)
            json.member("source", number.source)
        }
    }

    mutating func member(_ name: String, _ figure: StudyFigure) {
        key(name)
        object { json in
            json.member("mean", figure.mean)
            json.member("low", figure.low)
            json.member("high", figure.high)
        }
    }
}

extension JSONValue {
    func string(_ name: String) throws(JSONError) -> String { try required(name).string() }

    func number<Number: FixedWidthInteger>(_ name: String) throws(JSONError) -> Number {
        try required(name).integer()
    }

    func optional(_ name: String) throws(JSONError) -> Int64? {
        let value = try required(name)
        return value.content == .null ? nil : try value.integer()
    }

    func text(_ name: String) throws(JSONError) -> LocalizedText {
        let value = try required(name)
        return LocalizedText(vietnamese: try value.string("vi"), english: try value.string("en"))
    }

    func uncertain(_ name: String) throws(JSONError) -> UncertainNumber {
        let value = try required(name)
        return UncertainNumber(
            low: try value.number("low"), likely: try value.number("likely"), high: try value.number("high"),
            source: try value.string("source"))
    }

    func figure(_ name: String) throws(JSONError) -> StudyFigure {
        let value = try required(name)
        return StudyFigure(
            mean: try value.number("mean"), low: try value.number("low"), high: try value.number("high"))
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(_ name: String) throws(JSONError) -> Word {
        try required(name).choice()
    }

    func list<Element>(
        _ name: String, _ read: (JSONValue) throws(JSONError) -> Element
    ) throws(JSONError) -> [Element] {
        var result: [Element] = []
        for element in try required(name).array() { result.append(try read(element)) }
        return result
    }
}
