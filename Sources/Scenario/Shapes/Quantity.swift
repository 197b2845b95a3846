/// Kinds of number, and how each is written and stored.
enum Quantity: String, Sendable, CaseIterable {
    /// 0…1 or a percentage; stored as parts of 2³².
    case share
    /// Whole currency units.
    case money
    /// A text with units; stored in milliseconds.
    case duration
    /// A decimal number; stored in thousandths.
    case thousandths

    /// The largest stored value: far above what is plausible, far below what could overflow.
    var limit: Int64 {
        switch self {
        case .share: 1 << 32
        case .money: 1_000_000_000_000_000
        case .duration: 315_360_000_000
        case .thousandths: 1_000_000_000_000
        }
    }

    /// What is expected, for messages.
    var expectation: String {
        switch self {
        case .share: "a number from 0 to 1 or a percentage such as 35%"
        case .money: "a whole number of currency units such as 1_000_000"
        case .duration: "a duration with units such as 10 min or 1h 30min"
        case .thousandths: "a number such as 3 or 0.25"
        }
    }

    /// The stored value of a text, or what is wrong with it.
    func parse(_ text: String, bareSeconds: Bool = false) -> Result<Int64, QuantityError> {
        switch self {
        case .share: share(text)
        case .money: bounded(ExactDecimal(text)?.exactly(scaledBy: 1), text)
        case .thousandths: bounded(ExactDecimal(text)?.exactly(scaledBy: 1_000), text)
        case .duration: duration(text, bareSeconds: bareSeconds)
        }
    }

    private func share(_ text: String) -> Result<Int64, QuantityError> {
        let isPercent = text.last == "%"
        let digits = isPercent ? text.dropLast().trimmingTrailingSpace() : text[...]
        guard var decimal = ExactDecimal(digits) else { return wrong(text) }
        if isPercent { decimal.decimals += 2 }
        if decimal.decimals > 18 { return wrong(text) }
        guard let parts = decimal.scaled(by: 1 << 32), parts <= limit else {
            return .failure(QuantityError("\(YAMLNode.quoted(text)) is more than 1; expected \(expectation)"))
        }
        return .success(parts)
    }

    private func duration(_ text: String, bareSeconds: Bool) -> Result<Int64, QuantityError> {
        do throws(DurationText.Failure) {
            let milliseconds = try DurationText.milliseconds(text, bareSeconds: bareSeconds)
            return bounded(milliseconds, text)
        } catch {
            switch error {
            case .malformed: return wrong(text)
            case .missingUnit(let number):
                return .failure(QuantityError("the number \(number) has no unit; expected \(expectation)"))
            case .unknownUnit(let unit):
                let names = DurationText.units.flatMap(\.names)
                return .failure(
                    QuantityError(
                        "\(YAMLNode.quoted(unit)) is no unit of time; expected \(expectation)", wanted: unit,
                        candidates: names))
            case .tooLong: return .failure(QuantityError("\(YAMLNode.quoted(text)) is too long"))
            }
        }
    }

    private func bounded(_ value: Int64?, _ text: String) -> Result<Int64, QuantityError> {
        guard let value else { return wrong(text) }
        return value <= limit ? .success(value) : .failure(QuantityError("\(YAMLNode.quoted(text)) is too large"))
    }

    private func wrong(_ text: String) -> Result<Int64, QuantityError> {
        .failure(QuantityError("expected \(expectation), found \(YAMLNode.quoted(text))"))
    }
}

/// What is wrong with a number.
struct QuantityError: Error {
    var message: String
    var wanted = ""
    var candidates: [String] = []
    init(_ message: String, wanted: String = "", candidates: [String] = []) {
        self.message = message
        self.wanted = wanted
        self.candidates = candidates
    }
}

extension Substring {
    fileprivate func trimmingTrailingSpace() -> Substring {
        var result = self
        while result.last == " " { result.removeLast() }
        return result
    }
}
