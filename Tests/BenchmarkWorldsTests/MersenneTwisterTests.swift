import Kernel
import Testing

@testable import BenchmarkWorlds

struct MersenneTwisterTests {
    /// The first outputs that the authors publish with their code (mt19937ar.out).
    @Test func thePublishedOutputsComeOut() {
        var generator = MersenneTwister(key: [0x123, 0x234, 0x345, 0x456])
        let words = (0..<10).map { _ in generator.nextWord() }
        #expect(
            words == [
                1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476, 3_344_332_714, 3_355_579_695,
                227_628_506, 810_200_273, 2_591_290_167,
            ])
        for _ in 10..<999 { _ = generator.nextWord() }
        #expect(generator.nextWord() == 3_460_025_646)
    }

    /// `python-random.jsonl` was written by CPython 3.11: per seed, in this order of calls.
    @Test func everyFunctionDrawsWhatPythonDraws() throws {
        let lines = try Recording.bytes(Fixtures.path("python-random.jsonl")).split(separator: 10)
        #expect(lines.count == 11)
        for line in lines {
            let vectors = try JSONValue.parse(Array(line))
            let seed: Int = try vectors.required("seed").integer()
            var generator = MersenneTwister(seed: seed)
            func rows(_ key: String) throws -> [[JSONValue]] {
                try vectors.required(key).array().map { try $0.array() }
            }
            func integers(_ value: JSONValue) throws -> [Int] { try value.array().map { try $0.integer() } }
            for text in try vectors.required("random").array() {
                #expect(generator.random() == Double(try text.string()), "seed \(seed)")
            }
            for row in try rows("bits") {
                #expect(try generator.bits(row[0].integer()) == row[1].integer(), "seed \(seed)")
            }
            for row in try vectors.required("ranges").array().map(integers) {
                #expect(generator.range(row[0], row[1]) == row[2], "seed \(seed)")
            }
            for row in try vectors.required("steps").array().map(integers) {
                #expect(generator.range(row[0], row[1], by: row[2]) == row[3], "seed \(seed)")
            }
            for row in try vectors.required("choice").array().map(integers) {
                #expect(generator.choice(of: row[0]) == row[1], "seed \(seed)")
            }
            for row in try rows("choices") {
                let drawn = generator.choices(of: try row[0].integer(), picks: try row[1].integer())
                #expect(try drawn == integers(row[2]), "seed \(seed)")
            }
            for row in try rows("sample") {
                let drawn = generator.sample(of: try row[0].integer(), picks: try row[1].integer())
                #expect(try drawn == integers(row[2]), "seed \(seed)")
            }
            for order in try vectors.required("shuffle").array().map(integers) {
                var elements = Array(0..<order.count)
                generator.shuffle(&elements)
                #expect(elements == order, "seed \(seed)")
            }
            for _ in 0..<1500 { _ = generator.nextWord() }
            #expect(try generator.bits(32) == vectors.required("later").integer(), "seed \(seed)")
        }
    }

    @Test func theFormsWithoutArraysDrawTheSame() {
        for seed in 0..<50 {
            var first = MersenneTwister(seed: seed)
            var second = first
            for picks in [4, 5] {
                let few = first.sampleFew(of: 14, picks: picks)
                #expect((0..<picks).map { few[$0] } == second.sample(of: 14, picks: picks), "seed \(seed)")
            }
            // A population of three makes repeats certain; Python takes the pool for it, so it is not compared there.
            let three = first.sampleThree(of: 4096)
            #expect([three.0, three.1, three.2] == second.sample(of: 4096, picks: 3), "seed \(seed)")
            for count in [0, 1, 2, 13, 16] {
                let positions = first.shuffle(count).applied(to: Positions(count: count))
                var elements = Array(0..<count)
                second.shuffle(&elements)
                #expect((0..<count).map { positions[$0] } == elements, "seed \(seed)")
            }
            #expect(first == second, "seed \(seed)")
        }
    }

    @Test func sampleThreeNeverRepeats() {
        var generator = MersenneTwister(seed: 9)
        for _ in 0..<200 {
            let three = generator.sampleThree(of: 3)
            #expect(Set([three.0, three.1, three.2]) == [0, 1, 2])
        }
    }

    @Test func reseedingForgetsWhatWasDrawn() {
        var generator = MersenneTwister(seed: 1)
        for _ in 0..<1000 { _ = generator.nextWord() }
        generator.reseed(77)
        #expect(generator == MersenneTwister(seed: 77))
        #expect(generator == MersenneTwister(seed: -77))
        #expect(generator != MersenneTwister(seed: 78))
    }
}
