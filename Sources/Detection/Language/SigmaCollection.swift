import Scenario

/// All rules that are used together: filters applied, correlations tied to the rules that they gather.
public struct SigmaCollection: Sendable {
    /// The rules, in the order in which they were given.
    public internal(set) var rules: [SigmaRule] = []
    /// The correlations, each after those that it gathers, otherwise in the order in which they were given.
    public internal(set) var correlations: [SigmaCorrelation] = []
    /// What was found between files: names that nobody has, circles, ids that two rules share.
    public internal(set) var diagnostics: [Diagnostic] = []

    /// Puts readings together, in their order. A correlation whose rules are not all there is left out, which is an
    /// error.
    ///
    /// - Complexity: O(rules + filters · rules that they apply to).
    public init(_ readings: [SigmaReading]) {
        var names = NameIndex()
        for reading in readings {
            for rule in reading.rules {
                if let other = names.add(.rule(rules.count), id: rule.id, name: rule.name) {
                    diagnostics.append(Self.repeated(other, rule.file, rule.position))
                }
                rules.append(rule)
            }
        }
        apply(readings.flatMap(\.filters), names)
        resolve(readings.flatMap(\.correlations), &names)
    }
}

/// Rules and correlations by id and name. Of equal ones the first counts.
struct NameIndex {
    private var members: [String: CorrelationMember] = [:]
    /// Ids and names, in the order in which they came.
    private(set) var words: [String] = []

    /// Takes in a rule; gives an id or name that is taken already.
    mutating func add(_ member: CorrelationMember, id: String, name: String) -> String? {
        var taken: String?
        for word in name == id ? [id] : [id, name] where !word.isEmpty {
            if members[word] == nil {
                members[word] = member
                words.append(word)
            } else {
                taken = taken ?? word
            }
        }
        return taken
    }

    /// The rule or correlation of an id or name.
    subscript(word: String) -> CorrelationMember? { members[word] }
}
