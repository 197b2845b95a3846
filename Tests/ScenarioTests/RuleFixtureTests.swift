import Scenario
import Testing

/// Every rule has a fixture that keeps it or breaks it; the fixture says which findings there must be, and no others.
struct RuleFixtureTests {
    /// A file below a dialect's folder.
    struct Fixture: CustomTestStringConvertible {
        var dialect: Dialect
        var isAccepted: Bool
        var name: String
        var path: String { "\(dialect.rawValue)/\(isAccepted ? "accept" : "reject")/\(name)" }
        var testDescription: String { path }
    }

    static let all: [Fixture] = Dialect.allCases.flatMap { dialect in
        [true, false].flatMap { isAccepted in
            let folder = "\(dialect.rawValue)/\(isAccepted ? "accept" : "reject")"
            return Fixtures.names(in: folder).map { Fixture(dialect: dialect, isAccepted: isAccepted, name: $0) }
        }
    }

    @Test(arguments: all)
    func givesTheExpectedFindings(fixture: Fixture) throws {
        let bytes = try Fixtures.bytes(fixture.path)
        let catalogue = fixture.dialect == .thaotruong ? try Fixtures.catalogue() : nil
        let result = ScenarioReader.read(bytes, file: fixture.name, dialect: fixture.dialect, catalogue: catalogue)
        #expect((result.value != nil) == fixture.isAccepted)
        var expected = ExpectedDiagnostic.all(in: bytes)
        #expect(fixture.isAccepted || !expected.isEmpty, "a fixture that is refused says why")
        for diagnostic in result.diagnostics {
            let place = expected.firstIndex { $0.matches(diagnostic) }
            if let place { expected.remove(at: place) } else { Issue.record("not expected: \(diagnostic)") }
        }
        #expect(expected.map(\.description) == [], "expected and not found")
    }
}
