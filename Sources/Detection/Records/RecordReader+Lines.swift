import Kernel

// Records that are lines of text: Zeek's tables, syslog, the audit daemon.
extension RecordReader {
    /// Hands over the record on the line from where the scanner stands to `end`.
    mutating func deliverLine(_ scanner: JSONScanner, to end: Int, _ body: Body) {
        let start = scanner.bytes + scanner.position
        var count = end - scanner.position
        while count > 0 && start[count - 1] <= 0x20 { count -= 1 }
        if count == 0 { return }
        let line = UnsafeBufferPointer(start: start, count: count)
        if line[0] == 0x23
            && (table.isOpen || line.starts(with: "#separator".utf8) || line.starts(with: "#fields".utf8))
        {
            table.read(line, layout.tree)
            return
        }
        var scalars = LineScalars(limit: Self.valueLimit)
        let profile: Int32
        if table.isOpen && format != .text {
            profile = zeekRow(line, &scalars)
        } else if format == .automatic || format == .text {
            profile = textLine(line, &scalars)
        } else {
            note(scanner, "a record of the format '\(format.rawValue)' is expected")
            return
        }
        fields.empty()
        fill(scalars, line, profiles.profiles[Int(profile)])
        hand(over: body, line: self.line(of: scanner))
    }

    private mutating func zeekRow(_ line: UnsafeBufferPointer<UInt8>, _ scalars: inout LineScalars) -> Int32 {
        var column = 0
        var index = 0
        while index <= line.count {
            var end = index
            while end < line.count && line[end] != table.separator { end += 1 }
            let isSet = column < table.isSet.count && table.isSet[column]
            let isNumber = column < table.isNumber.count && table.isNumber[column]
            if column < table.nodes.count {
                scalars.add(table, table.nodes[column], index..<end, line, isSet: isSet, isNumber: isNumber)
            }
            column += 1
            index = end + 1
        }
        return table.path.withUnsafeBufferPointer { zeek($0) }
    }

    private mutating func textLine(_ line: UnsafeBufferPointer<UInt8>, _ scalars: inout LineScalars) -> Int32 {
        let parts = TextLine(line)
        // Keywords are looked for in all of the line.
        scalars.add(-1, 0..<line.count)
        layout.tree.table.withView { keys in
            func node(_ name: StaticString) -> Int32 {
                keys.find(name.utf8Start, name.utf8CodeUnitCount, in: PathTree.root)
            }
            func add(_ name: StaticString, _ place: Range<Int>) {
                if !place.isEmpty { scalars.addNamed(node(name), place) }
            }
            add("timestamp", parts.timestamp)
            add("hostname", parts.host)
            add("app-name", parts.program)
            add("procid", parts.process)
            add("msgid", parts.messageIdentifier)
            add("message", parts.message)
            if parts.isProgram("squid") {
                for part in ProxyLine(line, parts.message).parts { add(part.name, part.place) }
            }
            for pair in parts.pairs {
                let name = line.baseAddress.map { $0 + pair.name.lowerBound }
                scalars.addNamed(keys.find(name, pair.name.count, in: PathTree.root), pair.value)
            }
        }
        let program = UnsafeBufferPointer(rebasing: line[parts.program])
        switch parts.kind {
        case .plain: return profile(7 << 56) { _ in ("syslog", RecordSource()) }
        case .audit:
            if parts.isExecution {
                scalars.commandLine = parts.commandLine
                return profile(7 << 56 | 1 << 32 | 1) { _ in
                    (
                        "audit/execution",
                        RecordSource(products: ["linux"], categories: ["process_creation"], services: ["auditd"])
                    )
                }
            }
            return profile(7 << 56 | 1 << 32) { _ in ("audit", RecordSource(products: ["linux"], services: ["auditd"]))
            }
        case .cisco:
            let facility = kinds.find(program, in: 4)
            return profile(7 << 56 | 2 << 32 | UInt64(facility + 1)) { _ in
                let services = facility < 0 ? [] : LinuxMappings.facilities[facility].services
                return ("syslog", RecordSource(products: ["cisco"], services: services + ["syslog"]))
            }
        case .syslog where parts.isProgram("squid"):
            return profile(7 << 56 | 4 << 32) { _ in
                ("syslog/squid", RecordSource(categories: ["proxy"], services: ["squid", "syslog"]))
            }
        case .syslog where parts.isProgram("firewall"):
            return profile(7 << 56 | 5 << 32) { _ in
                ("syslog/firewall", RecordSource(categories: ["firewall"], services: ["syslog"]))
            }
        case .syslog:
            let number = kinds.find(program, in: 3)
            return profile(7 << 56 | 3 << 32 | UInt64(number + 1)) { _ in
                let services = number < 0 ? [] : LinuxMappings.programs[number].services
                return ("syslog", RecordSource(products: ["linux"], services: services + ["syslog"]))
            }
        }
    }

