import Synchronization

/// A number that only grows.
final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    /// What has been counted.
    var value: Int { count.load(ordering: .relaxed) }

    /// Counts.
    func add(_ amount: Int = 1) { count.wrappingAdd(amount, ordering: .relaxed) }
}

/// A number that goes up and down.
final class Gauge: Sendable {
    private let level = Atomic<Int>(0)

    /// Where it stands.
    var value: Int { level.load(ordering: .relaxed) }

    /// Moves it by an amount.
    func move(by amount: Int) { level.wrappingAdd(amount, ordering: .relaxed) }

    /// Puts it somewhere.
    func set(_ value: Int) { level.store(value, ordering: .relaxed) }
}
