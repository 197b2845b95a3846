import Kernel
import NetworkWorld

/// Takes in records of one activity after the other and gives them ids, times and sensors.
struct RecordEmitter {
    let ground: GroundTables
    let key: RecordKey
    let seeds: Seeds
    private let sensorPaths: [UInt64]
    /// What came in since the last time that somebody took it away.
    var records: [Record] = []

    /// What the activity's records are about: an event, or a host and a minute.
    var identity: UInt64 = 0
    /// How many records the identity has had, written or not.
    var ordinal: UInt32 = 0
    /// When the activity takes place.
    var time: Milliseconds = 0
    /// Records do not come later than this.
    var end: Milliseconds = .max
    /// Decides ports, process ids and names of the activity.
    var salt: UInt64 = 0
    var step: Int32 = 0
    var card: Int16 = -1
    var label = TruthLabel.benign
    /// See ``Record/actor`` and ``Record/process``.
    var actor: UInt8 = 1
    var process: UInt8 = 2

    init(ground: GroundTables, seeds: Seeds) {
        self.ground = ground
        self.seeds = seeds
        key = RecordKey(seeds: seeds)
        sensorPaths = ground.program.sensors.map(\.path)
    }

    /// One record of the activity, written where a sensor of the kind sees `host`. It takes a number either way, so that
    /// a sensor more or less leaves the other records as they are. Where it speaks of another host as its own (a look-up
    /// does, of the resolver), that is `named`.
    @inline(__always)
    mutating func emit(
        _ template: UInt16, _ slot: SensorSlot, on host: Int32, from source: Int32, to target: Int32, by account: Int32,
        after delay: Milliseconds = 0, port: UInt16 = 0, site: UInt16 = 0, named: Int32 = Place.none
    ) {
        let number = ordinal
        ordinal &+= 1
        if host < 0 { return }
        let sensor = ground.sensor(slot, host: host)
        if sensor == 255 { return }
        // No two records of an activity are written at the very same moment by design: whoever writes many at once would stand
        // out among those who do not.
        var when = time &+ delay &+ Milliseconds(StableHash.mix(identity &+ UInt64(number)) & 15)
        // What would fall into the next slice is mirrored into this one.
        if when >= end { when = max(end &+ end &- 1 &- when, time) }
        let id = key.id(source: identity, sensor: sensorPaths[Int(sensor)], ordinal: number)
        records.append(
            Record(
                time: when, idHigh: id.high, idLow: id.low, salt: salt,
                host: named >= 0 ? named : host, source: source, target: target,
                account: account, step: step, template: template, port: port, site: site, card: card, sensor: sensor,
                label: label, actor: actor, process: process))
    }
}
