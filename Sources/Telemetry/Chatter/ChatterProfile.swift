import NetworkWorld
import Scenario

/// Kinds of host as far as their everyday records differ.
enum ChatterProfile: Int, CaseIterable, Sendable {
    case desk, windowsServer, domainController, publicWeb, publicMail, unixServer, station, controller, device

    init(_ record: HostGroupRecord) {
        switch record.role {
        case .domainController: self = .domainController
        case .operatorStation, .engineeringStation, .historian, .controlServer:
            self = SystemFamily(record.os) == .windows ? .station : .unixServer
        case .controller, .protectionRelay: self = .controller
        case .printer, .firewall, .remoteAccess, .gateway: self = .device
        case .webServer: self = .publicWeb
        case .mailServer: self = .publicMail
        default:
            switch record.os {
            case .windowsWorkstation: self = .desk
            case .windowsServer: self = .windowsServer
            case .linux: self = .unixServer
            case .controller: self = .controller
            case .networkDevice, .appliance: self = .device
            }
        }
    }

    /// Activities a minute in working hours, in parts of 256, and the part of it (of 256) that remains at other times.
    ///
    /// Judgement, set so that two hundred hosts write some 380,000 records on a working day.
    var pace: (busy: Int, quiet: Int) {
        switch self {
        case .desk: (1400, 14)
        case .windowsServer: (2600, 150)
        case .domainController: (3400, 150)
        case .publicWeb: (5200, 90)
        case .publicMail: (3000, 110)
        case .unixServer: (2400, 170)
        case .station: (1900, 180)
        case .controller: (1700, 256)
        case .device: (1100, 190)
        }
    }

    /// How often each activity comes, in parts of 1024.
    var activities: [(Activity, Int)] {
        switch self {
        case .desk:
            [
                (.program, 190), (.systemProgram, 120), (.programEnd, 90), (.deskFile, 160), (.systemFile, 44),
                (.module, 44), (.registry, 64), (.siteVisit, 118), (.share, 36), (.application, 30), (.mail, 22),
                (.unlock, 6), (.failure, 3), (.job, 12), (.service, 8), (.monitoring, 24), (.script, 6),
                (.lookup, 24), (.directory, 10), (.print, 4), (.update, 4), (.administration, 2), (.lookalike, 2),
                (.missingName, 3), (.scan, 3),
            ]
        case .windowsServer:
            [
                (.systemProgram, 240), (.programEnd, 110), (.systemFile, 190), (.module, 60), (.registry, 50),
                (.job, 36), (.service, 24), (.serviceLogon, 50), (.monitoring, 90), (.lookup, 50), (.database, 50),
                (.script, 14), (.administration, 7), (.failure, 4), (.lookalike, 3), (.directory, 22), (.backup, 10),
                (.update, 4), (.logRotation, 2), (.time, 6), (.scan, 3),
            ]
        case .domainController:
            [
                (.systemProgram, 110), (.programEnd, 50), (.systemFile, 90), (.registry, 30), (.directoryRead, 260),
                (.replication, 80), (.accountChange, 5), (.service, 14), (.job, 20), (.monitoring, 70),
                (.siteLookup, 200), (.administration, 4), (.failure, 6), (.lookalike, 2), (.time, 60), (.backup, 4),
                (.validation, 18), (.script, 6),
            ]
        case .publicWeb, .publicMail:
            [
                (.publicVisit, self == .publicWeb ? 470 : 250), (.probe, self == .publicWeb ? 130 : 110),
                (.systemProgram, 110), (.programEnd, 40), (.systemFile, 150), (.job, 20), (.service, 5),
                (.monitoring, 40), (.lookup, 25), (.database, self == .publicWeb ? 40 : 0), (.administration, 4),
                (.failure, 8), (.lookalike, 2), (.time, 4), (.publicMail, self == .publicMail ? 180 : 0),
            ]
        case .unixServer:
            [
                (.systemProgram, 300), (.programEnd, 110), (.systemFile, 240), (.job, 60), (.service, 14),
                (.monitoring, 100), (.lookup, 60), (.database, 50), (.administration, 8), (.failure, 6),
                (.lookalike, 3), (.time, 14), (.backup, 10), (.update, 5), (.scan, 3),
            ]
        case .station:
            [
                (.program, 240), (.systemProgram, 130), (.programEnd, 60), (.systemFile, 130), (.registry, 30),
                (.module, 20), (.console, 280), (.monitoring, 50), (.lookup, 20), (.unlock, 5), (.failure, 2),
                (.service, 6), (.job, 12), (.administration, 3), (.lookalike, 2), (.time, 10),
            ]
        case .controller:
            [
                (.poll, 560), (.report, 400), (.set, 10), (.switching, 6), (.identify, 4), (.restart, 1),
                (.time, 20), (.administration, 1),
            ]
        case .device:
            [
                (.monitoring, 500), (.probe, 90), (.tunnel, 60), (.publicVisit, 60), (.time, 60), (.lookup, 40),
                (.siteLookup, 30), (.scan, 4),
            ]
        }
    }
}

/// What hosts and people do all day; each leaves one record or several.
enum Activity: UInt8, Sendable {
    case program, systemProgram, programEnd, deskFile, systemFile, module, registry, siteVisit, share, application, mail
    case unlock, failure, job, service, monitoring, script, lookup, directory, print, update, administration, lookalike
    case missingName, serviceLogon, database, backup, logRotation, time, directoryRead, replication, accountChange
    case siteLookup, validation, publicVisit, probe, publicMail, console, poll, report, set, switching, identify,
        restart
    case tunnel, scan
}

/// Activities of every profile by ten bits of a draw.
struct ActivityTable: Sendable {
    private let entries: [Activity]

    init() {
        var entries: [Activity] = []
        for profile in ChatterProfile.allCases {
            let weights = profile.activities
            let total = weights.reduce(0) { $0 + $1.1 }
            // Rounding leaves some slots over; they go to the last activity that began before them.
            var sum = 0
            var position = 0
            for slot in 0..<1024 {
                while position < weights.count - 1 && (sum + weights[position].1) * 1024 <= slot * total {
                    sum += weights[position].1
                    position += 1
                }
                entries.append(weights[position].0)
            }
        }
        self.entries = entries
    }

    /// The activity of a profile for ten bits.
    @inline(__always)
    func activity(_ profile: ChatterProfile, bits: UInt32) -> Activity {
        entries[profile.rawValue << 10 | Int(bits & 1023)]
    }
}
