import Kernel

/// The parts of a line of text: syslog (RFC 5424 or the older form), the Linux audit daemon, Cisco's devices, or just a text.
struct TextLine {
    /// What kind of line it is.
    enum Kind { case syslog, audit, cisco, plain }

    let line: UnsafeBufferPointer<UInt8>
    private(set) var kind = Kind.plain
    private(set) var timestamp = 0..<0
    private(set) var host = 0..<0
    private(set) var program = 0..<0
    private(set) var process = 0..<0
    private(set) var messageIdentifier = 0..<0
    /// What the line says, after all that stands before.
    private(set) var message = 0..<0
    /// Of a line of the audit daemon: what kind of record it is.
    private(set) var auditType = 0..<0
    /// Of a line of the audit daemon: `a0`, `a1`, ….
    private(set) var arguments: [Argument] = []
    /// Named values: places of names and values.
    private(set) var pairs: [(name: Range<Int>, value: Range<Int>)] = []
    private var index = 0

    /// A value of the audit daemon.
    struct Argument {
        var place: Range<Int>
        /// Without quotes stand what has no odd characters, and hexadecimal digits of what has.
        var isQuoted: Bool
    }

    /// Takes a line apart. O(bytes).
    init(_ line: UnsafeBufferPointer<UInt8>, pairLimit: Int = 1024) {
        self.line = line
        message = 0..<line.count
        if readAudit(from: 0, pairLimit) || readFacility() { return }
        let hasPriority = skipPriority()
        if hasPriority && has("1 ") {
            readNew(pairLimit)
        } else {
            readOld(hasPriority: hasPriority)
        }
        // The audit daemon's lines travel inside syslog, too.
        if kind == .syslog, !readAudit(from: message.lowerBound, pairLimit), isProgram("firewall") {
            index = message.lowerBound
            readAuditPairs(pairLimit)
        }
    }

    /// Whether a program wrote the line.
    func isProgram(_ name: StaticString) -> Bool {
        program.count == name.utf8CodeUnitCount
            && (0..<program.count).allSatisfy { line[program.lowerBound + $0] == name.utf8Start[$0] }
    }

