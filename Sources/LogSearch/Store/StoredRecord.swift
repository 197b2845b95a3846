import Kernel
import Telemetry

/// A record as it is kept: 48 bytes, without its time, its template and its truth.
struct StoredRecord: Sendable {
    var idHigh: UInt64
    var idLow: UInt64
    var salt: UInt64
    var host: Int32
    var source: Int32
    var target: Int32
    var account: Int32
    var port: UInt16
    var site: UInt16
    var sensor: UInt8
    var actor: UInt8
    var process: UInt8

    init(_ record: Record) {
        idHigh = record.idHigh
        idLow = record.idLow
        salt = record.salt
        host = record.host
        source = record.source
        target = record.target
        account = record.account
        port = record.port
        site = record.site
        sensor = record.sensor
        actor = record.actor
        process = record.process
    }

    /// The record again, without its truth.
    @inline(__always)
    func record(time: Milliseconds, template: UInt16) -> Record {
        Record(
            time: time, id: (idHigh, idLow), salt: salt, template: template, places: (host, source, target),
            account: account, port: port, site: site, sensor: sensor, processes: (actor, process))
    }
}

/// A record's place in the order of all records: by time, then by id.
struct RecordPosition: Sendable, Equatable, Comparable {
    var time: Milliseconds
    var idHigh: UInt64
    var idLow: UInt64

    static func < (left: RecordPosition, right: RecordPosition) -> Bool {
        (left.time, left.idHigh, left.idLow) < (right.time, right.idHigh, right.idLow)
    }
}
