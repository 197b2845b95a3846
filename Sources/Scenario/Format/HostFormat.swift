import Kernel

/// Hosts, their weaknesses, and accounts.
enum HostFormat {
    static let weakness = Shape<SoftwareVulnerability>.record(
        "weakness", "A weakness of software by its public names; a model, never a way to use it.",
        make: { SoftwareVulnerability(name: $0, kind: .remoteCode) },
        fields: [
            .optional("cve", \.cve, Scalars.cve, "CVE id."),
            .optional("cwe", \.cwe, Scalars.cwe, "CWE id."),
            .required("kind", \.kind, .choice(), "What using it gives."),
            .optional(
                "patched-share", \.patchedShare, .quantity(.share),
                "Share of the hosts of a group that have the patch without any measure."),
            .optional("description", \.description, .localized, "What it is."),
        ])

    static let hostService = Shape<HostService>.shorthand(
        Shape<ServiceKind>.choice().map { HostService(kind: $0) },
        or: .record(
            "host service", "A service that every host of a group offers.", make: { _ in HostService(kind: .other) },
            fields: [
                .required("kind", \.kind, .choice(), "Kind."),
                .optional("port", \.port, .count(1...65_535), "Port; the kind's usual one without this key."),
                .optional("product", \.product, .text, "Product, for display and records."),
                .optional("version", \.version, .text, "Version, for display and records."),
                .optional(
                    "vulnerabilities", \.vulnerabilities, .list(.reference([.weaknesses])), "Weaknesses that it has."),
            ]))

    static let host = Shape<HostGroup>.record(
        "host group", "Hosts that are alike. They are called like the group, with a number where there are several.",
        make: { HostGroup(name: $0, network: "", os: .linux, role: .other) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .required("network", \.network, .reference([.networks]), "The network that it is in."),
            .optional("count", \.count, .count(1...SimulationChecks.mostHosts), "How many; 1 without this key."),
            .required("os", \.os, .choice(), "Operating system."),
            .required("role", \.role, .choice(), "What it is for."),
            .optional("domain-joined", \.domainJoined, .boolean, "Whether it belongs to the Windows domain."),
            .optional(
                "address", \.address, Scalars.address,
                "Address of the first host; the next free one without this key."),
            .optional("services", \.services, .list(hostService), "What it offers over the network."),
            .optional(
                "vulnerabilities", \.vulnerabilities, .list(.reference([.weaknesses])),
                "Weaknesses of the host itself."),
        ])

    static let account = Shape<AccountGroup>.record(
        "account group", "Accounts that are alike; a person is an account with a mailbox or a workstation.",
        make: { AccountGroup(name: $0) },
        fields: [
            .optional("title", \.title, .localized, "The name that people read."),
            .optional("count", \.count, .count(1...SimulationChecks.mostAccounts), "How many; 1 without this key."),
            .optional("kind", \.kind, .choice(), "Where it lives."),
            .optional("privilege", \.privilege, .choice(), "What it may do."),
            .optional("mfa", \.mfa, .boolean, "Whether a second factor is asked for."),
            .optional("password", \.password, .choice(), "How hard the password is to guess."),
            .optional("mail", \.mail, .boolean, "Whether it has a mailbox that outsiders can write to."),
            .optional(
                "workstation", \.workstation, .reference([.hosts]),
                "Host group of its workstations; the i-th account uses the i-th host."),
            .optional(
                "logs-on-to", \.logsOnTo, .list(.reference([.hosts])), "Host groups it may log on to as a user."),
            .optional("administers", \.administers, .list(.reference([.hosts])), "Host groups it administers."),
            .optional(
                "stored-on", \.storedOn, .list(.reference([.hosts])),
                "Host groups whose hosts always hold its credential."),
            .optional(
                "cached-share", \.cachedShare, .quantity(.share),
                "Chance that a host it administers still holds its credential."),
            .custom("hours", Scalars.hours, "Working hours.") {
                $0.workStartMinute = $1.start
                $0.workEndMinute = $1.end
            },
        ])
}
