import Kernel
import NetworkWorld

/// Turns records into lines: copies bytes and writes digits, allocates nothing.
///
/// It holds pointers into the tables and the memory of a stream, and lives no longer than one call of it; all unsafe code
/// of telemetry is in this folder.
struct LineWriter {
    /// Where the next byte goes.
    var out: UnsafeMutablePointer<UInt8>
    let tables: WriterTables.Pointers
    let hosts: WriterMemory.Cache
    let accounts: WriterMemory.Cache
    private let chunks: UnsafeMutablePointer<WriterMemory.Chunk>
    private let chunkCount: Int
    /// The day that was last written, and what it is in the calendar.
    var calendarDay = Int64.min
    var calendar: (year: UInt64, month: UInt64, day: UInt64) = (0, 0, 0)

    init(tables: WriterTables, memory: WriterMemory) {
        chunks = memory.chunks
        chunkCount = memory.chunkCount
        out = memory.hosts.bytes
        self.tables = tables.pointers
        hosts = memory.hosts
        accounts = memory.accounts
    }

    /// Writes a record in every format that carries it.
    @inline(__always)
    mutating func writeLines(of record: Record, _ output: inout RecordBuffer) {
        let first = Int(record.template) * tables.formatCount
        for index in first..<first + tables.formatCount {
            let line = tables.lines[index]
            if line.steps.isEmpty { continue }
            out = chunks[line.output].cursor
            write(record, line.steps)
            chunks[line.output].cursor = out
            chunks[line.output].lines += 1
            if out - chunks[line.output].start >= WriterMemory.chunk { flush(line.output, &output) }
        }
    }

    /// Hands all lines over to the buffer.
    func flush(_ output: inout RecordBuffer) {
        for index in 0..<chunkCount { flush(index, &output) }
    }

    private func flush(_ index: Int, _ output: inout RecordBuffer) {
        let chunk = chunks[index]
        let count = chunk.cursor - chunk.start
        if count == 0 { return }
        output.outputs[index].bytes.append(contentsOf: UnsafeBufferPointer(start: chunk.start, count: count))
        output.outputs[index].byteCount += count
        output.outputs[index].recordCount += chunk.lines
        chunks[index].cursor = chunk.start
        chunks[index].lines = 0
    }

