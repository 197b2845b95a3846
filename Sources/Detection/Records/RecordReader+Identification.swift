// What a record is. A kind's key is made of a tag and of numbers from tables; what no table names is 0.
extension RecordReader {
    /// The profile of the record that the scanner has read.
    mutating func identify(_ scanner: JSONScanner) -> Int32 {
        switch format {
        case .windows: return windows(scanner, "flat", .flatChannel, .flatProvider, .flatEvent)
        case .winlogbeat: return windows(scanner, "winlogbeat", .winlogChannel, .winlogProvider, .winlogEvent)
        case .evtx: return windows(scanner, "evtx", .eventChannel, .eventProvider, .eventNumber)
        case .zeek: return zeek(marked(.zeekPath, scanner))
        case .ocsf: return ocsf(scanner)
        case .ecs: return ecs(scanner)
        case .json, .text: return generic(scanner)
        case .automatic: break
        }
        if has(.flatEvent) && (has(.flatChannel) || has(.flatProvider)) {
            return windows(scanner, "flat", .flatChannel, .flatProvider, .flatEvent)
        }
        if has(.eventNumber) { return windows(scanner, "evtx", .eventChannel, .eventProvider, .eventNumber) }
        if has(.winlogEvent) || has(.winlogChannel) {
            return windows(scanner, "winlogbeat", .winlogChannel, .winlogProvider, .winlogEvent)
        }
        if has(.classNumber) { return ocsf(scanner) }
        if has(.zeekPath) { return zeek(marked(.zeekPath, scanner)) }
        if has(.ecsVersion) || has(.ecsCategory) || has(.ecsDataset) { return ecs(scanner) }
        return generic(scanner)
    }

    /// The profile of a key; where there is none yet, `make` names its mapping and source.
    mutating func profile(_ key: UInt64, _ make: (RecordKinds) -> (String, RecordSource)) -> Int32 {
        let known = profiles.find(key)
        if known >= 0 { return known }
        let (mapping, source) = make(kinds)
        return profiles.add(key, binding: kinds.binding(mapping), source: source)
    }

    /// A number in digits; 0 where it is none.
    func number(_ marker: RecordLayout.Marker, _ scanner: JSONScanner) -> Int {
        var value = 0
        for byte in marked(marker, scanner) ?? UnsafeBufferPointer(start: nil, count: 0) {
            guard byte &- 0x30 < 10, value < 1 << 32 else { return 0 }
            value = value * 10 + Int(byte &- 0x30)
        }
        return value
    }

    private mutating func windows(
        _ scanner: JSONScanner, _ shape: String, _ channelMarker: RecordLayout.Marker,
        _ providerMarker: RecordLayout.Marker, _ eventMarker: RecordLayout.Marker
    ) -> Int32 {
        var channel = marked(channelMarker, scanner).map(kinds.channel) ?? 0
        if channel == 0, !has(channelMarker), let provider = marked(providerMarker, scanner) {
            channel = kinds.channel(provider)
        }
        let number = number(eventMarker, scanner)
        let event = kinds.categories(channel: channel, event: number) == nil ? 0 : number
        var operation = 0
        if number == 4657, let text = marked(.registryOperation, scanner) {
            operation = 1 + (WindowsSources.registryOperations.firstIndex { text.elementsEqual($0.text.utf8) } ?? -1)
        }
        let tag: UInt64 = shape == "flat" ? 1 : shape == "evtx" ? 2 : 3
        let key = tag << 56 | UInt64(channel) << 40 | UInt64(event) << 8 | UInt64(operation)
        return profile(key) { kinds in
            let further = operation > 0 ? WindowsSources.registryOperations[operation - 1].categories : []
            let source = kinds.windowsSource(channel: channel, event: event, further: further)
            var mapping = shape
            if source.services.first == "security" && event == 4688 { mapping += "/process" }
            if source.services.first == "security" && event == 4657 { mapping += "/registry" }
            if source.categories.contains("antivirus") { mapping += "/antivirus" }
            if source.services.first == "powershell-classic" && shape == "winlogbeat" { mapping += "/unnamed" }
            return (mapping, source)
        }
    }

    private mutating func generic(_ scanner: JSONScanner) -> Int32 {
        let isCloudTrail = has(.cloudEvent) && has(.cloudSource)
        return profile(isCloudTrail ? 1 : 0) { _ in
            ("generic", isCloudTrail ? RecordSource(products: ["aws"], services: ["cloudtrail"]) : RecordSource())
        }
    }
}
