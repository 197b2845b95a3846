import Kernel
import NetworkWorld
import Scenario

extension TeamExercise {
    /// Puts an inject in: its message, where it is one for those who defend, and its effect.
    mutating func put(inject index: Int) {
        injected[index] = true
        let inject = program.scenario.exercise.injects[index]
        if isForTeam(inject) {
            messages.append(MessageRecord(time: now, inject: index, text: ""))
            changes.insert(.messages)
        }
        if case .grantFoothold(let group) = inject.effect, let host = footholdHost(group: group) {
            submit(.grantFoothold(host: host), author: .system)
        }
    }

    /// Hands an input to the run and takes in what came of it at once.
    mutating func submit(_ input: NetworkInput, author: Author, rule: Int32 = 0, severity: UInt8 = 0) {
        var log = EventLog<Event>(open: true)
        run.submit(input, log: &log)
        absorb(log, at: now, author: author, rule: rule, severity: severity)
    }

    /// The first host of a group that red never held and can use; else the first that it does not hold now.
    private func footholdHost(group name: String) -> Int32? {
        guard let group = program.simulation.hosts.firstIndex(where: { $0.name == name }) else { return nil }
        let record = program.hostGroups[group]
        let hosts = record.first..<(record.first + record.count)
        let fresh = hosts.first { host in
            let state = run.state.host(host)
            return !program.isRemoved(host: host) && !state.compromised && state.isReachable
        }
        return fresh ?? hosts.first { !program.isRemoved(host: $0) && run.state.host($0).access == 0 }
    }

    /// Whether those who defend are among the receivers, or nobody is named.
    private func isForTeam(_ inject: Inject) -> Bool {
        inject.toEntities.isEmpty || inject.toEntities.contains { role(ofEntity: $0) ?? .blue == .blue }
    }

    /// The side of an entity: its own, or that of the nearest entity above it.
    private func role(ofEntity path: String) -> EntityRole? {
        var rest = Substring(path)
        while true {
            if let role = program.scenario.exercise.entities.first(where: { $0.path == rest })?.role { return role }
            guard let dot = rest.lastIndex(of: ".") else { return nil }
            rest = rest[..<dot]
        }
    }
}
