import Kernel

/// Sensors, controls, measures and staff.
enum DefenceFormat {
    static let sensor = Shape<Sensor>.record(
        "sensor", "What watches.", make: { Sensor(name: $0, kind: .endpoint) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .required("kind", \.kind, .choice(), "Kind."),
            .optional(
                "covers", \.covers, .list(.reference([.networks, .hosts])),
                "Networks or host groups it watches; everything without this key."),
            .optional(
                "coverage", \.coverage, .quantity(.share), "Share of the covered hosts that it really sees."),
            .optional("delay", \.delayMilliseconds, .uncertain(.duration), "How long a record takes to arrive."),
        ])

    static let control = Shape<ControlSetting>.record(
        "control", "A protection in force at some places.", make: { _ in ControlSetting(control: .mfa) },
        fields: [
            .required("control", \.control, .choice(), "The protection."),
            .optional(
                "on", \.scope, .list(.reference([.hosts, .accounts, .networks])),
                "Host groups, account groups or networks; everywhere without this key."),
        ])

    static let measure = Shape<Measure>.record(
        "measure", "What a defender can do beforehand, with its cost.", make: { Measure(name: $0) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .optional("description", \.description, .localized, "What it is."),
            .required("cost", \.cost, .uncertain(.money), "Cost per year."),
            .optional("controls", \.controls, .list(control), "Protections that it brings."),
            .optional(
                "firewall", \.firewall, .list(NetworkFormat.rule), "Firewall rules that are put before the others."),
            .custom(
                "coverage", .keyed(by: [.sensors], .quantity(.share)), "Sensors whose coverage it raises, and to what."
            ) { measure, coverage in
                measure.coverage = coverage.map { SensorCoverage(sensor: $0.key, coverage: $0.value) }
            },
            .optional("analysts", \.analysts, .count(0...10_000), "Additional analysts."),
        ])

    static let staff = Shape<Staff>.record(
        "staff", "The people who defend.", make: { _ in Staff() },
        fields: [
            .optional("analysts", \.analysts, .count(0...10_000), "How many can work at the same time."),
            .optional("cost-per-minute", \.costPerMinute, .uncertain(.money), "Cost of one minute of work."),
            .optional("approval", \.approvalMilliseconds, .uncertain(.duration), "How long an approval takes."),
        ])

    static let override = Shape<UncertainNumber>.record(
        "action override", "A change to a built-in investigation or response.", make: { _ in UncertainNumber(0) },
        fields: [
            .required("duration", \.self, .uncertain(.duration), "How long it takes instead.")
        ])
}
