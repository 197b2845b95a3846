import Kernel
import Scenario

extension Program {
    /// A digest of everything that a state holds indices of: hosts, accounts, networks, cards, analytics, actions, services,
    /// processes, seats. Two programs of one shape may take turns at a run; they may differ in playbook, adversary and
    /// measures.
    ///
    /// - Complexity: O(groups + cards + analytics + actions).
    public var shape: UInt64 {
        var hasher = StableHasher()
        hasher.combine(hostGroups.count)
        for group in hostGroups {
            hasher.combine(group.path)
            hasher.combine(group.count)
            hasher.combine(group.network)
            hasher.combine(group.process)
        }
        hasher.combine(accountGroups.count)
        for group in accountGroups {
            hasher.combine(group.path)
            hasher.combine(group.count)
        }
        hasher.combine(networkPaths.count)
        for path in networkPaths { hasher.combine(path) }
        for paths in [cards.map(\.path), analytics.map(\.path), actions.map(\.path)] {
            hasher.combine(paths.count)
            for path in paths { hasher.combine(path) }
        }
        hasher.combine(simulation.businessServices.count)
        for service in simulation.businessServices { hasher.combine(service.name) }
        hasher.combine(simulation.processes.count)
        for process in simulation.processes { hasher.combine(process.name) }
        hasher.combine(simulation.administration.count)
        for habit in simulation.administration { hasher.combine(habit.name) }
        hasher.combine(options.seats)
        return hasher.digest
    }

    /// The same scenario with somebody else defending, for forks that are to go on under a playbook.
    ///
    /// - Throws: ``ProgramError`` as the initialiser does; a program that was compiled once compiles again.
    /// - Complexity: O(groups² + hosts).
    public func with(playbook: Playbook) throws(ProgramError) -> Program {
        if options.playbook == playbook { return self }
        var changed = options
        changed.playbook = playbook
        return try Program(scenario: scenario, catalogue: catalogue, options: changed)
    }
}
