/// What a telemetry stream is to hold.
public struct TelemetryOptions: Sendable, Equatable {
    /// Whether ordinary users, services and machines write records too.
    public var chatter = true
    /// How much of it there is, in thousandths of the usual amount.
    public var chatterThousandths = 1000
    /// The formats to write, each once. A record that none of them carries is not written and has no truth.
    public var formats: [TelemetryFormat] = [.ocsf]

    /// Everything, in the usual amount, as OCSF.
    public init() {}
}
