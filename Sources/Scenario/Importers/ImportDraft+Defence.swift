extension ImportDraft {
    /// Sensors, adversaries, measures and staff.
    func writeDefence(to yaml: inout AnnotatedYAML) {
        yaml.section("sensors", assumption: "a scan shows no sensors; coverage is what many organisations have") {
            yaml in
            writeSensor("endpoint", "0.6", "Giám sát máy", "Endpoint sensor", to: &yaml)
            if hasDomain {
                writeSensor("domain-controller", "1", "Nhật ký máy chủ miền", "Domain controller logs", to: &yaml)
            }
            writeSensor("network", "0.5", "Giám sát mạng", "Network sensor", to: &yaml)
            writeSensor("firewall", "1", "Nhật ký tường lửa", "Firewall logs", to: &yaml)
            writeSensor("proxy", "0.7", "Nhật ký proxy", "Proxy logs", to: &yaml)
            writeSensor("mail", "1", "Nhật ký thư", "Mail logs", to: &yaml)
        }
        yaml.section("staff", assumption: "who watches and answers") { yaml in
            yaml.entry("analysts", "2", assumption: "people who can work on it at the same time")
        }
        writeAdversaries(to: &yaml)
        yaml.section("measures", assumption: "usual measures; costs are yearly and to be replaced by offers") { yaml in
            writeMeasures(to: &yaml)
        }
    }

    private func writeSensor(
        _ kind: String, _ coverage: String, _ vietnamese: String, _ english: String, to yaml: inout AnnotatedYAML
    ) {
        yaml.section("\(kind)-sensor") { yaml in
            yaml.entry("title", AnnotatedYAML.localized(vietnamese, english))
            yaml.entry("kind", kind)
            yaml.entry("coverage", coverage, assumption: "share of the hosts that it sees")
        }
    }

    // MARK: Adversaries

    private func writeAdversaries(to yaml: inout AnnotatedYAML) {
        yaml.section("adversaries", assumption: "who might attack; attempts per year are judgement") { yaml in
            writeAdversary(
                "ransomware-crew", "Nhóm mã độc tống tiền", "Ransomware crew", goal: "encrypt", target: nil,
                share: "0.3",
                skill: "0.55", stealth: "0.3", to: &yaml)
            if let asset = mostValuableAsset {
                writeAdversary(
                    "espionage-group", "Nhóm gián điệp mạng", "Espionage group", goal: "steal", target: asset,
                    share: nil, skill: "0.65", stealth: "0.7", to: &yaml)
            }
            if !controllers.isEmpty {
                writeAdversary(
                    "sabotage-group", "Nhóm phá hoại", "Sabotage group", goal: "sabotage", target: "process",
                    share: "0.5", skill: "0.65", stealth: "0.5", to: &yaml)
            }
        }
    }

    private var mostValuableAsset: String? {
        let candidates = assetGroups
        let best = candidates.max { ($0.value ?? 0) < ($1.value ?? 0) }
        return (best?.value == nil ? candidates.first : best).map(Self.assetKey)
    }

    private func writeAdversary(
        _ key: String, _ vietnamese: String, _ english: String, goal: String, target: String?, share: String?,
        skill: String, stealth: String, to yaml: inout AnnotatedYAML
    ) {
        yaml.section(key) { yaml in
            yaml.entry("title", AnnotatedYAML.localized(vietnamese, english))
            yaml.entry("goal", goal, assumption: "what they want")
            if let target { yaml.entry("target", target, assumption: "whose data or process they are after") }
            if let share { yaml.entry("share", share, assumption: "when they have what they want") }
            yaml.entry("skill", skill, assumption: "0.5 is neutral")
            yaml.entry("stealth", stealth, assumption: "how much they avoid noise")
            yaml.entry("tempo", AnnotatedYAML.range("2 min", "3 min", "7 min"), assumption: "time between two steps")
            yaml.entry("start", AnnotatedYAML.range("5 min", "15 min", "40 min"), assumption: "when they begin")
            yaml.entry("attempts-per-year", AnnotatedYAML.range("0.2", "1", "4"), assumption: "judgement")
        }
    }

    // MARK: Measures

    private func writeMeasures(to yaml: inout AnnotatedYAML) {
        measure("mfa-everywhere", "Xác thực nhiều lớp", "Second factor for everyone", 300_000_000, ["mfa"], to: &yaml)
        measure(
            "mail-protection", "Bảo vệ thư và đào tạo", "Mail filter and awareness", 200_000_000,
            ["mail-filter", "awareness", "macro-block"], to: &yaml)
        measure("patching", "Vá lỗi đúng hạn", "Patches in time", 250_000_000, ["patching"], to: &yaml)
        measure(
            "administration", "Quản trị phân tầng", "Tiered administration", 200_000_000,
            ["admin-tiering", "least-privilege", "password-policy"], to: &yaml)
        measure("offline-backup", "Sao lưu ngoại tuyến", "Offline backup", 150_000_000, ["offline-backup"], to: &yaml)
        if !controllers.isEmpty {
            measure(
                "control-network-gateway", "Cổng bảo vệ mạng điều khiển", "Gateway to the control network", 400_000_000,
                ["ot-gateway", "controller-lock"], to: &yaml)
        }
        yaml.section("endpoint-everywhere") { yaml in
            yaml.entry("title", AnnotatedYAML.localized("Giám sát mọi máy", "Endpoint sensor everywhere"))
            yaml.entry("cost", AnnotatedYAML.money(around: 350_000_000), assumption: "yearly cost")
            yaml.entry("coverage", "{endpoint-sensor: 0.95}", assumption: "share of the hosts that it sees then")
            yaml.entry("analysts", "1", assumption: "more alerts need more people")
        }
        if let rules = segmentation {
            yaml.section("segmentation") { yaml in
                yaml.entry("title", AnnotatedYAML.localized("Phân vùng mạng", "Segmentation"))
                yaml.entry("cost", AnnotatedYAML.money(around: 180_000_000), assumption: "yearly cost")
                yaml.section("firewall", assumption: "what desks do not need") { yaml in
                    for rule in rules { yaml.item(rule) }
                }
            }
        }
    }

    private func measure(
        _ key: String, _ vietnamese: String, _ english: String, _ cost: Int64, _ controls: [String],
        to yaml: inout AnnotatedYAML
    ) {
        yaml.section(key) { yaml in
            yaml.entry("title", AnnotatedYAML.localized(vietnamese, english))
            yaml.entry("cost", AnnotatedYAML.money(around: cost), assumption: "yearly cost")
            yaml.section("controls", assumption: "what it brings") { yaml in
                for control in controls { yaml.item("{control: \(control)}") }
            }
        }
    }

    /// Rules that keep services of administration from passing between desks and everything else.
    private var segmentation: [String]? {
        let desks = networks.filter { $0.zone == .office }
        let others = networks.filter { $0.zone != .office }
        if desks.isEmpty || others.isEmpty { return nil }
        return desks.flatMap { desk in
            others.map { other in
                "{from: \(desk.key), to: \(other.key), services: [rdp, winrm, ssh, telnet, vnc, database], action: deny}"
            }
        }
    }
}
