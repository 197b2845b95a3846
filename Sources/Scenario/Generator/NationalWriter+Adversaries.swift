/// Who attacks.
extension NationalWriter {
    func writeAdversaries(to yaml: inout AnnotatedYAML) {
        yaml.section("adversaries") { yaml in
            for adversary in description.adversaries { write(adversary, to: &yaml) }
        }
    }

    private func write(_ adversary: NationalAdversary, to yaml: inout AnnotatedYAML) {
        yaml.section(adversary.name) { yaml in
            write("title", adversary.title, to: &yaml)
            write("description", adversary.description, to: &yaml)
            yaml.entry("goal", adversary.goal.rawValue)
            switch adversary.goal {
            case .steal, .sabotage: yaml.entry("target", adversary.target)
            case .encrypt: yaml.entry("share", Self.decimal(encryptedShare(adversary), digits: 9))
            }
            yaml.entry("skill", Self.share(adversary.skill))
            yaml.entry("stealth", Self.share(adversary.stealth))
            yaml.entry("tempo", Self.uncertain(adversary.tempoMilliseconds, Self.duration))
            yaml.entry("start", Self.uncertain(adversary.startMilliseconds, Self.duration))
            yaml.entry(
                "attempts-per-year",
                Self.uncertain(adversary.attemptsPerYear) { Self.decimal($0, digits: 3) })
            let techniques = techniques(adversary.entry)
            if !techniques.isEmpty { yaml.entry("techniques", AnnotatedYAML.list(techniques)) }
        }
    }

    /// The hosts that it wants to encrypt as a share of those that can be encrypted, in thousand-millionths: the smallest
    /// that comes to as many again.
    private func encryptedShare(_ adversary: NationalAdversary) -> Int64 {
        let whole = plan.groups.reduce(0) { sum, group in
            RoleTemplate.of(group.role).system == .appliance ? sum : sum + group.count
        }
        let wanted = min(adversary.hosts, whole)
        return (Int64(wanted) * 1_000_000_000 + Int64(whole) / 2) / Int64(max(1, whole))
    }

    /// Card ids without those that come in another way; nothing where every way is open.
    private func techniques(_ entry: NationalAdversary.Entry) -> [String] {
        switch entry {
        case .any: []
        case .mail: catalogue.cards.filter { !$0.fromOutside || $0.target == .person }.map(\.id)
        case .edge: catalogue.cards.filter { $0.target != .person }.map(\.id)
        }
    }
}
