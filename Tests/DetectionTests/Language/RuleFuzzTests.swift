import Kernel
import Scenario
import Testing

@testable import Detection

struct RuleFuzzTests {
    /// Rules that use much of the language.
    static let texts = [
        RuleText.rule(
            """
            selection_img:
                - Image|endswith: ['\\a.exe', '\\b.exe']
                - OriginalFileName: 'A.EXE'
            selection_cli:
                CommandLine|contains|all: [' -x ', "\\tx"]
                CommandLine|windash|contains: ' -y '
            filter_main_x:
                User|fieldref: ParentUser
                Count|gte: 10
                Address|cidr: 192.0.2.0/24
            filter_optional:
                Text|re|i: '^(a|b)+[^c]{2,3}$'
                Code|wide|base64offset|contains: 'abc'
                Time|hour|gt: 20
                None: null
                There|exists: true
            """, condition: "all of selection_* and not 1 of filter_main_* and not filter_optional"),
        RuleText.rule("keywords:\n    - word\n    - 'two*words'\nother:\n    '|all': [a, b]", condition: "1 of them"),
        """
        title: One
        name: one
        logsource: {category: a}
        detection: {s: {F|expand: '%a%'}, condition: [s, not s]}
        ---
        title: Two
        level: high
        correlation:
            type: temporal_ordered
            rules: [one, three]
            group-by: [x]
            timespan: 5m
            aliases: {x: {one: A, three: B}}
        ---
        title: Three
        name: three
        correlation:
            type: value_count
            rules: one
            timespan: 1h
            condition: {field: User, gte: 10, lt: 20}
            generate: true
        ---
        title: Filter
        logsource: {category: a}
        filter: {rules: any, selection: {User|startswith: adm_}, condition: not selection}
        """,
    ]

    /// Whatever the text is, reading ends, and positions lie inside of it.
    @Test(arguments: 0..<8) func brokenRulesAreRefused(_ seed: Int) throws {
        var mutator = RuleMutator(Self.texts, seed: UInt64(seed))
        var rules = 0
        for number in 0..<500 {
            let text = mutator.next()
            let reading = SigmaReader.read(text, file: "f", placeholders: ["a": ["b", "c"]])
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
        for text in Self.texts {
            let reading = SigmaReader.read(Array(text.utf8), file: "f", placeholders: ["a": ["b"]])
            #expect(reading.diagnostics.isEmpty)
        }
    }
}
