// What a record of a common schema, or of Zeek, is.
extension RecordReader {
    /// An OCSF record: by class, activity, system, the event that it stands for, and direction.
    mutating func ocsf(_ scanner: JSONScanner) -> Int32 {
        let classNumber = number(.classNumber, scanner)
        let kind = OCSFKind(
            classNumber: OCSFKind.classes.contains(classNumber) ? classNumber : 0,
            activity: min(number(.activity, scanner), 127),
            system: OCSFKind.System(rawValue: number(.systemType, scanner) / 100) ?? .other,
            event: OCSFKind.event(number(.eventCode, scanner)), direction: number(.direction, scanner) & 3,
            hasProcess: has(.actorProcess), hasScript: has(.scriptBlock))
        let channel = marked(.sourceChannel, scanner).map(kinds.channel) ?? 0
        if channel == 0 && (kind.system != .windows || !has(.sourceChannel)) {
            return profile(4 << 56 | kind.key) { _ in ("ocsf/" + kind.mapping, kind.source) }
        }
        // An event of Windows comes from where its channel and number say, whatever class it was given.
        let number = number(.eventCode, scanner) & 0xFFFF
        let event = kinds.categories(channel: channel, event: number) == nil ? 0 : number
        let flags: UInt64 = (kind.hasScript ? 2 : 0) | (kind.isAccess ? 1 : 0)
        let key = UInt64(kind.classNumber) << 32 | UInt64(channel) << 16 | UInt64(event)
        return profile(7 << 56 | flags << 52 | key) { kinds in
            let source = kinds.windowsSource(channel: channel, event: event)
            return ("ocsf/" + (source.categories.contains("antivirus") ? "antivirus" : kind.mapping), source)
        }
    }

    /// A record of the Elastic schema: by the words that its categories, types, system and dataset have in common with the table.
    mutating func ecs(_ scanner: JSONScanner) -> Int32 {
        var words: UInt64 = 0
        for index in 0..<scanner.found {
            let scalar = scanner.scalars[index]
            if scalar.node < 0 { continue }
            switch RecordLayout.Marker(rawValue: layout.markers[Int(scalar.node)]) {
            case .ecsCategory, .ecsType, .ecsSystem, .ecsDataset:
                let word = UnsafeBufferPointer(start: scanner.bytes + Int(scalar.start), count: Int(scalar.count))
                let number = kinds.find(word, in: 2)
                if number >= 0 { words |= 1 << UInt64(number) }
            default: break
            }
        }
        let kind = ECSKind(words: words)
        return profile(5 << 56 | words) { _ in ("ecs/" + kind.mapping, kind.source) }
    }

    /// A record of one of Zeek's logs.
    mutating func zeek(_ path: UnsafeBufferPointer<UInt8>?) -> Int32 {
        let log = max(0, path.map { kinds.find($0, in: 1) } ?? 0)
        return profile(6 << 56 | UInt64(log)) { kinds in
            let name = kinds.zeekLogs[log]
            let categories = ["dns": ["dns"], "http": ["proxy", "webserver"], "conn": ["firewall"]][name] ?? []
            let mapping = categories.isEmpty ? (name.isEmpty ? "other" : "ends") : name
            return (
                "zeek/" + mapping,
                RecordSource(products: ["zeek"], categories: categories, services: name.isEmpty ? [] : [name])
            )
        }
    }
}
