import Kernel

/// Makes lines and values of records, one at a time, in memory of its own.
///
/// `@unchecked Sendable`: whoever borrows it from ``RecordSchema/withText(_:)`` is the only one who uses it.
package final class RecordText: @unchecked Sendable {
    private let tables: WriterTables
    private let memory: WriterMemory
    /// At a fixed place: values are written by the million.
    private let writer: UnsafeMutablePointer<LineWriter>
    private let buffer: UnsafeMutablePointer<UInt8>

    init(tables: WriterTables) {
        self.tables = tables
        memory = tables.memory()
        writer = .allocate(capacity: 1)
        writer.initialize(to: LineWriter(tables: tables, memory: memory))
        buffer = .allocate(capacity: tables.longestLine)
    }

    deinit {
        writer.deinitialize(count: 1)
        writer.deallocate()
        buffer.deallocate()
    }

    /// A value of a record as UTF-8, nothing escaped; valid until the next call.
    ///
    /// - Complexity: O(bytes).
    package func value(of expression: FieldExpression, _ record: Record) -> UnsafeMutableBufferPointer<UInt8> {
        writer.pointee.out = buffer
        writer.pointee.writeSteps(expression.steps, of: record)
        var count = writer.pointee.out - buffer
        if expression.kind == .text { count = Self.unescape(buffer, count) }
        return UnsafeMutableBufferPointer(start: buffer, count: count)
    }

    /// The number that a record has where the expression is one of ``FieldExpression/isCounted``.
    @inline(__always)
    package func number(of expression: FieldExpression, _ record: Record) -> UInt64 {
        writer.pointee.number(tables.pointers.steps[expression.steps.lowerBound], record)
    }

    /// The record's line in the Elastic Common Schema, without its line feed; valid until the next call.
    package func line(of record: Record) -> UnsafeMutableBufferPointer<UInt8> {
        writer.pointee.out = buffer
        writer.pointee.writeSteps(tables.pointers.lines[Int(record.template)].steps, of: record)
        return UnsafeMutableBufferPointer(start: buffer, count: writer.pointee.out - buffer - 1)
    }

    /// Which text of a list a record takes, by its salt.
    package static func choice(_ choice: FieldExpression.Choice, salt: UInt64) -> UInt32 {
        let bits = LineWriter.bits(salt, choice.part)
        return UInt32(truncatingIfNeeded: ((bits >> 32) &* UInt64(choice.count)) >> 32)
    }

    /// Takes the escapes of JSON out of a text, in place.
    static func unescape(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        var read = 0
        while read < count && bytes[read] != 0x5C { read += 1 }
        var written = read
        while read < count {
            var byte = bytes[read]
            read += 1
            if byte == 0x5C && read < count {
                byte = bytes[read]
                read += 1
                switch byte {
                case 0x6E: byte = 0x0A
                case 0x72: byte = 0x0D
                case 0x74: byte = 0x09
                case 0x75 where read + 4 <= count:
                    // Our own lines escape control characters alone in this way.
                    byte = digit(bytes[read + 2]) << 4 | digit(bytes[read + 3])
                    read += 4
                default: break
                }
            }
            bytes[written] = byte
            written += 1
        }
        return written
    }

    private static func digit(_ byte: UInt8) -> UInt8 { byte <= 0x39 ? byte & 15 : (byte & 15) &+ 9 }
}

extension RecordSchema {
    /// Appends the lines of records in one format to a buffer, which takes up its outputs.
    ///
    /// - Returns: how many of them the format carries.
    package func write(_ records: some Sequence<Record>, format: TelemetryFormat, to output: inout RecordBuffer) -> Int
    {
        let tables = tables(of: format)
        let memory = tables.memory()
        if output.outputs.isEmpty { output.outputs = tables.outputs.map(RecordBuffer.Output.init) }
        var writer = LineWriter(tables: tables, memory: memory)
        var count = 0
        for record in records where writer.tables.infos[Int(record.template)].isCarried {
            writer.writeLines(of: record, &output)
            count += 1
        }
        writer.flush(&output)
        output.recordCount += count
        return count
    }
}
