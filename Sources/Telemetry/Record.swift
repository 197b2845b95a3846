import Kernel

/// One record before it is text: flat, 64 bytes, no references.
///
/// A place is the index of a host; −1 is none, and −2 − k is the k-th address outside. An account below zero is one of
/// ``SystemAccount``.
package struct Record: Sendable {
    /// Exercise time, ms.
    package var time: Milliseconds
    /// The first half of its id.
    package var idHigh: UInt64
    /// The second half.
    package var idLow: UInt64
    /// What decides process ids, ports, sizes and names in its text.
    package var salt: UInt64
    /// The host it is written on.
    package var host: Int32
    /// Where what it tells of comes from.
    package var source: Int32
    /// Where it goes.
    package var target: Int32
    /// Who does it.
    package var account: Int32
    /// The attack step it belongs to; 0: none; below zero a set of several, see ``TouchedPlaces``.
    package var step: Int32
    /// Its text.
    package var template: UInt16
    /// Port of the target.
    package var port: UInt16
    /// Index of the site outside, where its text names one.
    package var site: UInt16
    /// Technique card of the step; −1: none.
    package var card: Int16
    /// The sensor that wrote it.
    package var sensor: UInt8
    /// Whose doing it is.
    package var label: TruthLabel
    /// The process that does what it tells of, as a part of the salt; from ``residents`` on one that runs all day.
    package var actor: UInt8 = 1
    /// The process that begins or that it is done to.
    package var process: UInt8 = 2

    /// Parts above this one are processes that run on a host all day, so that whatever they start has one parent.
    static let residents: UInt8 = 200
}

extension Record {
    /// A record without its truth, as a store of records keeps it.
    package init(
        time: Milliseconds, id: (high: UInt64, low: UInt64), salt: UInt64, template: UInt16,
        places: (host: Int32, source: Int32, target: Int32), account: Int32, port: UInt16, site: UInt16, sensor: UInt8,
        processes: (actor: UInt8, process: UInt8)
    ) {
        self.init(
            time: time, idHigh: id.high, idLow: id.low, salt: salt, host: places.host, source: places.source,
            target: places.target, account: account, step: 0, template: template, port: port, site: site, card: -1,
            sensor: sensor, label: .benign, actor: processes.actor, process: processes.process)
    }
}

/// Whose doing a record is.
package enum TruthLabel: UInt8, Sendable {
    /// Nobody's who attacks.
    case benign
    /// An attack step left it.
    case attack
    /// Somebody else's, because of an attack step.
    case provoked
    /// Both: it sums up what an attacker and others did.
    case mixed

    /// Its name in the truth.
    var name: String {
        switch self {
        case .benign: "benign"
        case .attack: "attack"
        case .provoked: "provoked"
        case .mixed: "mixed"
        }
    }
}

/// Accounts that every system has, as negative account indices.
enum SystemAccount {
    /// LocalSystem or root.
    static let system: Int32 = -1
    /// NETWORK SERVICE or www-data.
    static let network: Int32 = -2
    /// LOCAL SERVICE or nobody.
    static let local: Int32 = -3
    /// The computer's own account in the domain.
    static let machine: Int32 = -4
    /// Nobody in particular, as seen from a public service.
    static let anonymous: Int32 = -5
    /// How many there are.
    static let count = 5
}

/// Places that are no host.
enum Place {
    static let none: Int32 = -1

    /// The place of the k-th address outside.
    static func outside(_ index: UInt32) -> Int32 { -2 - Int32(truncatingIfNeeded: index & 0x3FFF_FFFF) }
}

extension Record {
    /// Its id as a positive number of 63 bits, for formats that want a number: the first half of the id, halved.
    @inline(__always)
    var number: UInt64 { idHigh >> 1 }

    /// Whether it comes before another: by time, then by id.
    @inline(__always)
    package func precedes(_ other: Record) -> Bool {
        if time != other.time { return time < other.time }
        if idHigh != other.idHigh { return idHigh < other.idHigh }
        return idLow < other.idLow
    }
}

/// A record's place within a slice: the millisecond and the first 48 bits of its id in one number, so that sorting touches
/// no record. Two that share both keep the order in which they were made.
struct SliceOrder: Comparable {
    var key: UInt64
    var index: UInt32

    init(_ record: Record, index: Int, start: Milliseconds) {
        key = UInt64(bitPattern: record.time &- start) << 48 | record.idHigh >> 16
        self.index = UInt32(truncatingIfNeeded: index)
    }

    static func < (left: SliceOrder, right: SliceOrder) -> Bool {
        left.key != right.key ? left.key < right.key : left.index < right.index
    }
}
