import HTTPTypes
import Synchronization

/// Counts and times of requests by route.
final class RequestMetrics: Sendable {
    private struct Key: Hashable {
        let method: HTTPRequest.Method
        let route: String
        let status: Int
    }

    /// What a route with a status counts in; no times for streams of events.
    private struct Series {
        let counter: Counter
        let histogram: Histogram?
    }

    private let metrics: Metrics
    private let known = Mutex<[Key: Series]>([:])

    /// Figures that go into `metrics`.
    init(_ metrics: Metrics) { self.metrics = metrics }

    /// Records an answered request. A stream of events counts when it opens.
    func record(_ route: Route, _ status: HTTPResponse.Status, _ duration: Duration) {
        let key = Key(method: route.method, route: route.path, status: status.code)
        let series = known.withLock { known in
            if let series = known[key] { return series }
            let series = self.series(of: route, status)
            known[key] = series
            return series
        }
        series.counter.add()
        series.histogram?.record(duration)
    }

    private func series(of route: Route, _ status: HTTPResponse.Status) -> Series {
        let labels: [Metrics.Label] = [("method", route.method.rawValue), ("route", route.path)]
        let counter = metrics.counter(
            "thao_requests_total", help: "Requests answered.", labels: labels + [("status", String(status.code))])
        guard route.kind != .events else { return Series(counter: counter, histogram: nil) }
        let histogram = metrics.histogram(
            "thao_request_duration_seconds", help: "Time from the head of a request to its answer.", labels: labels)
        return Series(counter: counter, histogram: histogram)
    }
}
