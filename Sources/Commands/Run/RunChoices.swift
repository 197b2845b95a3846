import ArgumentParser
import NetworkWorld
import Scenario

/// What is chosen for a run; shared by every verb that runs a scenario.
struct RunChoices: ParsableArguments {
    @Option(help: ArgumentHelp("The adversary; the scenario's first where none is named.", valueName: "name"))
    var adversary: String?

    @Flag(name: .customLong("no-attack"), help: "A quiet day: the adversary stays away.")
    var noAttack = false

    @Option(
        name: .customLong("measure"),
        help: ArgumentHelp("A measure in force; may be given several times; 'all' for all.", valueName: "name"))
    var measures: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who defends: \(Playbook.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "name"))
    var playbook = Playbook.none.rawValue

    @Option(
        name: .customLong("without-host"),
        help: ArgumentHelp("Take a host out of the scenario; may be given several times.", valueName: "host"))
    var withoutHosts: [String] = []

    @Option(
        name: .customLong("without-account"),
        help: ArgumentHelp("Take an account out of the scenario; may be given several times.", valueName: "account"))
    var withoutAccounts: [String] = []

    /// The options for a scenario, with names checked.
    func options(for loaded: LoadedScenario) throws -> RunOptions {
        var options = RunOptions()
        let simulation = loaded.simulation
        if let adversary {
            options.adversary = try Self.check(adversary, "adversary", among: simulation.adversaries.map(\.name))
        } else {
            options.adversary = simulation.adversaries.first?.name
        }
        options.attack = !noAttack
        let known = simulation.measures.map(\.name)
        options.measures =
            measures == ["all"] ? known : try measures.map { try Self.check($0, "measure", among: known) }
        let playbooks = Playbook.allCases.map(\.rawValue)
        options.playbook = Playbook(rawValue: try Self.check(playbook, "playbook", among: playbooks)) ?? .none
        options.withoutHosts = try withoutHosts.map {
            try Self.check($0, "host", amongMembersOf: simulation.hosts.map { ($0.name, $0.count) })
        }
        options.withoutAccounts = try withoutAccounts.map {
            try Self.check($0, "account", amongMembersOf: simulation.accounts.map { ($0.name, $0.count) })
        }
        return options
    }

    /// A member of a group goes by the group's name where it is alone, else with a number behind it.
    private static func check(
        _ name: String, _ what: String, amongMembersOf groups: [(name: String, count: Int)]
    ) throws -> String {
        if Program.member(named: name, names: groups) != nil { return name }
        let names = groups.map { group in
            group.count == 1
                ? group.name
                : Program.memberName(group.name, ordinal: 0, count: group.count) + " … "
                    + Program.memberName(group.name, ordinal: group.count - 1, count: group.count)
        }
        throw CommandFailure.usage("there is no \(what) '\(name)'\nthere are: \(names.joined(separator: ", "))")
    }

    private static func check(_ name: String, _ what: String, among names: [String]) throws -> String {
        if names.contains(name) { return name }
        let hint = Suggestion.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw CommandFailure.usage(
            "there is no \(what) '\(name)'\(hint)\nthere are: \(names.joined(separator: ", "))")
    }
}
