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

    /// Writes steps of a record to where ``out`` points, which must have room for them.
    mutating func writeSteps(_ steps: Range<Int>, of record: Record) { write(record, steps) }

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
            case .hexPid:
                putText("0x")
                putSmallHexadecimal(processID(processBits(record, step.part), host: record.host))
            case .guid: putProcess(record, step.part, capitals: false)
            case .upperGuid: putProcess(record, step.part, capitals: true)
            case .connection: putConnection(record)
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
            case .number, .size, .pid, .ephemeral, .port, .uidNumber: out.putDecimal(number(step, record))
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
}
