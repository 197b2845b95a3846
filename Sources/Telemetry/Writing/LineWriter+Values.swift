import Kernel
import NetworkWorld

/// Values that follow from a record: ids, numbers, names of services, addresses.
extension LineWriter {
    /// The service that Zeek recognises on a port.
    @inline(__always)
    static func service(_ port: UInt16) -> StaticString {
        switch port {
        case 21: "ftp"
        case 22: "ssh"
        case 25: "smtp"
        case 53: "dns"
        case 80, 5985, 8080: "http"
        case 88: "krb_tcp"
        case 123: "ntp"
        case 135: "dce_rpc"
        case 389: "ldap_tcp"
        case 443, 993, 8443: "ssl"
        case 445: "gssapi,smb"
        case 502: "modbus"
        case 3389: "rdp"
        case 20000: "dnp3_tcp"
        default: ""
        }
    }

    /// What a clock finer than ours would have said: it follows from the id, so that it tells nothing.
    @inline(__always)
    static func micros(_ record: Record) -> UInt64 { ((record.idLow & 0xFFFF) &* 1000) >> 16 }

    /// The bits that decide the id of an account's session on a host for a day.
    @inline(__always)
    func daySession(_ record: Record) -> UInt64 {
        let day = UInt64(bitPattern: (tables.epoch &+ record.time) / 86_400_000)
        return StableHash.combine(
            record.account < 0
                ? UInt64(bitPattern: Int64(record.account))
                : Self.identity(accountGroup(record.account), record.account),
            identity(record.host) &+ day)
    }

    /// A size whose logarithm falls off like a geometric distribution: most are small, a few are huge.
    @inline(__always)
    static func size(_ smallest: UInt64, _ bits: UInt64) -> UInt64 {
        let doublings = UInt64(min((bits >> 32 | 1 << 31).trailingZeroBitCount, 18))
        // Two gibibytes at most: a field of 32 bits takes every size.
        let base = min(smallest << doublings, 1 << 30)
        return base &+ ((bits & 0xFFFF) &* base) >> 16
    }

    /// What decides the id of a process: of the one that acts (part 1) or that it happens to (2) what the record says.
    @inline(__always)
    func processBits(_ record: Record, _ part: UInt8) -> UInt64 {
        var chosen = part == 1 ? record.actor : part == 2 ? record.process : part
        if part <= 2 && chosen == part {
            let info = tables.infos[Int(record.template)]
            chosen = part == 1 ? info.actor : info.process
        }
        // Those of one way of doing something go by the upper bits, which all its records share.
        if chosen < 100 { return Self.bits(record.salt, chosen) }
        if chosen <= Record.residents { return Self.bits(record.salt & ~0xFFFF, chosen) }
        return Self.bits(identity(record.host) &+ 0x7265_7369, chosen)
    }

    @inline(__always)
    mutating func putLetters(_ bits: UInt64, count: Int) {
        var rest = bits
        for position in 0..<min(count, 16) {
            if position == 12 { rest = StableHash.mix(bits) }
            put(0x61 &+ UInt8(truncatingIfNeeded: rest % 26))
            rest /= 26
        }
    }

    /// The number that a step writes in decimal digits.
    @inline(__always)
    func number(_ step: TemplateStep, _ record: Record) -> UInt64 {
        switch step.field {
        case .pid: processID(processBits(record, step.part), host: record.host)
        case .ephemeral: 49_152 + (Self.bits(record.salt, step.part) & 0x3FFF)
        case .port: UInt64(record.port)
        case .number:
            UInt64(step.first) &+ ((Self.bits(record.salt, step.part) >> 32) &* UInt64(step.second)) >> 32
        case .size: Self.size(UInt64(step.first), Self.bits(record.salt, step.part))
        case .uidNumber: record.number
        default: preconditionFailure("a step that writes no number was asked for one")
        }
    }

    @inline(__always)
    func processID(_ bits: UInt64, host: Int32) -> UInt64 {
        let windows = host >= 0 && group(host).family == .windows
        return windows ? ((bits & 0xFFF) &+ 150) << 2 : (bits & 0x7FFF) &+ 400
    }

