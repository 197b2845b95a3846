import Foundation
import Kernel
import Scenario
import Testing

/// Mutated files: whatever the bytes are, the reader neither traps nor hangs, and every refusal says where.
///
/// `THAO_FUZZ` sets how many mutants there are, `THAO_FUZZ_SEED` the seed.
struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let count = environment["THAO_FUZZ"].flatMap(Int.init) ?? 2_000
    private static let seed = environment["THAO_FUZZ_SEED"].flatMap(UInt64.init) ?? 20_260_302

    @Test func mutantsAreReadOrRefusedWithAPosition() throws {
        print("fuzzing with seed \(Self.seed), \(Self.count) mutants")
        let corpus = try Self.corpus()
        let catalogue = try Fixtures.catalogue()
        var refused = 0
        for number in 0..<Self.count {
            var mutator = Mutator(seed: Self.seed, number: UInt64(number))
            let base = corpus[mutator.below(corpus.count)]
            let mutant = mutator.mutate(base.bytes, corpus: corpus.map(\.bytes))
            let findings: (isAccepted: Bool, diagnostics: [Diagnostic])
            if base.isCatalogue {
                let result = CatalogueReader.read(files: [("mutant", mutant)])
                findings = (result.value != nil, result.diagnostics)
            } else {
                let dialect: Dialect = mutator.below(2) == 0 ? .thaotruong : .ocr
                let result = ScenarioReader.read(mutant, file: "mutant", dialect: dialect, catalogue: catalogue)
                findings = (result.value != nil, result.diagnostics)
            }
            let lines = 1 + mutant.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x85 || $0 == 0xA8 || $0 == 0xA9 }
            let errors = findings.diagnostics.filter { $0.severity == .error }
            let arePlaced = findings.diagnostics.allSatisfy {
                $0.position.line >= 1 && $0.position.line <= lines + 1 && $0.position.column >= 1
                    && $0.position.column <= mutant.count + 1
            }
            let isSorted = zip(findings.diagnostics, findings.diagnostics.dropFirst()).allSatisfy {
                ($0.position.line, $0.position.column) <= ($1.position.line, $1.position.column)
            }
            #expect(
                findings.isAccepted == errors.isEmpty && arePlaced && isSorted && findings.diagnostics.count <= 101,
                "seed \(Self.seed), mutant \(number) of \(base.path): \(findings.diagnostics)")
            if !findings.isAccepted { refused += 1 }
        }
        // Mutations that never or always break a file would test little.
        #expect(refused > Self.count / 4 && refused < Self.count)
    }

    private struct Base {
        var path: String
        var bytes: [UInt8]
        var isCatalogue: Bool
    }

    private static func corpus() throws -> [Base] {
        let folders = ["catalogue", "ocr/accept", "ocr/reject", "thaotruong/accept", "thaotruong/reject"]
        return try folders.flatMap { folder in
            try Fixtures.names(in: folder).map { name in
                Base(
                    path: "\(folder)/\(name)", bytes: try Fixtures.bytes("\(folder)/\(name)"),
                    isCatalogue: folder == "catalogue")
            }
        }
    }
}

/// Changes bytes, tokens and lines; a pure function of seed and number.
private struct Mutator {
    private static let tokens = [
        "&a ", "*a", "? ", ": ", "- ", "[", "]", "{", "}", "!!int ", "!x ", "|\n", ">\n", "\"", "'", "#", "\n", "\t",
        "\r", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{0}", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "null", "~", "true",
        "0x1F",
        "1e9", ".inf", "-.INF", ".nan", "-1", "99999999999999999999999", "1_0", "0.1", "1h", "10.0.0.0/0",
        "255.255.255.255", "Đ", "🛡", "simulation:", "name: ", "hosts:", "count: ", "cidr: ",
    ].map { Array($0.utf8) }

    private let seeds: Seeds
    private let number: UInt64
    private var draws: UInt32 = 0

    init(seed: UInt64, number: UInt64) {
        seeds = Seeds(seed)
        self.number = number
    }

    mutating func below(_ bound: Int) -> Int {
        draws += 1
        return seeds.chance(number, Purpose(rawValue: 1), attempt: draws).below(bound)
    }

    mutating func mutate(_ base: [UInt8], corpus: [[UInt8]]) -> [UInt8] {
        var text = base
        for _ in 0...below(3) {
            let place = below(text.count + 1)
            let end = min(text.count, place + below(24))
            switch below(8) {
            case 0 where place < text.count: text[place] = UInt8(truncatingIfNeeded: below(256))
            case 1: text.removeSubrange(place..<end)
            case 2: text.insert(contentsOf: Self.tokens[below(Self.tokens.count)], at: place)
            case 3: text.replaceSubrange(place..<end, with: Self.tokens[below(Self.tokens.count)])
            case 4: text.insert(contentsOf: text[place..<end], at: below(text.count + 1))
            case 5: text.removeSubrange(place...)
            case 6:
                let other = corpus[below(corpus.count)]
                let start = below(other.count + 1)
                text.insert(contentsOf: other[start..<min(other.count, start + 80)], at: place)
            default: swapLines(&text)
            }
        }
        return text
    }

    private mutating func swapLines(_ text: inout [UInt8]) {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        lines.swapAt(below(lines.count), below(lines.count))
        text = Array(lines.joined(separator: [0x0A]))
    }
}
