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
            memory = tables.memory()
        }
        if output.outputs.isEmpty { output.outputs = tables.outputs.map(RecordBuffer.Output.init) }
        var writer = LineWriter(tables: tables, memory: memory)
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
            if !info.isCarried { continue }
            writer.writeLines(of: record, &output)
            output.recordCount += 1
            if record.label != .benign { appendTruth(of: record, &output) }
        }
        writer.flush(&output)
        pending.removeFirst(due)
    }

    @inline(__always)
    private func chatterAt(_ position: Int) -> Record { chatter[Int(chatterOrder[position].index)] }
}