    /// A process's id for ever, in Sysmon's form: machine, start, and a number.
    @inline(__always)
    mutating func putProcess(_ record: Record, _ part: UInt8, capitals: Bool) {
        let bits = processBits(record, part)
        let machine = StableHash.mix(identity(record.host) &+ 0x6D61_6368)
        let start = out
        out.putHexadecimal(machine, count: 8)
        put(0x2D)
        out.putHexadecimal(bits, count: 4)
        put(0x2D)
        out.putHexadecimal(UInt64(truncatingIfNeeded: (tables.epoch / 1000) >> 16) << 48, count: 4)
        put(0x2D)
        out.putHexadecimal(bits << 16, count: 4)
        put(0x2D)
        putText("000000000")
        out.putHexadecimal(machine << 32 | 4 << 52, count: 3)
        if capitals {
            var position = start
            while position < out {
                if position.pointee >= 0x61 { position.pointee &-= 0x20 }
                position += 1
            }
        }
    }

    /// A connection's id as Zeek makes them: `C` and letters and digits.
    @inline(__always)
    mutating func putConnection(_ record: Record) {
        put(0x43)
        var bits = StableHash.combine(
            record.salt &+ UInt64(record.port), StableHash.combine(identity(record.source), identity(record.target)))
        for _ in 0..<2 {
            for _ in 0..<8 {
                let digit = UInt8(truncatingIfNeeded: ((bits & 0xFF) &* 62) >> 8)
                put(digit < 10 ? digit &+ 0x30 : digit < 36 ? digit &+ 0x37 : digit &+ 0x3D)
                bits >>= 8
            }
            bits = StableHash.mix(record.salt &+ UInt64(record.port))
        }
    }

    /// What tells a place from all others, however many there are: never its position.
    @inline(__always)
    func identity(_ place: Int32) -> UInt64 {
        place < 0 || Int(place) >= tables.hostCount
            ? UInt64(bitPattern: Int64(place)) : Self.identity(group(place), place)
    }

    @inline(__always)
    static func identity(_ member: GroupFragments.Member, _ index: Int32) -> UInt64 {
        StableHash.combine(member.path, UInt64(bitPattern: Int64(index - member.first)))
    }

    /// How long a record takes to arrive: drawn from the salt's own part, so that it tells nothing about the record.
    @inline(__always)
    func delay(_ record: Record) -> Milliseconds {
        let range = tables.delays[Int(record.sensor)]
        let bits = Self.bits(record.salt, 255)
        let word = UInt32(truncatingIfNeeded: bits >> 32)
        return Draw(words: Philox.Block(repeating: word)).triangular(range.low, range.likely, range.high)
    }

    @inline(__always)
    mutating func putChoice(_ index: Int) {
        let range = tables.choices[index]
        out.put(tables.literals + Int(range.lowerBound), range.count)
    }

    @inline(__always)
    mutating func putFragment(_ range: Range<Int>) {
        out.put(tables.fragments + range.lowerBound, range.count)
    }

    @inline(__always)
    mutating func putText(_ text: StaticString) {
        out.put(text.utf8Start, text.utf8CodeUnitCount)
    }

    @inline(__always)
    func siteAddress(_ site: UInt16) -> UInt32 {
        outsideAddress(UInt32(truncatingIfNeeded: StableHash.mix(UInt64(site) &+ 0x73_6974_65)))
    }

    @inline(__always)
    func address(_ place: Int32) -> UInt32 {
        if place < Place.none { return outsideAddress(UInt32(bitPattern: -2 &- place)) }
        if place == Place.none { return 0 }
        let member = group(place)
        return member.address &+ UInt32(bitPattern: place &- member.first)
    }

    /// What the hosts of this one's group share.
    @inline(__always)
    func group(_ host: Int32) -> GroupFragments.Member { tables.hosts[Int(tables.groupOfHost[Int(host)])] }

    @inline(__always)
    func outsideAddress(_ index: UInt32) -> UInt32 {
        AddressBlock.address(index % tables.outsideCount, tables.outsideBlocks)
    }
}
