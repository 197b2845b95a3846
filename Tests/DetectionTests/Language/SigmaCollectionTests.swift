import Scenario
import Testing

@testable import Detection

/// What files say of each other.
struct SigmaCollectionTests {
    private static func rule(_ name: String, id: String = "", source: String = "product: x") -> String {
        "title: \(name)\nname: \(name)\nid: '\(id)'\nlogsource: {\(source)}\ndetection: {s: {F: x}, condition: s}\n---\n"
    }

    private static func correlation(_ name: String, _ rules: String, _ more: String = "") -> String {
        "title: \(name)\nname: \(name)\ncorrelation:\n    type: event_count\n    rules: \(rules)\n    timespan: 1m\n"
            + "    condition: {gte: 2}\n\(more)---\n"
    }

    private static func filter(_ rules: String, source: String = "product: x") -> String {
        "title: filter\nlogsource: {\(source)}\nfilter:\n    rules: \(rules)\n    selection: {User: x}\n"
            + "    condition: not selection\n---\n"
    }

    private static func collection(_ texts: String...) -> SigmaCollection {
        let readings = texts.enumerated().map { SigmaReader.read(Array($1.utf8), file: "\($0).yml") }
        #expect(readings.allSatisfy { $0.diagnostics.isEmpty })
        return SigmaCollection(readings)
    }

    @Test func correlationsFindRulesInOtherFiles() {
        let collection = Self.collection(Self.correlation("k", "[b, '7']"), Self.rule("a", id: "7") + Self.rule("b"))
        #expect(collection.diagnostics.isEmpty)
        #expect(collection.correlations.first?.members == [.rule(1), .rule(0)])
        #expect(collection.rules.map(\.isSilent) == [true, true])
    }

    @Test func whatIsGatheredComesFirst() {
        let collection = Self.collection(
            Self.rule("a") + Self.correlation("k1", "[k2, k3]") + Self.correlation("k2", "k3")
                + Self.correlation("k3", "a", "    generate: true\n"))
        #expect(collection.diagnostics.isEmpty)
        #expect(collection.correlations.map(\.title) == ["k3", "k2", "k1"])
        #expect(collection.correlations.last?.members == [.correlation(1), .correlation(0)])
        #expect(collection.correlations.map(\.isSilent) == [true, true, false])
        #expect(collection.rules.map(\.isSilent) == [false])
    }

    @Test func wrongReferencesAreErrors() {
        let collection = Self.collection(Self.rule("logon_failed"), Self.correlation("k", "logon_faild"))
        #expect(
            collection.diagnostics.map(\.description) == [
                "1.yml:5:12: error: correlation.rules: no rule has the id or name 'logon_faild'; "
                    + "did you mean 'logon_failed'?"
            ])
        #expect(collection.correlations.isEmpty)
    }

    @Test func circlesAreErrors() {
        let collection = Self.collection(
            Self.rule("a") + Self.correlation("k1", "k2") + Self.correlation("k2", "k1") + Self.correlation("k3", "k3")
                + Self.correlation("k4", "k1") + Self.correlation("k5", "a"))
        #expect(collection.correlations.map(\.title) == ["k5"])
        #expect(collection.diagnostics.count == 4)
        #expect(collection.diagnostics.allSatisfy { $0.message.contains("gathers itself") })
    }

    @Test func sharedNamesAreWarnings() {
        let collection = Self.collection(Self.rule("a"), Self.rule("a"), Self.correlation("k", "a"))
        #expect(collection.diagnostics.map(\.severity) == [.warning])
        #expect(collection.correlations.first?.members == [.rule(0)])
    }

    private static let plain = SigmaExpression.field("F", .text("x", cased: false))
    private static let filtered = SigmaExpression.all([plain, .not(.field("User", .text("x", cased: false)))])

    @Test func filtersApplyToTheRulesThatTheyName() {
        let rules = Self.rule("a", id: "1") + Self.rule("b") + Self.rule("c", source: "product: y")
        #expect(
            Self.collection(rules, Self.filter("['1', c]")).rules.map(\.conditions) == [
                [Self.filtered], [Self.plain], [Self.plain],
            ])
        for word in ["any", "ANY", "[]"] {
            let conditions = Self.collection(rules, Self.filter(word)).rules.map(\.conditions)
            #expect(conditions == [[Self.filtered], [Self.filtered], [Self.plain]])
        }
    }

    @Test func filtersForNobodyAreWarnings() {
        let collection = Self.collection(Self.rule("a"), Self.filter("b"))
        #expect(collection.diagnostics.map(\.severity) == [.warning])
        #expect(collection.rules.map(\.conditions) == [[Self.plain]])
    }
}
