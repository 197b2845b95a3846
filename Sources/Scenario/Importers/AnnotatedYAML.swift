/// Writes YAML line by line, the same bytes for the same calls, and collects what was assumed on the way.
struct AnnotatedYAML {
    private(set) var text = ""
    /// Everything that was assumed: path and reason.
    private(set) var assumptions: [String] = []
    private var path: [String] = []

    /// A line of comment at the present depth.
    mutating func comment(_ comment: String) {
        text += "\(indentation)# \(comment)\n"
    }

    /// A key with a value on its line.
    mutating func entry(_ key: String, _ value: String, assumption: String? = nil) {
        line("\(key): \(value)", key: key, assumption)
    }

    /// A key with entries below it.
    mutating func section(_ key: String, assumption: String? = nil, _ body: (inout AnnotatedYAML) -> Void) {
        line("\(key):", key: key, assumption)
        path.append(key)
        body(&self)
        path.removeLast()
    }

    /// An element of a list, on one line.
    mutating func item(_ value: String, assumption: String? = nil) {
        line("- \(value)", key: nil, assumption)
    }

    private var indentation: String { String(repeating: " ", count: 2 * path.count) }

    private mutating func line(_ content: String, key: String?, _ assumption: String?) {
        text += indentation + content
        if let assumption {
            text += "  # assumption: \(assumption)"
            let place = (path + (key.map { [$0] } ?? [])).joined(separator: ".")
            let note = "\(place): \(assumption)"
            if assumptions.last != note { assumptions.append(note) }
        }
        text += "\n"
    }

    /// A text in quotes. Control characters are expected to be gone.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    /// A text in both languages.
    static func localized(_ vietnamese: String, _ english: String) -> String {
        "{vi: \(quoted(vietnamese)), en: \(quoted(english))}"
    }

    /// A list of keys on one line.
    static func list(_ keys: [String]) -> String { "[\(keys.joined(separator: ", "))]" }

    /// An uncertain number of values as the format writes them.
    static func range(_ low: String, _ likely: String, _ high: String) -> String {
        "{low: \(low), likely: \(likely), high: \(high)}"
    }

    /// An amount with a half and the double as its range, digits grouped.
    static func money(around amount: Int64) -> String {
        range(grouped(amount / 2), grouped(amount), grouped(amount * 2))
    }

    /// The digits of a number that is not negative, in groups of three.
    static func grouped(_ number: Int64) -> String {
        let digits = String(number)
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.count - place) % 3 == 0 { result += "_" }
            result.append(digit)
        }
        return result
    }
}
