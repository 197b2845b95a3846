import Kernel
import NetworkWorld
import Scenario

/// The everyday records of a program, minute by minute, as nobody who acts would have changed them.
package struct ChatterSource: Sendable {
    private let schema: RecordSchema
    private let ground: GroundTables
    private let conditions: HostConditions
    private var records: [Record] = []
    private var order: [SliceOrder] = []
    /// The minute that comes next; below zero before the start.
    package private(set) var minute: Int

    /// The records from the first day of history on.
    package init(schema: RecordSchema, seeds: Seeds) {
        self.schema = schema
        ground = GroundTables(program: schema.program, seeds: seeds)
        conditions = HostConditions(program: schema.program)
        minute = -schema.program.simulation.historyDays * 1440
    }

    /// Hands over the next minute's records, by time and then by id.
    ///
    /// - Complexity: O(hosts + records · log records).
    package mutating func next(_ body: (Record) -> Void) {
        var source = Chatter(ground: ground, library: schema.library, seeds: ground.seeds, thousandths: 1000)
        source.fill(&records, &order, minute: minute)
        minute += 1
        let end = Milliseconds(minute) * Chatter.slice
        let infos = schema.tables.pointers.infos
        for place in order {
            let record = records[Int(place.index)]
            let info = infos[Int(record.template)]
            if record.time < end && info.isCarried && conditions.allow(record, info, chatter: true) { body(record) }
        }
    }
}

/// The records that a run's events leave, and what the events make of everybody else's.
package struct EventRecordSource: Sendable {
    private var stream: TelemetryStream
    private var scratch = RecordBuffer()

    /// The records from the start of a run on.
    package init(schema: RecordSchema, seeds: Seeds) {
        var options = TelemetryOptions()
        options.formats = [.ecs]
        options.chatter = false
        stream = TelemetryStream(
            ground: GroundTables(program: schema.program, seeds: seeds), library: schema.library, tables: schema.tables,
            options: options)
        stream.conditions.history = ConditionHistory()
    }

    /// Everything before this time has been handed over.
    package var now: Milliseconds { stream.now }
    /// What the events so far have made of hosts and accounts.
    package var history: ConditionHistory { stream.conditions.history ?? ConditionHistory() }

    /// Appends the records before `time` that have not been handed over yet, by time and then by id.
    ///
    /// - Parameters:
    ///   - events: the run's events from the last time up to `time`, in order.
    /// - Complexity: O(events + records · log records).
    package mutating func advance(to time: Milliseconds, events: [Event], _ records: inout [Record]) {
        stream.advance(to: time, events: events, &scratch) { stream, moment, _ in
            stream.collect(before: moment, &records)
        }
        // Truth is not for those who search.
        scratch.empty()
    }
}

extension TelemetryStream {
    /// Hands over the events' records before `time` as they are.
    fileprivate mutating func collect(before time: Milliseconds, _ records: inout [Record]) {
        var due = 0
        while due < pending.count && pending[due].time < time {
            let record = pending[due]
            due += 1
            let info = tables.pointers.infos[Int(record.template)]
            if info.isCarried && conditions.allow(record, info, chatter: false) { records.append(record) }
        }
        pending.removeFirst(due)
    }
}
