import Kernel
import Scenario
import TestSupport
import Testing

@testable import Detection

struct RuleFuzzTests {
    /// Whatever the text is, reading ends, and positions lie inside of it.
    @Test(arguments: 0..<8) func brokenRulesAreRefused(_ seed: Int) throws {
        let mutator = PieceMutator(RuleSamples.texts.map { Array($0.utf8) }, pieces: RuleSamples.pieces)
        var rules = 0
        for number in 0..<500 {
            var draws = FuzzRandom(seed: UInt64(seed), number: number)
            let text = mutator.broken(&draws)
            let reading = SigmaReader.read(text, file: "f", placeholders: RuleSamples.placeholders)
            let collection = SigmaCollection([reading])
            var catalogue = FieldCatalogue()
            _ = Correlator(collection.correlations, &catalogue)
            rules += collection.rules.count
            let lines = text.split(omittingEmptySubsequences: false) { $0 == 0x0A }
            for diagnostic in reading.diagnostics {
                let position = diagnostic.position
                #expect(position.line >= 1 && position.column >= 1, "seed \(seed), text \(number)")
                #expect(position.line <= lines.count + text.count, "seed \(seed), text \(number)")
                #expect(!diagnostic.description.contains("\n"), "seed \(seed), text \(number)")
            }
            let isEmpty = reading.rules.isEmpty && reading.correlations.isEmpty && reading.filters.isEmpty
            #expect(!isEmpty || !reading.diagnostics.isEmpty, "seed \(seed), text \(number)")
        }
        // Some rules survive; otherwise nothing would have been tried behind the scanner.
        #expect(rules > 40)
    }

    @Test func theUnbrokenOnesAreGood() {
        let readings = RuleSamples.texts.map {
            SigmaReader.read(Array($0.utf8), file: "f", placeholders: RuleSamples.placeholders)
        }
        let collection = SigmaCollection(readings)
        #expect(readings.flatMap(\.diagnostics).isEmpty && collection.diagnostics.isEmpty)
        #expect(collection.rules.count == 6 && collection.correlations.count == 7)
        // Each word of the language is in one of them, or its tests would break nothing.
        let words = SigmaModifier.words.map { "|" + $0 } + CorrelationKind.allCases.map { "type: " + $0.rawValue }
        for word in words { #expect(RuleSamples.texts.contains { $0.contains(word) }, "\(word)") }
    }
}