    /// The bits of a record's salt that a part stands for.
    @inline(__always)
    static func bits(_ salt: UInt64, _ part: UInt8) -> UInt64 {
        StableHash.mix(salt &+ UInt64(part) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// Writes one line.
    @inline(__always)
    private mutating func write(_ record: Record, _ range: Range<Int>) {
        for index in range {
            let step = tables.steps[index]
            switch step.field {
            case .literal: out.put(tables.literals + Int(step.first), Int(step.second))
            case .uid:
                out.putHexadecimal(record.idHigh, count: 16)
                out.putHexadecimal(record.idLow, count: 16)
            case .uidNumber: out.putDecimal(record.number)
            case .time: putTime(tables.epoch &+ record.time)
            case .isoTime: putCalendar(tables.epoch &+ record.time, separator: 0x54, zone: true)
            case .longTime:
                putCalendar(tables.epoch &+ record.time, separator: 0x54, micros: Self.micros(record), zone: true)
            case .sysmonTime: putCalendar(tables.epoch &+ record.time, separator: 0x20, zone: false)
            case .epochTime: putEpochSeconds(tables.epoch &+ record.time, micros: Self.micros(record))
            case .logged: putTime(tables.epoch &+ record.time &+ delay(record))
            case .isoLogged: putCalendar(tables.epoch &+ record.time &+ delay(record), separator: 0x54, zone: true)
            case .sensor: putFragment(tables.sensors[Int(record.sensor)])
            case .sensorName: putFragment(tables.sensorNames[Int(record.sensor)])
            case .device: putDevice(record.host)
            case .user: putUser(record.account, host: record.host)
            case .userName: putUserName(record.account, host: record.host)
            case .userDomain: putUserDomain(record.account, host: record.host)
            case .userSID: putUserSID(record.account, host: record.host)
            case .subject: putUserName(record.target, host: record.host)
            case .subjectSID: putUserSID(record.target, host: record.host)
            case .integrity: putIntegrity(record.account)
            case .terminalSession: put(record.account < 0 ? 0x30 : 0x31)
            case .workingDirectory: putWorkingDirectory(record.account, host: record.host)
            case .sessionID: putSession(record.account, daySession(record))
            case .logonID: putSession(record.account, Self.bits(record.salt, step.part))
            case .mail:
                putUserName(record.account, host: record.host)
                putFragment(tables.mailTail)
            case .host: putEndpoint(record.host)
            case .source: putEndpoint(record.source)
            case .target: putEndpoint(record.target)
            case .hostName: putName(record.host)
            case .sourceName: putName(record.source)
            case .targetName: putName(record.target)
            case .computer:
                putName(record.host)
                if record.host >= 0 {
                    put(0x2E)
                    putFragment(tables.dnsDomain)
                }
            case .domain: putFragment(tables.domain)
            case .dnsDomain: putFragment(tables.dnsDomain)
            case .hostAddress: out.putAddress(address(record.host))
            case .sourceAddress: out.putAddress(address(record.source))
            case .targetAddress: out.putAddress(address(record.target))
            case .network: putNetwork(record.target >= 0 ? record.target : record.host)
            case .pid: out.putDecimal(processID(processBits(record, step.part), host: record.host))
            case .hexPid:
                putText("0x")
                putSmallHexadecimal(processID(processBits(record, step.part), host: record.host))
            case .guid: putProcess(record, step.part, capitals: false)
            case .upperGuid: putProcess(record, step.part, capitals: true)
            case .connection: putConnection(record)
            case .ephemeral: out.putDecimal(49_152 + (Self.bits(record.salt, step.part) & 0x3FFF))
            case .port: out.putDecimal(UInt64(record.port))
            case .service:
                let name = Self.service(record.port)
                if name.utf8CodeUnitCount == 0 { put(0x2D) } else { putText(name) }
            case .serviceMember:
                let name = Self.service(record.port)
                if name.utf8CodeUnitCount > 0 {
                    putText(",\"service\":\"")
                    putText(name)
                    put(0x22)
                }
            case .number:
                let span = UInt64(step.second)
                let drawn = ((Self.bits(record.salt, step.part) >> 32) &* span) >> 32
                out.putDecimal(UInt64(step.first) &+ drawn)
            case .size: out.putDecimal(Self.size(UInt64(step.first), Self.bits(record.salt, step.part)))
            case .seconds:
                let size = Self.size(UInt64(step.first), Self.bits(record.salt, step.part))
                out.putDecimal(size / 1000)
                put(0x2E)
                out.putDecimal(size % 1000, digits: 3)
            case .hex: out.putHexadecimal(Self.bits(record.salt, step.part), count: min(Int(step.first), 16))
            case .letters: putLetters(Self.bits(record.salt, step.part), count: Int(step.first))
            case .pick:
                let drawn = ((Self.bits(record.salt, step.part) >> 32) &* UInt64(step.second)) >> 32
                putChoice(Int(step.first) + Int(drawn))
            case .site: putChoice(tables.firstSite + Int(record.site))
            case .siteEndpoint:
                putText("\"name\":\"")
                putChoice(tables.firstSite + Int(record.site))
                putText("\",\"hostname\":\"")
                putChoice(tables.firstSite + Int(record.site))
                putText("\",\"ip\":\"")
                out.putAddress(siteAddress(record.site))
                putText("\"")
            case .siteAddress: out.putAddress(siteAddress(record.site))
            }
        }
    }

    /// The service that Zeek recognises on a port.
    @inline(__always)
    private static func service(_ port: UInt16) -> StaticString {
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
    private static func micros(_ record: Record) -> UInt64 { ((record.idLow & 0xFFFF) &* 1000) >> 16 }

    /// The bits that decide the id of an account's session on a host for a day.
    @inline(__always)
    private func daySession(_ record: Record) -> UInt64 {
        let day = UInt64(bitPattern: (tables.epoch &+ record.time) / 86_400_000)
        return StableHash.combine(
            record.account < 0
                ? UInt64(bitPattern: Int64(record.account))
                : Self.identity(accountGroup(record.account), record.account),
            identity(record.host) &+ day)
    }

    /// A size whose logarithm falls off like a geometric distribution: most are small, a few are huge.
    @inline(__always)
    private static func size(_ smallest: UInt64, _ bits: UInt64) -> UInt64 {
        let doublings = UInt64(min((bits >> 32 | 1 << 31).trailingZeroBitCount, 18))
        // Two gibibytes at most: a field of 32 bits takes every size.
        let base = min(smallest << doublings, 1 << 30)
        return base &+ ((bits & 0xFFFF) &* base) >> 16
    }

    /// What decides the id of a process: of the one that acts (part 1) or that it happens to (2) what the record says.
    @inline(__always)
    private func processBits(_ record: Record, _ part: UInt8) -> UInt64 {
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
    private mutating func putLetters(_ bits: UInt64, count: Int) {
        var rest = bits
        for position in 0..<min(count, 16) {
            if position == 12 { rest = StableHash.mix(bits) }
            put(0x61 &+ UInt8(truncatingIfNeeded: rest % 26))
            rest /= 26
        }
    }

    @inline(__always)
    private func processID(_ bits: UInt64, host: Int32) -> UInt64 {
        let windows = host >= 0 && group(host).family == .windows
        return windows ? ((bits & 0xFFF) &+ 150) << 2 : (bits & 0x7FFF) &+ 400
    }

    /// A process's id for ever, in Sysmon's form: machine, start, and a number.
    @inline(__always)
    private mutating func putProcess(_ record: Record, _ part: UInt8, capitals: Bool) {
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
    private mutating func putConnection(_ record: Record) {
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
    private func identity(_ place: Int32) -> UInt64 {
        place < 0 || Int(place) >= tables.hostCount
            ? UInt64(bitPattern: Int64(place)) : Self.identity(group(place), place)
    }

    @inline(__always)
    private static func identity(_ member: GroupFragments.Member, _ index: Int32) -> UInt64 {
        StableHash.combine(member.path, UInt64(bitPattern: Int64(index - member.first)))
    }

    /// How long a record takes to arrive: drawn from the salt's own part, so that it tells nothing about the record.
    @inline(__always)
    private func delay(_ record: Record) -> Milliseconds {
        let range = tables.delays[Int(record.sensor)]
        let bits = Self.bits(record.salt, 255)
        let word = UInt32(truncatingIfNeeded: bits >> 32)
        return Draw(words: Philox.Block(repeating: word)).triangular(range.low, range.likely, range.high)
    }

    @inline(__always)
    private mutating func putChoice(_ index: Int) {
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
    private func siteAddress(_ site: UInt16) -> UInt32 {
        outsideAddress(UInt32(truncatingIfNeeded: StableHash.mix(UInt64(site) &+ 0x73_6974_65)))
    }

    @inline(__always)
    private func address(_ place: Int32) -> UInt32 {
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
