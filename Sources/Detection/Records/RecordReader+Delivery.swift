import Kernel

// From scalars to fields.
extension RecordReader {
    /// Hands over the record that the scanner has just read.
    mutating func deliver(
        _ scanner: inout JSONScanner, from start: JSONScanner, _ body: Body
    ) {
        noteMarkers(scanner)
        let index = Int(identify(scanner))
        let profile = profiles.profiles[index]
        if profile.wantsEverything && !scanner.takesEverything {
            scanner.goBack(to: start)
            scanner.takesEverything = true
            let outcome = scanner.scan()
            scanner.takesEverything = false
            if outcome != .record {
                note(scanner, scanner.failure.map(\.description) ?? "this is no record")
                return
            }
        }
        fields.empty()
        fields.source = profile.source
        fill(
            scanner, layout.bindings[Int(profile.binding)], everything: profile.wantsEverything,
            length: scanner.position - start.position)
        hand(over: body, line: line(of: start))
    }

    /// Gives the fields to whoever reads.
    mutating func hand(over body: Body, line: Int) {
        fields.line = line
        fields.ordinal = count
        count += 1
        body(fields, profiles.sources)
    }

    private mutating func noteMarkers(_ scanner: JSONScanner) {
        for index in found.indices { found[index] = -1 }
        for index in 0..<scanner.found {
            let node = Int(scanner.scalars[index].node)
            if node >= 0 {
                let marker = Int(layout.markers[node])
                if found[marker] < 0 { found[marker] = Int32(truncatingIfNeeded: index) }
            }
        }
    }

    /// Decodes the wanted values. Decoded values are never longer than raw ones, so the scratch memory holds them all.
    mutating func fill(
        _ scanner: JSONScanner, _ binding: RecordLayout.Binding, everything: Bool, length: Int
    ) {
        let room = (length + 2) * (1 + binding.pairs.count + binding.fallbacks.count + binding.divided.count)
        if scratch.count < room { scratch += [UInt8](repeating: 0, count: room - scratch.count) }
        var scratch: [UInt8] = []
        swap(&scratch, &self.scratch)
        var filler = FieldFiller(slotCount: layout.slotCount)
        scratch.withUnsafeMutableBufferPointer { scratch in
            guard let memory = scratch.baseAddress else { return }
            binding.starts.withUnsafeBufferPointer { starts in
                binding.targets.withUnsafeBufferPointer { targets in
                    for index in 0..<scanner.found {
                        let scalar = scanner.scalars[index]
                        let start = scalar.node < 0 ? -1 : starts[Int(scalar.node)]
                        if start >= 0 {
                            let place = filler.decode(scalar, scanner.bytes, memory)
                            var next = Int(start)
                            while targets[next] != -1 {
                                filler.put(targets[next], place, scalar.kind, memory, &fields)
                                next += 1
                            }
                        } else if everything {
                            let place = filler.decode(scalar, scanner.bytes, memory)
                            filler.put(0, place, scalar.kind, memory, &fields)
                        }
                    }
                }
            }
            for pair in binding.pairs where fields.first[Int(pair.slot)] < 0 {
                let left = Self.scalar(of: pair.left, in: scanner)
                let right = Self.scalar(of: pair.right, in: scanner)
                let place = filler.join(left, right, scanner.bytes, memory)
                if !place.isEmpty { filler.put(pair.slot, place, .text, memory, &fields) }
            }
            for fallback in binding.fallbacks where fields.first[Int(fallback.slot)] < 0 {
                guard let scalar = Self.scalar(of: fallback.node, in: scanner) else { continue }
                let place = filler.decode(scalar, scanner.bytes, memory)
                filler.put(fallback.slot, place, scalar.kind, memory, &fields)
            }
            for divided in binding.divided where divided.parts.contains(where: { fields.first[Int($0.slot)] < 0 }) {
                for index in 0..<scanner.found where scanner.scalars[index].node == divided.node {
                    let scalar = scanner.scalars[index]
                    let place = filler.decode(scalar, scanner.bytes, memory)
                    filler.put(divided.parts, of: place, scalar.kind, memory, &fields)
                }
            }
            fields.bytes.append(contentsOf: UnsafeBufferPointer(start: memory, count: filler.used))
        }
        swap(&scratch, &self.scratch)
    }

