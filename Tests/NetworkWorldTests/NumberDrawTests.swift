import Kernel
import Scenario
import TestSupport
import Testing

@testable import NetworkWorld

/// Uncertain numbers drawn for a program.
struct NumberDrawTests {
    private static func program(_ measures: [String] = []) throws -> Program {
        var options = RunOptions()
        options.measures = measures
        return try Shipped.program("egov", options: options)
    }

    @Test func likelyChangesNothing() throws {
        let program = try Self.program()
        let same = program.drawing(.likely)
        for seed in 1...3 {
            let hashes = [program, same].map { program in
                var run = Run<NetworkWorld>(program, seeds: Seeds(UInt64(seed)))
                run.advance(to: program.duration)
                return run.stateHash
            }
            #expect(hashes[0] == hashes[1])
        }
        #expect(same.prices == program.prices)
    }

    /// Every drawn value lies in its range, and their means are those of the triangular distribution.
    @Test func valuesLieInTheirRanges() throws {
        let program = try Self.program()
        var sums = [Double](repeating: 0, count: program.cards.count)
        for key in 0..<400 {
            let drawn = program.drawing(NumberDraw(key: UInt64(key)))
            for (index, card) in program.catalogue.cards.enumerated() {
                let parts = Int64(drawn.cards[index].chance.parts)
                #expect(card.chance.low <= parts && parts <= card.chance.high, "\(card.id)")
                sums[index] += Double(parts) / 4_294_967_296
            }
            for (service, price) in zip(program.simulation.businessServices, drawn.prices.serviceHour) {
                #expect((service.lossPerHour.low...service.lossPerHour.high).contains(price), "\(service.name)")
            }
        }
        for (index, card) in program.catalogue.cards.enumerated() {
            let number = card.chance
            let mean = Double(number.low + number.likely + number.high) / 3 / 4_294_967_296
            let width = Double(number.high - number.low) / 4_294_967_296
            #expect(abs(sums[index] / 400 - mean) <= 0.05 * width + 1e-9, "\(card.id)")
        }
    }

    /// What a measure changes does not change what is drawn.
    @Test func everyArmMeetsTheSameNumbers() throws {
        let draw = NumberDraw(key: 5)
        let plain = try Self.program().drawing(draw), changed = try Self.program(["patching", "mfa"]).drawing(draw)
        #expect(plain.cards.map(\.chance) == changed.cards.map(\.chance))
        #expect(plain.mitigations.map(\.factor) == changed.mitigations.map(\.factor))
        #expect(plain.prices == changed.prices)
        #expect(plain.cards.map(\.chance) != (try Self.program()).cards.map(\.chance))
    }
}
