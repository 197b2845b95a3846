import Kernel
import Scenario
import Testing

struct CatalogueReaderTests {
    private func read(_ files: (String, String)...) -> ReadResult<Catalogue> {
        CatalogueReader.read(files: files.map { (name: $0.0, bytes: Array($0.1.utf8)) })
    }

    private static let card = """
        cards:
          T1003: {name: A card, tactic: credential-access, target: foothold, effect: cached-credentials}

        """

    @Test func mergesFilesInTheirOrder() throws {
        let catalogue = try Fixtures.catalogue()
        #expect(catalogue.cards.map(\.id) == ["T1003.001", "T1078/vpn"])
        #expect(catalogue.cards.map(\.attackID) == ["T1003.001", "T1078"])
        #expect(catalogue.analytics.map(\.id) == ["dumping"])
        #expect(catalogue.actions.map(\.id) == ["isolate-host"])
        let card = catalogue.cards[0]
        #expect(card.name == LocalizedText(vietnamese: "Đọc bộ nhớ LSASS", english: "LSASS memory"))
        #expect(card.needsAccess == .administrator)
        #expect(card.platforms == [.windowsWorkstation, .windowsServer])
        #expect(card.needsDomain)
        #expect(card.chance == UncertainNumber(low: 1 << 31, likely: 3_006_477_107, high: 3_865_470_566))
        #expect(card.durationMilliseconds == UncertainNumber(low: 60_000, likely: 300_000, high: 600_000))
        #expect(card.loweredBy.map(\.control) == [.credentialGuard, .leastPrivilege])
        #expect(card.traces.count == 1)
        #expect(card.traces[0][.image] == #"C:\x.exe"#)
        #expect(card.traces[0][.directory] == nil)
        #expect(card.traces[0].eventID == 10)
        #expect(card.traces[0].onSuccess)
        #expect(card.variants.map(\.name) == ["quiet"])
        #expect(card.variants[0].weight == 3 && card.variants[0].platform == .windows)
        #expect(card.variants[0].traces[0].each == .account)
        #expect(card.variants[0].traces[1].way == .outwards)
        #expect(card.everyTrace.map(\.sensor) == [.endpoint, .endpoint, .network])
        let second = catalogue.cards[1]
        #expect(second.fromOutside)
        #expect(second.vulnerability == .remoteCode)
        #expect(second.credential == .user)
        #expect(catalogue.actions[0].approval)
        #expect(catalogue.analytics[0].falseAlarmsPerDayThousandths == 400)
    }

    @Test func anIdStandsInOneFile() {
        let result = read(("a.yaml", Self.card), ("b.yaml", Self.card))
        #expect(result.value == nil)
        #expect(
            result.diagnostics.map(\.description) == [
                "b.yaml:2:3: error: cards.T1003: the technique card stands in a.yaml already"
            ])
    }

    @Test func anIdStandsOnceInAFile() {
        let twice = Self.card + "  T1003: {name: B, tactic: impact, target: host, effect: none}\n"
        let result = read(("a.yaml", twice))
        #expect(result.diagnostics.map(\.description) == ["a.yaml:3:3: error: cards.T1003: the key stands twice"])
    }

    @Test func analyticsNameTechniquesOfSomeFile() {
        let analytics = "analytics:\n  a: {sensor: endpoint, techniques: [T1003, T1004]}\n"
        let result = read(("analytics.yaml", analytics), ("cards.yaml", Self.card))
        #expect(
            result.diagnostics.map(\.description) == [
                "analytics.yaml:2:45: error: analytics.a.techniques[1]: no ATT&CK id among the technique cards is "
                    + "named 'T1004'; did you mean 'T1003'?"
            ])
    }

    @Test func findingsAreSortedByFileAndPosition() {
        let result = read(("b.yaml", "carts: {}\n"), ("a.yaml", "cards: {x: {}}\nactions: 3\n"), ("c.yaml", ""))
        #expect(
            result.diagnostics.map { "\($0.file):\($0.position)" } == [
                "b.yaml:1:1", "a.yaml:1:9", "a.yaml:1:12", "a.yaml:2:10", "c.yaml:1:1",
            ])
        #expect(result.diagnostics.first?.suggestion == "cards")
    }

    @Test(arguments: [
        ("T1003.001", true), ("T1003/vpn", true), ("T1003.001/a-b", true), ("T100", false), ("T1003.01", false),
        ("T1003/", false), ("T1003/A", false), ("t1003", false), ("T1003.0011", false), ("T10030001", false),
    ])
    func cardKeys(key: String, isValid: Bool) {
        let text = "cards:\n  \(key): {name: A, tactic: impact, target: host, effect: none}\n"
        #expect((read(("a.yaml", text)).value != nil) == isValid)
    }

    @Test func controlsThatDoNotExistAreNamed() {
        let text = Self.card.replacing("}", with: ", lowered-by: {credential-gard: 0.5}}")
        let result = read(("a.yaml", text))
        #expect(result.diagnostics.map(\.message) == ["'credential-gard' is no control"])
        #expect(result.diagnostics.map(\.suggestion) == ["credential-guard"])
    }

    @Test func noFilesMakeAnEmptyCatalogue() {
        #expect(CatalogueReader.read(files: []).value == Catalogue())
    }

    /// What a trace may say depends on its kind; the nearest key is named.
    @Test(arguments: [
        (
            "{sensor: endpoint, record: process, values: {comand: x, image: y}}",
            "a.yaml:4:54: error: cards.T1003.traces[0]: a record of kind 'process' has no 'comand'; "
                + "did you mean 'command'?"
        ),
        (
            "{sensor: endpoint, record: file, values: {path: x}}",
            "a.yaml:4:9: error: cards.T1003.traces[0]: a record of kind 'file' must say 'image'"
        ),
        (
            "{sensor: endpoint, record: process, values: {image: '{acount}.exe'}}",
            "a.yaml:4:61: error: cards.T1003.traces[0].values.image: '{acount}' is no placeholder; "
                + "did you mean 'account'?"
        ),
        (
            "{sensor: endpoint, record: proces, values: {image: x}}",
            "a.yaml:4:36: error: cards.T1003.traces[0].record: expected one of 44 words, found 'proces'; "
                + "did you mean 'process'?"
        ),
    ])
    func traceMistakesAreNamed(trace: String, expected: String) {
        let text =
            "cards:\n  T1003:\n" + "    traces:\n      - \(trace)\n"
            + "    name: A\n    tactic: impact\n    target: host\n    effect: none\n"
        let result = read(("a.yaml", text))
        #expect(result.diagnostics.map(\.description).first == expected)
    }

    @Test func placeholdersAreTakenApart() {
        let text = TraceText("{account}-{hex:8:2} {{hex:4}} {current} { x } {number:3-9}{pick:documents}{oops}")
        #expect(
            text.pieces == [
                .placeholder(.account), .literal("-"), .placeholder(.hexadecimal(8, series: 2)), .literal(" {"),
                .placeholder(.hexadecimal(4, series: 1)), .literal("} {current} { x } "),
                .placeholder(.number(3...9, series: 1)), .placeholder(.pick(.documents, series: 1)),
            ])
        #expect(text.unknown == ["oops"])
    }
}
