import Synchronization

/// What the server counts and measures, for Prometheus to collect.
///
/// Whoever counts asks once for a counter and keeps it; asking again for the same name and labels gives the same one.
/// Labels come from this program (routes, kinds), never from users, so that their number is bounded.
final class Metrics: Sendable {
    /// A name and its value.
    typealias Label = (name: String, value: String)

    /// What stands behind a name with its labels.
    enum Series: Sendable {
        case counter(Counter)
        case gauge(Gauge)
        case histogram(Histogram)
        case sampled(@Sendable () -> Int)
    }

    /// All series of one name.
    struct Family: Sendable {
        let help: String
        let type: String
        var series: [String: Series] = [:]
    }

    private let families = Mutex<[String: Family]>([:])

    /// A counter, by convention named `thao_…_total`.
    func counter(_ name: String, help: String, labels: [Label] = []) -> Counter {
        guard case .counter(let counter) = find(name, help, "counter", labels, { .counter(Counter()) }) else {
            preconditionFailure("\(name) is no counter")
        }
        return counter
    }

    /// A gauge.
    func gauge(_ name: String, help: String, labels: [Label] = []) -> Gauge {
        guard case .gauge(let gauge) = find(name, help, "gauge", labels, { .gauge(Gauge()) }) else {
            preconditionFailure("\(name) is no gauge")
        }
        return gauge
    }

    /// A histogram of durations, by convention named `thao_…_seconds`.
    func histogram(_ name: String, help: String, labels: [Label] = []) -> Histogram {
        guard case .histogram(let histogram) = find(name, help, "histogram", labels, { .histogram(Histogram()) }) else {
            preconditionFailure("\(name) is no histogram")
        }
        return histogram
    }

    /// A number that is asked for whenever somebody collects; `isCounter` says that it only grows.
    func sample(
        _ name: String, help: String, labels: [Label] = [], isCounter: Bool = false,
        _ value: @escaping @Sendable () -> Int
    ) {
        _ = find(name, help, isCounter ? "counter" : "gauge", labels) { .sampled(value) }
    }

    /// All families by name.
    var snapshot: [(name: String, family: Family)] {
        families.withLock { $0.map { ($0.key, $0.value) } }.sorted { $0.name < $1.name }
    }

    private func find(
        _ name: String, _ help: String, _ type: String, _ labels: [Label], _ make: () -> Series
    ) -> Series {
        let key = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        return families.withLock { families in
            var family = families[name] ?? Family(help: help, type: type)
            if let series = family.series[key] { return series }
            let series = make()
            family.series[key] = series
            families[name] = family
            return series
        }
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
