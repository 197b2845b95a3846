import Kernel

/// What the organisation has and does, and what losing it costs.
enum OrganisationFormat {
    static let asset = Shape<DataAsset>.record(
        "asset", "Data worth taking.", make: { DataAsset(name: $0, host: "") },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .required("host", \.host, .reference([.hosts]), "The host group that holds it."),
            .optional("records", \.records, .integer(0...1_000_000_000_000), "How many records it has."),
            .optional("loss-per-record", \.lossPerRecord, .uncertain(.money), "Loss per record taken."),
        ])

    static let service = Shape<BusinessService>.record(
        "business service", "What the organisation does for others.", make: { BusinessService(name: $0) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .required(
                "depends-on", \.dependsOn, .list(.reference([.hosts]), atLeast: 1),
                "Host groups it rests on: it is down while any of them has too few hosts working."),
            .optional(
                "required-share", \.requiredShare, .quantity(.share), "Share of a group's hosts that must work."),
            .optional("loss-per-hour", \.lossPerHour, .uncertain(.money), "Loss per hour without it."),
        ])

    static let process = Shape<PhysicalProcess>.record(
        "process", "A physical process that controllers run.", make: { PhysicalProcess(name: $0) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .required(
                "controlled-by", \.controlledBy, .list(.reference([.hosts]), atLeast: 1),
                "Host groups of its controllers."),
            .optional("loss-per-hour", \.lossPerHour, .uncertain(.money), "Loss per hour of full disturbance."),
            .optional(
                "restore", \.restoreMilliseconds, .uncertain(.duration),
                "How long the operators need to bring it back by hand."),
        ])
}
