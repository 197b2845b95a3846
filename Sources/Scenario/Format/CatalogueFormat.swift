import Kernel

/// The files of the content library.
enum CatalogueFormat {
    static let catalogue = Shape<Catalogue>.record(
        "catalogue", "A file of the content library: technique cards, analytics, or actions.",
        make: { _ in Catalogue() },
        fields: [
            .optional(
                "cards", \.cards,
                .map(
                    CardFormat.card, declares: .cards, keyPattern: CardFormat.keyPattern, isKey: CardFormat.isKey,
                    keyExpectation: "an ATT&CK id, with a suffix where one technique has several cards (T1078/vpn)"),
                "Technique cards."),
            .optional("analytics", \.analytics, .map(analytic, declares: .analytics), "Built-in analytics."),
            .optional("actions", \.actions, .map(action, declares: .actions), "Investigations and responses."),
        ])

    static let analytic = Shape<Analytic>.record(
        "analytic", "What notices attack steps: how surely, how late, and how often it cries wolf.",
        make: { Analytic(id: $0, sensor: .endpoint) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .required("sensor", \.sensor, .choice(), "The kind of sensor that it reads."),
            .required(
                "techniques", \.techniques, .list(.reference([.attackIDs]), atLeast: 1),
                "ATT&CK ids that it can notice."),
            .optional("chance", \.chance, .uncertain(.share), "Chance to notice one step."),
            .optional("delay", \.delayMilliseconds, .uncertain(.duration), "Time from the record to the alert."),
            .optional("severity", \.severity, .choice(), "Severity of its alerts."),
            .optional(
                "false-alarms-per-day", \.falseAlarmsPerDayThousandths, .quantity(.thousandths),
                "False alarms per day and hundred covered hosts."),
        ])

    static let action = Shape<DefenderAction>.record(
        "action", "An investigation or a response.",
        make: { DefenderAction(id: $0, kind: .response, mechanic: .isolateHost, target: .host) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .required("kind", \.kind, .choice(), "Learn or change."),
            .required("mechanic", \.mechanic, .choice(), "What it does."),
            .required("target", \.target, .choice(), "What it is aimed at."),
            .optional("duration", \.durationMilliseconds, .uncertain(.duration), "How long it takes."),
            .optional("staff-minutes", \.staffMinutes, .count(0...100_000), "Minutes of staff it costs."),
            .optional("approval", \.approval, .boolean, "Whether command must approve first."),
            .optional("chance", \.chance, .uncertain(.share), "Chance that it finds what is there."),
            .optional("side-effect", \.sideEffect, .localized, "What else it does, told before one confirms."),
        ])
}
