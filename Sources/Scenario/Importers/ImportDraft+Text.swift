extension ImportDraft {
    /// The whole file, and how many assumptions it makes. `left` hosts of the scan had no place in it.
    func text(left: Int) -> (text: String, assumptions: Int) {
        var yaml = AnnotatedYAML()
        yaml.comment(
            "Made from a network scan. Everything marked 'assumption' is a guess for you to correct; the list at")
        yaml.comment("the end repeats them. This file describes a real network: keep it as confidential as the scan.")
        yaml.entry("name", name)
        yaml.entry(
            "title", AnnotatedYAML.localized("Mạng nhập từ kết quả quét: \(name)", "Network from a scan: \(name)"))
        let hosts = groups.reduce(0) { $0 + $1.hosts.count }
        yaml.entry(
            "description",
            AnnotatedYAML.localized(
                "Số máy: \(hosts); số mạng: \(networks.count). Những gì kết quả quét không cho biết đều là giả định.",
                "Hosts: \(hosts); networks: \(networks.count). What a scan does not tell is assumed."))
        writeExercise(to: &yaml)
        var count = 0
        yaml.section("simulation") { yaml in
            yaml.entry("duration", "8h", assumption: "one working day")
            yaml.entry("seed", "1")
            yaml.entry("currency", "VND", assumption: "all amounts are in it")
            writeGround(to: &yaml)
            writeOrganisation(to: &yaml)
            writeDefence(to: &yaml)
            var notes = yaml.assumptions
            if left > 0 { notes.append("hosts: \(left) hosts without an IPv4 address are left out") }
            if tolerance != .nothing { notes.append("hosts: \(tolerance.description)") }
            count = notes.count
            yaml.section("assumptions") { yaml in
                for note in notes { yaml.item(AnnotatedYAML.quoted(note)) }
            }
        }
        return (yaml.text, count)
    }
}
