import Kernel
import NetworkWorld

/// The everyday records of one minute: a pure function of program, seeds, host and minute.
///
/// What a host does is drawn under the host's own key, and whom it asks follows from a key too, so that a host more or
/// less leaves the others' records as they are. What the run's events forbid is left out later, when lines are written.
struct Chatter {
    let ground: GroundTables
    let library: TemplateLibrary
    let thousandths: Int
    var seeds: Seeds
    var emitter: RecordEmitter

    // Of the host at hand.
    var host: Int32 = 0
    var path: UInt64 = 0
    var person: Int32 = SystemAccount.system
    var bits: UInt64 = 0

    /// Length of a slice.
    static let slice: Milliseconds = 60_000

    init(ground: GroundTables, library: TemplateLibrary, seeds: Seeds, thousandths: Int) {
        self.ground = ground
        self.library = library
        self.seeds = seeds
        self.thousandths = max(0, thousandths)
        emitter = RecordEmitter(ground: ground, seeds: seeds)
    }

    /// Puts the records of minute `minute` in place of those of another one, and their order.
    mutating func fill(_ records: inout [Record], _ order: inout [SliceOrder], minute: Int) {
        records.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
        swap(&emitter.records, &records)
        run(minute: minute)
        swap(&emitter.records, &records)
        order.reserveCapacity(records.count)
        let start = Milliseconds(minute) * Self.slice
        for index in records.indices { order.append(SliceOrder(records[index], index: index, start: start)) }
        order.sort()
    }

    /// Adds the records of all hosts in minute `minute` to the emitter's.
    ///
    /// - Complexity: O(hosts + records).
    mutating func run(minute: Int) {
        let local = ground.localTime(minute: minute)
        runDrills(local: local, minute: minute)
        for index in ground.groups.indices {
            let group = ground.groups[index]
            let pace = group.profile.pace
            for member in 0..<group.count {
                host = group.first + member
                path = StableHash.combine(group.path, UInt64(bitPattern: Int64(member)))
                run(group: group, pace: pace, local: local, minute: minute)
            }
        }
    }

    private mutating func run(
        group: HostGroupGround, pace: (busy: Int, quiet: Int), local: LocalTime,
        minute: Int
    ) {
        let slice = UInt64(bitPattern: Int64(minute))
        emitter.identity = StableHash.combine(path, slice)
        emitter.ordinal = 0
        emitter.end = Milliseconds(minute + 1) * Self.slice
        var factor: Int
        if group.profile == .desk || group.profile == .station && !group.owners.isEmpty {
            factor = presence(group: group, local: local, minute: minute, quiet: pace.quiet)
        } else {
            factor = load(group: group, local: local, quiet: pace.quiet)
        }
        let count = seeds.chance(path, .chatterCount, target: slice)
        // Some minutes are quiet, some are not: the pace of five minutes, on top of each host's own.
        let block = seeds.chance(path, .chatterPace, target: UInt64(bitPattern: Int64(minute.flooredQuotient(5))))
        if block.words[0] >> 30 == 0 { factor = factor / 4 }
        // People differ more than machines that nobody sits at.
        let most = group.profile == .desk ? 1536 : 512
        let own = Self.heavy(seeds.fact(path, .personality).words[3], most: most)
        let rate = pace.busy * factor * own / 256 * Self.heavy(block.words[3], most: 2560) / 65_536 * thousandths / 1000
        var number = rate / 256
        if Int(count.words[0] & 255) < rate % 256 { number += 1 }
        for index in 0..<UInt32(truncatingIfNeeded: number) {
            let draw = seeds.chance(path, .chatterRecord, target: slice, attempt: index)
            begin(draw.words, minute: minute)
            perform(library.activities.activity(group.profile, bits: draw.words[0]), group: group)
        }
        runRoutines(group: group, local: local, minute: minute)
    }

    /// Sets the emitter to an activity at a moment of the minute that the draw decides.
    mutating func begin(_ words: Philox.Block, minute: Int) {
        bits = UInt64(words[2]) << 32 | UInt64(words[3])
        emitter.salt = bits
        emitter.time = Milliseconds(minute) * Self.slice + Milliseconds((UInt64(words[1]) &* 60_000) >> 32)
    }

    /// A heavy-tailed factor in parts of 256 with mean one: half at least, more than x with probability 1 / 4x².
    private static func heavy(_ word: UInt32, most: Int) -> Int {
        min(128 * 65_536 / Int(max(IntegerMath.squareRoot(UInt64(word)), 1)), most)
    }

    /// How busy a machine is that nobody sits at, in parts of 256: busier while people work.
    private func load(group: HostGroupGround, local: LocalTime, quiet: Int) -> Int {
        if !local.working { return quiet }
        let middle = (group.workStart + group.workEnd) / 2
        let half = max(group.workEnd - group.workStart, 2) / 2
        let distance = abs(local.minute - middle)
        if distance <= half { return 256 }
        return max(quiet, 256 - (256 - quiet) * (distance - half) / 90)
    }

    /// How busy a person is, in parts of 256; they come and go about their hours, eat at noon, and some days are off.
    private mutating func presence(
        group: HostGroupGround, local: LocalTime, minute: Int, quiet: Int
    ) -> Int {
        person = ground.person(
            onHost: host, group: group, key: path &+ UInt64(bitPattern: Int64(minute.flooredQuotient(30))))
        let day = seeds.fact(path, .workday, target: UInt64(bitPattern: Int64(local.day)))
        let absent = local.working ? day.words[0] >> 27 < 2 : day.words[0] >> 27 < 30
        if absent { return quiet }
        let arrival = group.workStart - 20 + Int((UInt64(day.words[1]) &* 50) >> 32)
        let leaving = group.workEnd - 10 + Int((UInt64(day.words[2]) &* 60) >> 32)
        if local.minute < arrival || local.minute >= leaving { return quiet }
        let since = local.minute - arrival
        if since == 0 {
            arrive(group: group, minute: minute)
        } else if local.minute == leaving - 1 {
            leave(group: group, minute: minute)
        }
        let noon = 11 * 60 + 40 + Int(day.words[3] >> 27)
        if local.minute >= noon && local.minute < noon + 60 { return 70 }
        return since < 25 ? 330 : 256
    }

    private mutating func arrive(group: HostGroupGround, minute: Int) {
        begin(seeds.chance(path, .workday, target: UInt64(bitPattern: Int64(minute))).words, minute: minute)
        logOn(group: group)
    }

    private mutating func leave(group: HostGroupGround, minute: Int) {
        begin(seeds.chance(path, .workday, target: UInt64(bitPattern: Int64(minute))).words, minute: minute)
        emit(library.singles.consoleLogoff, .endpoint, by: person)
    }
}
