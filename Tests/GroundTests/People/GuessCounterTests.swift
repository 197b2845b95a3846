import Testing

@testable import Ground

struct GuessCounterTests {
    private func counter(capacity: Int = 100) -> GuessCounter {
        GuessCounter(patience: 10, forgiveness: 600_000, longest: 300_000, capacity: capacity)
    }

    @Test func waitsGrowAfterTheTenthWrongGuess() {
        var counter = counter()
        var now: Int64 = 0
        var waits: [Int64] = []
        for _ in 0..<22 {
            counter.count("an", at: now)
            waits.append(counter.wait("an", at: now))
            now += waits.last ?? 0
        }
        #expect(waits.prefix(9).allSatisfy { $0 == 0 })
        #expect(waits.dropFirst(9).prefix(9) == [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000])
        #expect(waits.dropFirst(18).allSatisfy { $0 >= 128_000 && $0 <= 300_000 })
        #expect(counter.wait("bình", at: now) == 0)
    }

    @Test func oneIsForgivenEveryTenMinutes() {
        var counter = counter()
        for _ in 0..<10 { counter.count("an", at: 0) }
        #expect(counter.wait("an", at: 0) == 1_000)
        #expect(counter.wait("an", at: 999) == 1)
        #expect(counter.wait("an", at: 1_000) == 0)
        counter.count("an", at: 1_200_000)
        #expect(counter.wait("an", at: 1_200_000) == 0, "nine are left")
        counter.count("an", at: 1_200_000)
        #expect(counter.wait("an", at: 1_200_000) == 1_000)
    }

    @Test func rightGuessesForgiveAll() {
        var counter = counter()
        for _ in 0..<30 { counter.count("an", at: 0) }
        counter.clear("an")
        #expect(counter.wait("an", at: 0) == 0)
        for _ in 0..<9 { counter.count("an", at: 0) }
        #expect(counter.wait("an", at: 0) == 0)
        counter.count("an", at: 0)
        counter.refund("an", at: 0)
        #expect(counter.wait("an", at: 0) == 0)
    }

    @Test func itNeverGrowsBeyondItsCapacity() {
        var counter = counter(capacity: 100)
        for number in 0..<5_000 { counter.count("name\(number)", at: Int64(number)) }
        #expect(counter.size <= 101)
        // The names that found no place share one count.
        #expect(counter.wait("name4999", at: 5_000) > 0)
        // What is forgiven makes room.
        counter.count("later", at: 10_000_000)
        #expect(counter.size < 101)
        #expect(counter.wait("later", at: 10_000_000) == 0)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8::1", "2001:db8::/64"),
        ("::1", "::/64"), ("::ffff:192.0.2.7", "192.0.2.7"), ("", ""),
    ])
    func addressesOfOneCustomerCountTogether(address: String, network: String) {
        #expect(GuessLimiter.network(of: address) == network)
    }
}