    private static func scalar(of node: Int32, in scanner: JSONScanner) -> JSONScanner.Scalar? {
        for index in 0..<scanner.found where scanner.scalars[index].node == node { return scanner.scalars[index] }
        return nil
    }

    /// The raw bytes of what marks a record, if it is there.
    func marked(_ marker: RecordLayout.Marker, _ scanner: JSONScanner) -> UnsafeBufferPointer<UInt8>? {
        let index = found[Int(marker.rawValue)]
        if index < 0 { return nil }
        let scalar = scanner.scalars[Int(index)]
        return UnsafeBufferPointer(start: scanner.bytes + Int(scalar.start), count: Int(scalar.count))
    }

    /// Whether there is something that marks a record.
    func has(_ marker: RecordLayout.Marker) -> Bool { found[Int(marker.rawValue)] >= 0 }
}

/// Puts decoded values one after the other.
struct FieldFiller {
    /// How many bytes are in use.
    var used = 0
    private let slotCount: Int
    private var ranks = (time: 99, host: 99, user: 99, identifier: 99)

    init(slotCount: Int) { self.slotCount = slotCount }

    /// Decodes a scalar behind the others.
    mutating func decode(
        _ scalar: JSONScanner.Scalar, _ bytes: UnsafePointer<UInt8>, _ memory: UnsafeMutablePointer<UInt8>
    ) -> Range<Int> {
        let start = used
        used += JSONText.decode(bytes + Int(scalar.start), Int(scalar.count), memory + used)
        return start..<used
    }

    /// Decodes two scalars with a backslash between them, or the one that is there and is not empty or a dash.
    mutating func join(
        _ left: JSONScanner.Scalar?, _ right: JSONScanner.Scalar?, _ bytes: UnsafePointer<UInt8>,
        _ memory: UnsafeMutablePointer<UInt8>
    ) -> Range<Int> {
        func says(_ scalar: JSONScanner.Scalar) -> Bool {
            scalar.kind != .null && scalar.count > 0 && !(scalar.count == 1 && bytes[Int(scalar.start)] == 0x2D)
        }
        let start = used
        if let left, says(left) { _ = decode(left, bytes, memory) }
        if let right, says(right) {
            if used > start {
                memory[used] = 0x5C
                used += 1
            }
            _ = decode(right, bytes, memory)
        }
        return start..<used
    }

    /// Makes parts of a decoded text values of those slots that have none.
    func put(
        _ parts: [(part: ValuePart, slot: Int32)], of place: Range<Int>, _ kind: RecordFields.Kind,
        _ memory: UnsafePointer<UInt8>, _ fields: inout RecordFields
    ) {
        if kind != .text { return }
        let value = UnsafeBufferPointer(start: memory + place.lowerBound, count: place.count)
        for (part, slot) in parts where fields.first[Int(slot)] < 0 {
            guard let inner = part.place(in: value) else { continue }
            fields.add(slot: slot, offset: place.lowerBound + inner.lowerBound, count: inner.count, kind: .text)
        }
    }

    /// Makes a decoded value one of a slot, or what a finding says (a target below −1).
    mutating func put(
        _ target: Int32, _ place: Range<Int>, _ kind: RecordFields.Kind, _ memory: UnsafePointer<UInt8>,
        _ fields: inout RecordFields
    ) {
        if target >= 0 {
            fields.add(slot: target, offset: place.lowerBound, count: place.count, kind: kind)
            return
        }
        if place.isEmpty || kind == .null || (place.count == 1 && memory[place.lowerBound] == 0x2D) { return }
        let code = Int(-2 - target)
        let rank = code & 15
        switch RecordMapping.Role(rawValue: code >> 4) {
        case .time where rank < ranks.time:
            guard let time = InstantReading.milliseconds(memory + place.lowerBound, place.count) else { return }
            fields.time = time
            ranks.time = rank
        case .host where rank < ranks.host:
            fields.host = place
            ranks.host = rank
        case .user where rank < ranks.user:
            fields.user = place
            ranks.user = rank
        case .identifier where rank < ranks.identifier:
            fields.identifier = place
            ranks.identifier = rank
        default: break
        }
    }
}
