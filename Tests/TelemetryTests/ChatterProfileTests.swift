import Kernel
import NetworkWorld
import Scenario
import TestSupport
import Testing

@testable import Telemetry

/// How much and what each kind of host writes.
struct ChatterProfileTests {
    /// What the chatter of an hour of the shipped scenarios' working morning leaves, by profile and host.
    private func hour(_ name: String) throws -> (records: [ChatterProfile: Int], hosts: [ChatterProfile: Int]) {
        let program = try Shipped.program(name)
        let ground = GroundTables(program: program, seeds: Seeds(7))
        let library = TemplateLibrary(catalogue: program.catalogue, formats: [.ocsf])
        var chatter = Chatter(ground: ground, library: library, seeds: Seeds(7), thousandths: 1000)
        for minute in 90..<150 { chatter.run(minute: minute) }
        var records: [ChatterProfile: Int] = [:]
        var hosts: [ChatterProfile: Int] = [:]
        for record in chatter.emitter.records where record.host >= 0 {
            records[ground.groups[Int(program.groupOfHost[Int(record.host)])].profile, default: 0] += 1
        }
        for group in ground.groups { hosts[group.profile, default: 0] += Int(group.count) }
        return (records, hosts)
    }

    /// Records a host and hour; sensors see some hosts only, so that the bounds are wide.
    @Test(arguments: ["egov", "power"])
    func everyProfileWritesAtItsPace(name: String) throws {
        let (records, hosts) = try hour(name)
        for profile in ChatterProfile.allCases {
            guard let count = hosts[profile], count >= 2 else { continue }
            let rate = (records[profile] ?? 0) / count
            let bounds: ClosedRange<Int> =
                switch profile {
                case .desk: 60...700
                case .domainController: 500...12_000
                case .publicWeb, .publicMail: 200...6000
                default: 10...3000
                }
            #expect(bounds.contains(rate), "\(profile): \(rate) records a host and hour in \(name)")
        }
    }

    /// A few hosts write most: the busiest tenth of desks at least a sixth.
    @Test func countsHaveAHeavyTail() throws {
        let program = try Shipped.program("egov")
        let ground = GroundTables(program: program, seeds: Seeds(7))
        let library = TemplateLibrary(catalogue: program.catalogue, formats: [.ocsf])
        var chatter = Chatter(ground: ground, library: library, seeds: Seeds(7), thousandths: 1000)
        for minute in 90..<180 { chatter.run(minute: minute) }
        var counts: [Int32: Int] = [:]
        for record in chatter.emitter.records
        where record.host >= 0 && ground.groups[Int(program.groupOfHost[Int(record.host)])].profile == .desk {
            counts[record.host, default: 0] += 1
        }
        let sorted = counts.values.sorted(by: >)
        let most = sorted.prefix(max(sorted.count / 10, 1)).reduce(0, +)
        #expect(most * 6 > sorted.reduce(0, +))
    }

    /// Backups come at night, updates on one evening a week, scans on another.
    @Test func routinesKeepTheirHours() throws {
        let program = try Shipped.program("egov")
        let ground = GroundTables(program: program, seeds: Seeds(7))
        let library = TemplateLibrary(catalogue: program.catalogue, formats: [.ocsf])
        var chatter = Chatter(ground: ground, library: library, seeds: Seeds(7), thousandths: 0)
        var night = 0
        var day = 0
        for minute in 0..<1440 * 7 {
            let before = chatter.emitter.records.count { $0.template == library.singles.snapshotStart }
            if minute % 60 == 0 { chatter.emitter.records.removeAll() }
            chatter.run(minute: minute)
            let after = chatter.emitter.records.count { $0.template == library.singles.snapshotStart }
            let local = ground.localTime(minute: minute).minute
            if after > before || minute % 60 == 0 && after > 0 {
                if local >= 22 * 60 || local < 3 * 60 { night += 1 } else { day += 1 }
            }
        }
        #expect(night > 10)
        #expect(day == 0)
    }
}
