import Kernel
import Telemetry

extension LogView {
    /// Most records that one call of an export writes.
    public static let mostExported = 50_000

    /// Writes matching records in a telemetry format, the oldest first: what is downloaded, and what rules are tried on.
    ///
    /// - Parameters:
    ///   - request: which records; order, counting, buckets and statistics are of no account, and
    ///     ``mostExported`` bounds its limit.
    ///   - format: the format; records that it does not carry are passed over, and count towards the limit.
    ///   - output: takes up the lines; empty it between calls, and give it to one format only.
    /// - Returns: where to go on by `request.after`; nil where all is written.
    /// - Complexity: that of a search, and O(bytes). A format's kinds of record are compiled on its first use.
    public func export(
        _ request: SearchRequest, format: TelemetryFormat, to output: inout RecordBuffer
    ) -> SearchCursor? {
        var request = request
        request.order = .oldest
        request.countsAll = false
        request.buckets = 0
        request.statistics = []
        let schema = base.schema.records
        return schema.withText { text in
            var run = SearchRun(request, view: self, text: text, most: Self.mostExported) { false }
            let next = run.look()
            _ = schema.write(run.found, format: format, to: &output)
            return next
        }
    }
}
