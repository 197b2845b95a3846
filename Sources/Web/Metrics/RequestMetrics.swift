import HTTPTypes

/// Counts and times of requests by route.
struct RequestMetrics: Sendable {
    private let metrics: Metrics

    /// Figures that go into `metrics`.
    init(_ metrics: Metrics) { self.metrics = metrics }

    /// Records an answered request. A stream of events counts when it opens.
    func record(_ route: Route, _ status: HTTPResponse.Status, _ duration: Duration) {
        let labels: [Metrics.Label] = [("method", route.method.rawValue), ("route", route.path)]
        metrics.counter(
            "thao_requests_total", help: "Requests answered.", labels: labels + [("status", String(status.code))]
        ).add()
        guard route.kind != .events else { return }
        metrics.histogram(
            "thao_request_duration_seconds", help: "Time from the head of a request to its answer.", labels: labels
        ).record(duration)
    }
}
