import Kernel
import Testing

private struct Mark: OverlayRecord, Equatable {
    var value: Int32
    func hash(into hasher: inout StableHasher) { hasher.combine(value) }
}

struct OverlayTests {
    @Test func itHoldsWhatADictionaryHolds() {
        var overlay = Overlay<Mark>()
        var reference: [Int32: Int32] = [:]
        for step in 0..<5_000 {
            let draw = Seeds(2).chance(UInt64(step), Purpose(rawValue: 1))
            let key = Int32(draw.below(700)) * 1_001
            let slot = overlay.touch(key, initial: Mark(value: 0))
            overlay.records[slot].value += Int32(step)
            reference[key, default: 0] += Int32(step)
        }
        #expect(overlay.count == reference.count)
        for (key, value) in reference { #expect(overlay[key]?.value == value) }
        #expect(overlay[1] == nil)
    }

    @Test func theDigestDoesNotDependOnTheOrderOfTouching() {
        var digests: Set<UInt64> = []
        for keys in [[1, 2, 3], [3, 1, 2], [2, 3, 1]] as [[Int32]] {
            var overlay = Overlay<Mark>()
            for key in keys { _ = overlay.touch(key, initial: Mark(value: key * 10)) }
            var hasher = StableHasher()
            overlay.hash(into: &hasher)
            digests.insert(hasher.digest)
        }
        #expect(digests.count == 1)
    }
}
