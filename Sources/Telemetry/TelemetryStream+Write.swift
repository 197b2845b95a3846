import Kernel
import NetworkWorld

/// Merging what is due and turning it into lines.
extension TelemetryStream {
    /// Writes all records before `time`, chatter and others in one order.
    mutating func write(before time: Milliseconds, _ output: inout RecordBuffer) {
        var due = 0
        let chatterDue = nextChatter < chatterOrder.count && chatterAt(nextChatter).time < time
        if !chatterDue && (pending.isEmpty || pending[0].time >= time) { return }
        if !isKnownUniquelyReferenced(&memory) {
            memory = WriterMemory(
                hosts: program.hostCount, accounts: program.accountCount, longestLine: tables.longestLine)
        }
        var writer = LineWriter(tables: tables, memory: memory)
        let start = memory.chunk
        let full = start + WriterMemory.chunk
        while true {
            let hasChatter = nextChatter < chatterOrder.count && chatterAt(nextChatter).time < time
            let hasPending = due < pending.count && pending[due].time < time
            if !hasChatter && !hasPending { break }
            let record: Record
            let isChatter: Bool
            if hasChatter && (!hasPending || chatterAt(nextChatter).precedes(pending[due])) {
                record = chatterAt(nextChatter)
                nextChatter += 1
                isChatter = true
            } else {
                record = pending[due]
                due += 1
                isChatter = false
            }
            let info = writer.tables.infos[Int(record.template)]
            if !conditions.allow(record, info, chatter: isChatter) { continue }
            writer.write(record, info.steps)
            output.recordCount += 1
            if record.label != .benign { appendTruth(of: record, &output) }
            if writer.out >= full { Self.flush(&writer, start, &output) }
        }
        Self.flush(&writer, start, &output)
        pending.removeFirst(due)
    }

    @inline(__always)
    private func chatterAt(_ position: Int) -> Record { chatter[Int(chatterOrder[position].index)] }

    private static func flush(
        _ writer: inout LineWriter, _ start: UnsafeMutablePointer<UInt8>, _ output: inout RecordBuffer
    ) {
        let count = writer.out - start
        output.bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        output.byteCount += count
        writer.out = start
    }
}
