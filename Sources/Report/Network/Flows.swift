import NetworkWorld
import Scenario

/// What the firewall lets pass from one network to another, of what is really offered there.
struct Flow: Equatable {
    /// Index of the network it starts in; 0 is the internet.
    var from: Int
    var to: Int
    var services: ServiceSet

    /// All flows between different networks, by start, then by end.
    ///
    /// - Complexity: O(networks · host groups).
    static func all(of program: Program) -> [Flow] {
        let groups = program.hostGroups.count
        var flows: [Flow] = []
        for from in 0..<program.networkCount {
            var services = [ServiceSet](repeating: 0, count: program.networkCount)
            for group in 0..<groups {
                services[Int(program.hostGroups[group].network)] |= program.reach[from * groups + group]
            }
            for to in 1..<max(program.networkCount, 1) where to != from && services[to] != 0 {
                flows.append(Flow(from: from, to: to, services: services[to]))
            }
        }
        return flows
    }

    /// The names of the services.
    var serviceNames: String {
        ServiceKind.allCases.filter { services & $0.bit != 0 }.map(\.rawValue).joined(separator: ", ")
    }
}