    private func has(_ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= line.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where line[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// `<134>`.
    private mutating func skipPriority() -> Bool {
        guard line[0] == 0x3C else { return false }
        var end = 1
        while end < min(line.count, 5) && line[end] &- 0x30 < 10 { end += 1 }
        guard end > 1, end < line.count, line[end] == 0x3E else { return false }
        index = end + 1
        return true
    }

    /// The word that begins here, and the blank behind it.
    private mutating func word() -> Range<Int> {
        let start = index
        while index < line.count && line[index] != 0x20 { index += 1 }
        defer { if index < line.count { index += 1 } }
        return start..<index
    }

    private func isNil(_ place: Range<Int>) -> Bool { place.count == 1 && line[place.lowerBound] == 0x2D }

    /// A word of RFC 5424: a dash stands for none.
    private mutating func part() -> Range<Int> {
        let place = word()
        return isNil(place) ? 0..<0 : place
    }

    /// RFC 5424, after its priority.
    private mutating func readNew(_ pairLimit: Int) {
        kind = .syslog
        index += 2
        timestamp = part()
        host = part()
        program = part()
        process = part()
        messageIdentifier = part()
        if index < line.count && line[index] == 0x2D {
            index += 1
        } else {
            while index < line.count && line[index] == 0x5B { readElement(pairLimit) }
        }
        if index < line.count && line[index] == 0x20 { index += 1 }
        if index + 3 <= line.count && line[index] == 0xEF && line[index + 1] == 0xBB && line[index + 2] == 0xBF {
            index += 3
        }
        message = index..<line.count
    }

    /// An element of structured data: `[name key="value" …]`.
    private mutating func readElement(_ pairLimit: Int) {
        while index < line.count && line[index] != 0x20 && line[index] != 0x5D { index += 1 }
        while index < line.count && line[index] == 0x20 {
            index += 1
            let name = index
            while index < line.count && line[index] != 0x3D { index += 1 }
            let nameEnd = index
            index += 2
            let value = min(index, line.count)
            while index < line.count && line[index] != 0x22 { index += line[index] == 0x5C ? 2 : 1 }
            index = min(index, line.count)
            if pairs.count < pairLimit { pairs.append((name..<nameEnd, value..<max(index, value))) }
            index = min(index + 1, line.count)
        }
        if index < line.count { index += 1 }
    }

    /// `Mar  2 07:28:08 host program[12]: text`, or with a time as in RFC 5424.
    private mutating func readOld(hasPriority: Bool) {
        let start = index
        if index + 16 <= line.count, line[index + 3] == 0x20, line[index + 6] == 0x20, line[index + 9] == 0x3A,
            line[index + 12] == 0x3A, line[index + 15] == 0x20
        {
            timestamp = index..<index + 15
            index += 16
        } else if index + 20 <= line.count, line[index + 4] == 0x2D, line[index + 7] == 0x2D {
            timestamp = word()
        } else {
            if hasPriority { kind = .syslog }
            message = start..<line.count
            return
        }
        kind = .syslog
        host = word()
        let tag = index
        while index < line.count, line[index] != 0x20, line[index] != 0x3A, line[index] != 0x5B { index += 1 }
        program = tag..<index
        if index < line.count && line[index] == 0x5B {
            let first = index + 1
            while index < line.count && line[index] != 0x5D { index += 1 }
            process = first..<max(first, index)
            index = min(index + 1, line.count)
        }
        if index < line.count && line[index] == 0x3A { index += 1 }
        if index < line.count && line[index] == 0x20 { index += 1 }
        message = index..<line.count
    }

    /// `type=SYSCALL msg=audit(1772411400.123:45): a0="…" …`, perhaps after `node=…`.
    private mutating func readAudit(from start: Int, _ pairLimit: Int) -> Bool {
        let old = (index, host)
        index = start
        if has("node=") {
            index += 5
            host = word()
        }
        let type = index
        guard has("type=") else {
            (index, host) = old
            return false
        }
        let end = word()
        guard has("msg=audit(") else {
            (index, host) = old
            return false
        }
        kind = .audit
        auditType = type + 5..<end.upperBound
        pairs.append((type..<type + 4, auditType))
        index += 10
        let time = index
        while index < line.count && line[index] != 0x3A && line[index] != 0x29 { index += 1 }
        timestamp = time..<index
        while index < line.count && line[index] != 0x20 { index += 1 }
        message = min(index + 1, line.count)..<line.count
        readAuditPairs(pairLimit)
        return true
    }

    /// `name=value`, `name="value"` and `msg='name=value …'`, whose quote opens a list of its own.
    private mutating func readAuditPairs(_ pairLimit: Int) {
        while index < line.count && pairs.count < pairLimit {
            while index < line.count && (line[index] <= 0x20 || line[index] == 0x27) { index += 1 }
            let name = index
            while index < line.count && line[index] != 0x3D && line[index] > 0x20 { index += 1 }
            guard index < line.count, line[index] == 0x3D else { continue }
            let nameEnd = index
            index += 1
            if index < line.count && line[index] == 0x27 { continue }
            let isQuoted = index < line.count && line[index] == 0x22
            if isQuoted { index += 1 }
            let value = index
            while index < line.count, isQuoted ? line[index] != 0x22 : line[index] > 0x20 && line[index] != 0x27 {
                index += 1
            }
            pairs.append((name..<nameEnd, value..<index))
            if nameEnd - name >= 2 && line[name] == 0x61 && line[name + 1] &- 0x30 < 10 {
                arguments.append(Argument(place: value..<index, isQuoted: isQuoted))
            }
            if isQuoted && index < line.count { index += 1 }
        }
    }

    /// `…: %PARSER-5-CFGLOG_LOGGEDCMD: text`: the facility is the program.
    private mutating func readFacility() -> Bool {
        for start in 0..<min(line.count, 160) where line[start] == 0x25 {
            var end = start + 1
            while end < line.count, line[end] &- 0x41 < 26 || line[end] == 0x5F || line[end] &- 0x30 < 10 { end += 1 }
            guard end > start + 1, end + 3 < line.count, line[end] == 0x2D, line[end + 1] &- 0x30 < 8,
                line[end + 2] == 0x2D
            else { continue }
            kind = .cisco
            program = start + 1..<end
            while end < line.count && line[end] != 0x20 { end += 1 }
            message = min(end + 1, line.count)..<line.count
            return true
        }
        return false
    }

    /// Whether a program was started.
    var isExecution: Bool { line[auditType].elementsEqual("EXECVE".utf8) }

    /// The command line of a program that was started: its arguments with blanks between. O(bytes).
    var commandLine: [UInt8] {
        var bytes: [UInt8] = []
        for (number, argument) in arguments.enumerated() {
            if number > 0 { bytes.append(0x20) }
            let text = line[argument.place]
            bytes += argument.isQuoted ? Array(text) : Self.unpacked(text) ?? Array(text)
        }
        return bytes
    }

    /// The bytes that hexadecimal digits stand for; nil where something else is among them.
    private static func unpacked(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
        if digits.isEmpty || digits.count % 2 == 1 { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for byte in digits {
            let value: UInt8
            switch byte {
            case 0x30...0x39: value = byte - 0x30
            case 0x41...0x46: value = byte - 0x37
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}
