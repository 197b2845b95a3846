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
                (.program, 150), (.systemProgram, 90), (.tool, 24), (.programEnd, 80), (.deskFile, 140),
                (.systemFile, 36), (.module, 44), (.registry, 60), (.access, 36), (.pipe, 30), (.component, 12),
                (.nameLookup, 60), (.siteVisit, 110), (.share, 34), (.call, 14), (.application, 28), (.mail, 20),
                (.unlock, 6), (.failure, 3), (.job, 10), (.service, 8), (.monitoring, 20), (.script, 6),
                (.lookup, 20), (.directory, 10), (.print, 4), (.update, 4), (.administration, 1), (.lookalike, 3),
                (.missingName, 3), (.credentials, 1),
            ]
        case .windowsServer:
            [
                (.systemProgram, 190), (.tool, 50), (.programEnd, 110), (.systemFile, 160), (.module, 60),
                (.registry, 50), (.access, 40), (.pipe, 30), (.component, 10), (.nameLookup, 30), (.call, 20),
                (.job, 30), (.service, 20), (.serviceLogon, 50), (.monitoring, 80), (.lookup, 40), (.database, 50),
                (.script, 14), (.administration, 7), (.failure, 2), (.lookalike, 5), (.directory, 22), (.backup, 4),
                (.update, 4), (.logRotation, 2), (.time, 6), (.credentials, 2),
            ]
        case .domainController:
            [
                (.systemProgram, 100), (.tool, 20), (.programEnd, 50), (.systemFile, 80), (.registry, 30),
                (.access, 30), (.pipe, 14), (.call, 20), (.nameLookup, 10), (.directoryRead, 240),
                (.replication, 80), (.accountChange, 2), (.service, 14), (.job, 20), (.monitoring, 60),
                (.siteLookup, 190), (.administration, 3), (.failure, 6), (.lookalike, 4), (.time, 60), (.backup, 2),
                (.validation, 18), (.script, 6),
            ]
        case .publicWeb, .publicMail:
            [
                (.publicVisit, self == .publicWeb ? 470 : 250), (.probe, self == .publicWeb ? 130 : 110),
                (.systemProgram, 90), (.tool, 30), (.programEnd, 40), (.systemFile, 130), (.job, 20), (.service, 5),
                (.message, 60), (.serverLog, self == .publicWeb ? 160 : 0), (.monitoring, 40), (.lookup, 25),
                (.database, self == .publicWeb ? 40 : 0), (.administration, 4),
                (.failure, 8), (.lookalike, 2), (.time, 4), (.publicMail, self == .publicMail ? 180 : 0),
            ]
        case .unixServer:
            [
                (.systemProgram, 250), (.tool, 60), (.programEnd, 110), (.systemFile, 200), (.job, 60), (.service, 14),
                (.message, 90), (.serverLog, 30),
                (.monitoring, 100), (.lookup, 60), (.database, 50), (.administration, 8), (.failure, 6),
                (.lookalike, 3), (.time, 14), (.backup, 4), (.update, 5),
            ]
        case .station:
            [
                (.program, 220), (.systemProgram, 110), (.tool, 20), (.programEnd, 60), (.systemFile, 110),
                (.registry, 30), (.module, 20), (.access, 20), (.pipe, 16), (.nameLookup, 6), (.console, 280),
                (.monitoring, 50), (.lookup, 20), (.unlock, 5), (.failure, 2),
                (.service, 6), (.job, 12), (.administration, 3), (.lookalike, 4), (.time, 10),
            ]
        case .controller:
            [
                (.poll, 560), (.report, 400), (.set, 10), (.switching, 6), (.identify, 4), (.restart, 1),
                (.time, 20), (.administration, 1),
            ]
        case .device:
            [
                (.monitoring, 500), (.probe, 90), (.tunnel, 60), (.publicVisit, 60), (.time, 60), (.lookup, 40),
                (.siteLookup, 30),
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
    case tunnel, tool, access, pipe, component, nameLookup, credentials, message, serverLog, call
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
