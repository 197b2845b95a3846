/// The mappings of all kinds of record, and the tables by which a record is recognised. Made once for each reader.
struct RecordKinds: Sendable {
    /// The only ones.
    static let all = RecordKinds()

    /// By the index of a binding.
    private(set) var mappings: [RecordMapping] = []
    private var indices: [String: Int] = [:]
    /// Channels and providers of Windows in lower case (space 0), paths of Zeek's logs (1), words of the Elastic schema (2),
    /// syslog's programs (3), Cisco's facilities (4): their numbers.
    private(set) var words = KeyTable()
    /// By the number of a channel.
    private(set) var channels: [(product: String, services: [String])] = [("windows", [])]
    /// By the number of a channel: the events that have categories, and those.
    private(set) var events: [[(event: Int, categories: [String])]] = [[]]
    /// By the number of a Zeek log.
    private(set) var zeekLogs = [""]

    private init() {
        for (index, entry) in LinuxMappings.programs.enumerated() {
            _ = words.insert(entry.program, in: 3, value: Int32(index))
        }
        for (index, entry) in LinuxMappings.facilities.enumerated() {
            _ = words.insert(entry.facility, in: 4, value: Int32(index))
        }
        add("generic", NetworkMappings.generic)
        addWindows()
        for (name, mapping) in OCSFMappings.all { add("ocsf/" + name, mapping) }
        for (name, mapping) in ECSMappings.all { add("ecs/" + name, mapping) }
        for (name, mapping) in ZeekMappings.all { add("zeek/" + name, mapping) }
        add("syslog", LinuxMappings.syslog)
        add("syslog/squid", LinuxMappings.proxy)
        add("syslog/firewall", LinuxMappings.firewall)
        add("audit", LinuxMappings.audit)
        add("audit/execution", LinuxMappings.execution)
        for name in ZeekMappings.logs {
            _ = words.insert(name, in: 1, value: Int32(zeekLogs.count))
            zeekLogs.append(name)
        }
        for (index, word) in ECSMappings.words.enumerated() { _ = words.insert(word, in: 2, value: Int32(index)) }
    }

    /// The binding of a mapping's name. O(1), for new profiles only.
    func binding(_ name: String) -> Int { indices[name] ?? 0 }

    private mutating func add(_ name: String, _ mapping: RecordMapping) {
        indices[name] = mappings.count
        mappings.append(mapping)
    }

    private mutating func addWindows() {
        for (shape, base, prefix) in [
            ("flat", WindowsMappings.flat, WindowsMappings.flatPrefix),
            ("winlogbeat", WindowsMappings.winlogbeat, WindowsMappings.nestedPrefix),
            ("evtx", WindowsMappings.evtx, WindowsMappings.nestedPrefix),
        ] {
            add(shape, base)
            for (name, names) in [
                ("process", WindowsMappings.processAudit(prefix)), ("registry", WindowsMappings.registryAudit(prefix)),
                ("antivirus", WindowsMappings.antivirus(prefix)), ("unnamed", WindowsMappings.unnamedData(prefix)),
            ] {
                add(shape + "/" + name, base.adding(names.fields, pairs: names.pairs))
            }
        }
        for (channel, service) in WindowsSources.channels { addChannel([channel], "windows", service) }
        for (provider, service) in WindowsSources.providers { addChannel([provider], "windows", service) }
        addChannel(["Linux-Sysmon/Operational", "Linux-Sysmon"], "linux", "sysmon")
    }

    private mutating func addChannel(_ names: [String], _ product: String, _ service: String) {
        let number = Int32(channels.count)
        for name in names { _ = words.insert(Self.lowerCase(name), in: 0, value: number) }
        let synonyms = WindowsSources.synonyms.filter { $0.service == service }.map(\.synonym)
        channels.append((product, [service] + synonyms))
        events.append(WindowsSources.events.filter { $0.service == service }.map { ($0.event, $0.categories) })
    }

    private static func lowerCase(_ text: String) -> String {
        String(decoding: text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// The number of a channel or provider, in any case of letters; 0: unknown. Raw JSON: a slash may be escaped.
    func channel(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        if name.count > 128 { return 0 }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { folded in
            var count = 0
            for byte in name where byte != 0x5C {
                folded[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                count += 1
            }
            return max(0, find(UnsafeBufferPointer(rebasing: folded[..<count]), in: 0))
        }
    }

    /// The number of a word in a space; −1: unknown.
    func find(_ word: UnsafeBufferPointer<UInt8>, in space: Int32) -> Int {
        words.withView { Int($0.find(word.baseAddress, word.count, in: space)) }
    }

    /// The log source of an event of a channel.
    func windowsSource(channel: Int, event: Int, further: [String] = []) -> RecordSource {
        let (product, services) = channels[channel]
        return RecordSource(
            products: [product], categories: (categories(channel: channel, event: event) ?? []) + further,
            services: services)
    }

    /// What an event of a channel is beyond being an event.
    func categories(channel: Int, event: Int) -> [String]? {
        for known in events[channel] where known.event == event { return known.categories }
        return nil
    }
}
