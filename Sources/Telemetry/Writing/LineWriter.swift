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

    init(tables: WriterTables, memory: WriterMemory) {
        out = memory.chunk
        self.tables = tables.pointers
        hosts = memory.hosts
        accounts = memory.accounts
    }

    /// The bits of a record's salt that a part stands for.
    @inline(__always)
    static func bits(_ salt: UInt64, _ part: UInt8) -> UInt64 {
        StableHash.mix(salt &+ UInt64(part) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// Writes one line.
    @inline(__always)
    mutating func write(_ record: Record, _ range: Range<Int>) {
        for index in range {
            let step = tables.steps[index]
            switch step.field {
            case .literal: out.put(tables.literals + Int(step.first), Int(step.second))
            case .uid:
                out.putHexadecimal(record.idHigh, count: 16)
                out.putHexadecimal(record.idLow, count: 16)
            case .time: putTime(tables.epoch &+ record.time)
            case .logged: putTime(tables.epoch &+ record.time &+ delay(record))
            case .sensor: putFragment(tables.sensors[Int(record.sensor)])
            case .device: putDevice(record.host)
            case .user: putUser(record.account, host: record.host)
            case .userName: putUserName(record.account, host: record.host)
            case .subject: putUserName(record.target, host: record.host)
            case .mail:
                putUserName(record.account, host: record.host)
                putFragment(tables.mailTail)
            case .host: putEndpoint(record.host)
            case .source: putEndpoint(record.source)
            case .target: putEndpoint(record.target)
            case .hostName: putName(record.host)
            case .sourceName: putName(record.source)
            case .targetName: putName(record.target)
            case .targetAddress: out.putAddress(address(record.target))
            case .network: putNetwork(record.target >= 0 ? record.target : record.host)
            case .pid: putProcessID(Self.bits(record.salt, step.part), host: record.host)
            case .ephemeral: out.putDecimal(49_152 + (Self.bits(record.salt, step.part) & 0x3FFF))
            case .port: out.putDecimal(UInt64(record.port))
            case .number:
                let span = UInt64(step.second)
                let drawn = ((Self.bits(record.salt, step.part) >> 32) &* span) >> 32
                out.putDecimal(UInt64(step.first) &+ drawn)
            case .size: putSize(UInt64(step.first), Self.bits(record.salt, step.part))
            case .hex: out.putHexadecimal(Self.bits(record.salt, step.part), count: min(Int(step.first), 16))
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

    /// A size whose logarithm falls off like a geometric distribution: most are small, a few are huge.
    @inline(__always)
    private mutating func putSize(_ smallest: UInt64, _ bits: UInt64) {
        let doublings = UInt64(min((bits >> 32 | 1 << 31).trailingZeroBitCount, 18))
        // Two gibibytes at most: a field of 32 bits takes every size.
        let base = min(smallest << doublings, 1 << 30)
        out.putDecimal(base &+ ((bits & 0xFFFF) &* base) >> 16)
    }

    @inline(__always)
    private mutating func putProcessID(_ bits: UInt64, host: Int32) {
        let windows = host >= 0 && group(host).family == .windows
        out.putDecimal(windows ? ((bits & 0xFFF) &+ 150) << 2 : (bits & 0x7FFF) &+ 400)
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
    private mutating func putTime(_ time: Milliseconds) {
        // Thirteen digits from 2001 to 2286.
        if time >= 1_000_000_000_000 && time < 10_000_000_000_000 {
            out.putDecimal(UInt64(bitPattern: time), digits: 13)
        } else {
            if time < 0 { putText("-") }
            out.putDecimal(time.magnitude)
        }
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