    private mutating func fill(
        _ line: LineScalars, _ bytes: UnsafeBufferPointer<UInt8>, _ profile: RecordProfiles.Profile
    ) {
        fields.source = profile.source
        let binding = layout.bindings[Int(profile.binding)]
        var filler = FieldFiller(slotCount: layout.slotCount)
        guard let memory = bytes.baseAddress else { return }
        fields.bytes.append(contentsOf: bytes)
        for scalar in line.scalars {
            let place = Int(scalar.start)..<Int(scalar.start + scalar.count)
            let start = scalar.node < 0 ? -1 : binding.starts[Int(scalar.node)]
            if start >= 0 {
                var next = Int(start)
                while binding.targets[next] != -1 {
                    filler.put(binding.targets[next], place, scalar.kind, memory, &fields)
                    next += 1
                }
            } else if profile.wantsEverything {
                fields.add(slot: 0, offset: place.lowerBound, count: place.count, kind: scalar.kind)
            }
        }
        for divided in binding.divided {
            for scalar in line.scalars where scalar.node == divided.node {
                let place = Int(scalar.start)..<Int(scalar.start + scalar.count)
                filler.put(divided.parts, of: place, scalar.kind, memory, &fields)
            }
        }
        if !line.commandLine.isEmpty, let slot = layout.commandLine {
            fields.add(slot: slot, offset: fields.bytes.count, count: line.commandLine.count, kind: .text)
            fields.bytes += line.commandLine
        }
    }
}

/// Values found on a line, by their places on it.
struct LineScalars {
    private(set) var scalars: [JSONScanner.Scalar] = []
    /// The command line that was put together from parts of the line; empty: none.
    var commandLine: [UInt8] = []
    let limit: Int

    init(limit: Int) { self.limit = limit }

    /// A value; values beyond the limit are left out.
    mutating func add(_ node: Int32, _ place: Range<Int>, _ kind: RecordFields.Kind = .text) {
        if scalars.count >= limit { return }
        scalars.append(
            JSONScanner.Scalar(
                node: node, start: Int32(truncatingIfNeeded: place.lowerBound),
                count: Int32(truncatingIfNeeded: place.count), kind: kind))
    }

    /// A value that somebody names; others stand in the whole line already.
    mutating func addNamed(_ node: Int32, _ place: Range<Int>) { if node >= 0 { add(node, place) } }

    /// A column of a table of Zeek.
    mutating func add(
        _ table: ZeekTable, _ node: Int32, _ place: Range<Int>, _ line: UnsafeBufferPointer<UInt8>, isSet: Bool,
        isNumber: Bool
    ) {
        let value = UnsafeBufferPointer(rebasing: line[place])
        if value.elementsEqual(table.unset) { return add(node, place, .null) }
        if value.elementsEqual(table.empty) { return add(node, place.lowerBound..<place.lowerBound) }
        guard isSet, let separator = table.setSeparator.first else {
            return add(node, place, isNumber ? .number : .text)
        }
        var index = place.lowerBound
        while index <= place.upperBound {
            var end = index
            while end < place.upperBound && line[end] != separator { end += 1 }
            add(node, index..<end)
            index = end + 1
        }
    }
}
