import Kernel

/// A description within limits, drawn from a seed: every part comes and goes.
struct RandomDescription {
    let text: String

    init(seed: UInt64) {
        var random = Random(seed: seed)
        let servers = ["web-server", "mail-server", "remote-access", "database-server", "backup-server", "printer"]
        var ministry = ["domain-controller", "file-server", "workstation"].map { "\($0): \(1 + random.below(9))" }
        let own = servers.filter { _ in random.below(2) == 0 }
        ministry += own.map { "\($0): \(1 + random.below(6))" }
        let hasJumpHost = random.below(2) == 0, hasManagement = random.below(2) == 0
        if hasJumpHost { ministry.append("jump-host: 1") }
        if hasManagement { ministry.append("management-server: 1") }
        var lines = [
            "name: random-\(seed)", "ministry:", "  hosts: {\(ministry.joined(separator: ", "))}",
            "  administrators: \(1 + random.below(9))", "  unpatched: 0.\(random.below(1_000))", "provinces:",
            "  count: \(1 + random.below(20))",
            "  hosts: {workstation: \(1 + random.below(300)), application-server: \(1 + random.below(3)), file-server: 1"
                + (random.below(2) == 0 ? ", domain-controller: 1}" : "}"),
            "  administrators: \(random.below(3))", "  varies: \(random.below(101))%",
            "  unmanaged: \(random.below(101))%", "  monitored: \(random.below(101))%",
        ]
        let hasDistricts = random.below(2) == 0
        if hasDistricts {
            lines += [
                "districts:", "  count: \(1 + random.below(12))", "  hosts: {workstation: \(1 + random.below(40))}",
                "  unmanaged: \(random.below(101))%", "  administrators: \(random.below(2))", "  password: weak",
            ]
        }
        lines.append(
            "identity: {directory: \(random.below(2) == 0 ? "one" : "each"), "
                + "shared-local-administrator: \(random.below(2) == 0)}")
        if hasManagement && random.below(2) == 0 { lines.append("software-distribution: {}") }
        let suppliers = random.below(9)
        if suppliers > 0 { lines.append("suppliers:") }
        for index in 0..<suppliers {
            let system = random.below(2) == 0 ? "application-server" : "file-server"
            lines.append(
                "  s\(index): {engineers: \(1 + random.below(24)), serves: \(random.below(101))%, systems: [\(system)]}"
            )
        }
        lines += [
            "registers:", "  citizens: {role: file-server, records: \(random.below(1_000_000))}",
            "  cases: {level: provinces, role: file-server, records: 5, loss-per-record: {low: 1, likely: 2, high: 3}}",
            "services:", "  counter: {level: provinces, rests-on: [workstation, file-server], loss-per-hour: 7}",
            "adversaries:", "  crew: {goal: encrypt, hosts: \(1 + random.below(3_500)), entry: edge, tempo: 90 s}",
            "  thieves: {goal: steal, target: citizens, title: \"a \\\"b\\\"\\nc\\u0007\", skill: 0.\(random.below(99))}",
            "measures:", "  patch-deadline: {cost: 5, levels: [provinces]}",
            "  shared-monitoring: {cost: 6, coverage: \(random.below(101))%, levels: [ministry, districts]}",
        ]
        if suppliers > 0 { lines.append("  supplier-segmentation: {cost: 7, via-jump-host: \(hasJumpHost)}") }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// Numbers in a row from one key.
    private struct Random {
        let seed: UInt64
        var drawn: UInt32 = 0

        init(seed: UInt64) { self.seed = seed }

        mutating func below(_ bound: Int) -> Int {
            drawn += 1
            return Seeds(seed).chance(1, Purpose(rawValue: 1), attempt: drawn).below(bound)
        }
    }
}
