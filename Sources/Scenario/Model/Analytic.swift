/// How serious an alert claims to be.
public enum Severity: String, Sendable, CaseIterable {
    case low, medium, high, critical
}

/// A built-in analytic: which traces it notices, how surely, how late, and how often it cries wolf.
public struct Analytic: Sendable, Equatable {
    /// Key.
    public var id: String
    /// Name.
    public var title = LocalizedText()
    /// Sensor it reads.
    public var sensor: SensorKind
    /// Technique ids (ATT&CK) that it can notice.
    public var techniques: [String] = []
    /// Chance to notice one step (parts of 2³²).
    public var chance = UncertainNumber(1 << 31)
    /// How long it takes from the record to the alert.
    public var delayMilliseconds = UncertainNumber(60_000)
    /// Severity.
    public var severity: Severity = .medium
    /// False alarms per day and hundred covered hosts, in thousandths.
    public var falseAlarmsPerDayThousandths: Int64 = 0
    /// An analytic.
    public init(id: String, sensor: SensorKind) {
        self.id = id
        self.sensor = sensor
    }
}
