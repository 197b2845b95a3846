import Kernel

/// The simulation half of a scenario file.
enum SimulationFormat {
    static let simulation = Shape<Simulation>.record(
        "simulation", "The simulated world: networks, hosts, accounts, adversaries, sensors and what they are worth.",
        make: { _ in Simulation() },
        fields: [
            .custom("start", Scalars.instant, "The wall-clock time at which a run begins, with its offset from UTC.") {
                $0.startEpochSeconds = $1.epochSeconds
                $0.utcOffsetMinutes = $1.offsetMinutes
            },
            .optional("duration", \.durationMilliseconds, Scalars.runDuration, "How long a run lasts."),
            .optional(
                "history", \.historyDays, .count(0...30), "Days of everyday records that are written before the start."),
            .custom("seed", .integer(0...Int64.max), "The seed where none is given on the command line.") {
                $0.seed = UInt64($1)
            },
            .optional("currency", \.currency, .text, "The currency of all amounts, in whole units."),
            .required(
                "networks", \.networks, .map(NetworkFormat.network, declares: .networks, atLeast: 1),
                "The networks. `internet` always exists."),
            .optional(
                "firewall", \.firewall, .list(NetworkFormat.rule),
                "What may pass between networks; the first rule that fits decides, the rest is dropped. Inside one "
                    + "network everything passes."),
            .optional(
                "vulnerabilities", \.vulnerabilities, .map(HostFormat.weakness, declares: .weaknesses),
                "Weaknesses of software that hosts and services may have."),
            .required(
                "hosts", \.hosts, .map(HostFormat.host, declares: .hosts, atLeast: 1), "Groups of equal hosts."),
            .optional(
                "accounts", \.accounts, .map(HostFormat.account, declares: .accounts), "Groups of equal accounts."),
            .optional(
                "assets", \.assets, .map(OrganisationFormat.asset, declares: .assets), "Data worth taking."),
            .optional(
                "services", \.businessServices, .map(OrganisationFormat.service),
                "What the organisation does for others, and what it rests on."),
            .optional(
                "processes", \.processes, .map(OrganisationFormat.process, declares: .processes),
                "Physical processes that controllers run."),
            .optional("sensors", \.sensors, .map(DefenceFormat.sensor, declares: .sensors), "What watches."),
            .optional(
                "analytics", \.analytics, .list(.reference([.analytics])),
                "The built-in analytics that are on; all of them without this key."),
            .optional(
                "controls", \.controls, .list(DefenceFormat.control), "Protections in force without any measure."),
            .required(
                "adversaries", \.adversaries, .map(AdversaryFormat.adversary, atLeast: 1), "Who attacks."),
            .optional("measures", \.measures, .map(DefenceFormat.measure), "What can be done beforehand."),
            .optional("staff", \.staff, DefenceFormat.staff, "The people who defend."),
            .custom(
                "actions", .keyed(by: [.actions], DefenceFormat.override),
                "Changes to built-in investigations and responses, by their id."
            ) { simulation, overrides in
                simulation.actionOverrides = overrides.map {
                    ActionOverride(action: $0.key, durationMilliseconds: $0.value)
                }
            },
            .optional(
                "administration", \.administration, .map(AdversaryFormat.habit),
                "Awkward things that administrators do and that look like attacks."),
            .optional(
                "assumptions", \.assumptions, .list(.text),
                "What an importer assumed and the owner of the file should correct."),
        ],
        checksRest: true, check: SimulationChecks.check)
}
