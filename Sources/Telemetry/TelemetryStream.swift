import Kernel
import NetworkWorld
import Scenario

/// The telemetry of a run as a stream of lines in one format or several, with the truth about them apart.
///
/// A value, and a pure function of program, seeds and events: the same bytes for the same run, however the time is cut
/// into calls. Records are ordered by time, then by id. A minute of chatter is made at a time, 80 bytes a record, and nothing
/// older is kept. The lines of a call are all in the buffer: whoever has a million hosts advances by the second.
///
/// To measure it, advance a stream by the minute with the events that a run has drained, empty the buffer after each call,
/// and divide ``RecordBuffer/recordCount`` by the time that the calls took.
public struct TelemetryStream: Sendable {
    let program: Program
    let ground: GroundTables
    let library: TemplateLibrary
    var options: TelemetryOptions
    let tables: WriterTables
    var memory: WriterMemory
    var seeds: Seeds

    /// Everything before this time has been written.
    public internal(set) var now: Milliseconds = 0
    var conditions: HostConditions
    var backupsLost = false
    /// Chatter of the slice at hand, and its order.
    var chatter: [Record] = []
    var chatterOrder: [SliceOrder] = []
    var nextChatter = 0
    var nextSlice = 0
    /// Records of events that are not due yet, ordered.
    var pending: [Record] = []
    /// Attack steps that have not ended.
    var openSteps: [Event] = []
    /// What attack steps have touched so far.
    var touched = TouchedPlaces()
    /// Events of the instant at hand that have had records, so that two alike get different ids.
    var recentIdentities: [UInt64] = []
    var recentTime: Milliseconds = -1

    /// A stream at the start of a run.
    ///
    /// - Complexity: O(hosts · sensors + cards).
    public init(program: Program, seeds: Seeds, options: TelemetryOptions = TelemetryOptions()) {
        let library = TemplateLibrary(catalogue: program.catalogue, formats: options.formats)
        let tables = WriterTables(program: program, table: library.table, fragments: GroupFragments(program: program))
        self.init(
            ground: GroundTables(program: program, seeds: seeds), library: library, tables: tables, options: options)
    }

    /// A stream over tables that others use too.
    init(ground: GroundTables, library: TemplateLibrary, tables: WriterTables, options: TelemetryOptions) {
        program = ground.program
        seeds = ground.seeds
        self.options = options
        self.ground = ground
        self.library = library
        self.tables = tables
        memory = tables.memory()
        conditions = HostConditions(program: program)
        nextSlice = -program.simulation.historyDays * 1440
        now = Milliseconds(nextSlice) * Chatter.slice
    }

    /// Draws the chances from now on under another seed, as a fork of the run does. Chatter follows from the next whole
    /// minute on.
    public mutating func reseed(future: UInt64) { seeds.future = future }

    /// Appends to `output` the lines of all records before `time` that have not been written yet.
    ///
    /// - Parameters:
    ///   - time: exercise time; an earlier one than before changes nothing.
    ///   - events: the run's events from the last time up to `time`, in order.
    /// - Complexity: O(hosts · minutes + records · log records of a minute).
    public mutating func advance(to time: Milliseconds, events: [Event], output: inout RecordBuffer) {
        advance(to: time, events: events, &output) { $0.write(before: $1, &$2) }
    }

    /// The whole minute that a time lies in; before the start too the earlier one.
    public static func minute(of time: Milliseconds) -> Milliseconds {
        let rest = time % Chatter.slice
        return time - (rest < 0 ? rest + Chatter.slice : rest)
    }

    /// Goes on to `time` without making the chatter before it: what is written from then on is the same as if it had been.
    ///
    /// - Parameters:
    ///   - time: exercise time, rounded down to a whole minute; an earlier one than before changes nothing.
    ///   - events: the run's events from the last time up to that minute, in order.
    /// - Complexity: O(minutes + records of events).
    public mutating func skip(to time: Milliseconds, events: [Event]) {
        let hasChatter = options.chatter
        options.chatter = false
        var unread = RecordBuffer()
        advance(to: Self.minute(of: time), events: events, output: &unread)
        options.chatter = hasChatter
    }

    /// Goes on to `time`, and has all that is due before a moment written ahead of what changes at that moment.
    @inline(__always)
    mutating func advance(
        to time: Milliseconds, events: [Event], _ output: inout RecordBuffer,
        write: (inout Self, Milliseconds, inout RecordBuffer) -> Void
    ) {
        var nextEvent = 0
        while now < time || nextEvent < events.count {
            let sliceEnd = Milliseconds(nextSlice) * Chatter.slice
            if now >= sliceEnd && now < time { makeSlice() }
            let limit = max(min(time, Milliseconds(nextSlice) * Chatter.slice), now)
            while nextEvent < events.count && (events[nextEvent].time < limit || limit >= time) {
                let event = events[nextEvent]
                // Records of the same instant come after the event: it may silence or cause them.
                let moment = max(now, min(event.time, limit))
                write(&self, moment, &output)
                conditions.moment = moment
                fold(event, &output)
                nextEvent += 1
            }
            write(&self, limit, &output)
            now = limit
        }
    }

    /// Writes the truth lines of attack steps that were still under way when the run ended. The stream may go on after it.
    public mutating func finish(output: inout RecordBuffer) {
        for step in openSteps { appendTruth(of: step, ended: now, success: false, &output) }
        openSteps.removeAll()
    }

    private mutating func makeSlice() {
        nextChatter = 0
        if options.chatter {
            var source = Chatter(
                ground: ground, library: library, seeds: seeds, thousandths: options.chatterThousandths)
            source.fill(&chatter, &chatterOrder, minute: nextSlice)
        } else {
            chatter.removeAll()
            chatterOrder.removeAll()
        }
        nextSlice += 1
    }
}
