import Kernel
import NetworkWorld
import Scenario
import Testing
import TestSupport

@testable import Telemetry

/// The traces of the shipped cards, compiled.
struct CardTraceTests {
    private static func shipped() throws -> (library: TemplateLibrary, cards: [TechniqueCard]) {
        let catalogue = try Shipped.catalogue()
        return (TemplateLibrary(catalogue: catalogue, formats: [.ocsf]), catalogue.cards)
    }

    /// On every system that a card is for, each of its ways for that system leaves something.
    @Test func everyCardLeavesSomethingOnEverySystem() throws {
        let (library, cards) = try Self.shipped()
        for (index, card) in cards.enumerated() {
            // What belongs to a Windows domain is Windows.
            let any: [OperatingSystem] =
                card.roles == [.domainController] ? [.windowsServer] : [.windowsServer, .linux]
            let systems = card.platforms.isEmpty ? any : card.platforms
            for family in Set(systems.map { SystemFamily($0) }) {
                let ways = library.variants[index].filter { $0.family == nil || $0.family == family }
                let isSomething = !ways.isEmpty
                #expect(isSomething, "\(card.id) has no way on \(family)")
                for way in ways {
                    let count = way.traces.count { $0.template(family) != nil || !$0.control.isEmpty }
                    let name = card.variants[
                        library.variants[index].firstIndex { $0.traces.count == way.traces.count } ?? 0
                    ].name
                    #expect(count > 0, "\(card.id), a way like \(name), leaves nothing on \(family)")
                }
            }
        }
    }

    /// A trace is written somewhere: on one system at least.
    @Test func everyTraceHasAText() throws {
        let (library, cards) = try Self.shipped()
        for (index, card) in cards.enumerated() {
            for trace in library.variants[index].flatMap(\.traces) {
                #expect(trace.windows != nil || trace.unix != nil, "\(card.id) has a trace without a text")
            }
        }
    }

    /// A host with a person at work is told by the name that the account has, never as a system account's folder.
    @Test func foldersBelongToPeople() throws {
        for card in try Shipped.catalogue().cards {
            for trace in card.everyTrace where trace[.user] != nil && trace[.user] != "account" {
                for value in trace.values where value.key != .text {
                    #expect(!value.text.contains("Users\\{account}"), "\(card.id): \(value.text)")
                }
            }
        }
    }

    /// Values that only attacks write, with the reason why ordinary life cannot write them. None at present: what no user
    /// and no service writes comes by itself now and then, and with the drills of the security team.
    private static let onlyInAttacks: [String: String] = [:]

    /// Every text that an attack leaves also comes without one: ordinary life writes it, by itself or in a drill.
    @Test func everyTextAlsoComesWithoutAnAttack() throws {
        let (library, cards) = try Self.shipped()
        var benign = Set(library.members)
        benign.formUnion(Mirror(reflecting: library.singles).children.compactMap { $0.value as? UInt16 })
        for stir in TraceStir.allCases {
            for family in [SystemFamily.windows, .unix] {
                benign.formUnion(library.lookalikes(family, stir).flatMap(\.trace.all))
            }
        }
        var reached: Set<Int> = []
        for name in ["egov", "power"] {
            let program = try Shipped.program(name)
            let ground = GroundTables(program: program, seeds: Seeds(7))
            for index in program.catalogue.cards.indices
            where !Chatter.drillGroups(program.catalogue.cards[index], ground).isEmpty { reached.insert(index) }
        }
        for index in reached { for trace in library.variants[index].flatMap(\.traces) { benign.formUnion(trace.all) } }
        for (index, card) in cards.enumerated() where Self.onlyInAttacks[card.id] == nil {
            for trace in library.variants[index].flatMap(\.traces) {
                let alone = trace.all.count { !benign.contains($0) }
                #expect(alone == 0, "\(card.id) leaves what only attacks leave")
            }
        }
    }

    /// What a card leaves on a host's family is among what everyday life leaves by itself, commands to devices excepted.
    @Test func everyTraceIsALookalike() throws {
        let (library, cards) = try Self.shipped()
        for family in [SystemFamily.windows, .unix] {
            let known = Set(
                TraceStir.allCases.flatMap { library.lookalikes(family, $0) }.compactMap { $0.trace.template(family) })
            for (index, card) in cards.enumerated() {
                for trace in library.variants[index].flatMap(\.traces) where trace.control.isEmpty {
                    guard let template = trace.template(family) else { continue }
                    #expect(known.contains(template), "\(card.id) leaves what everyday life does not")
                }
            }
        }
    }

    /// Single records that attacks write too are few, and leave no truth.
    @Test func lookalikesAreFewAndBenign() throws {
        let program = try Shipped.program("egov")
        let ground = GroundTables(program: program, seeds: Seeds(7))
        let library = TemplateLibrary(catalogue: program.catalogue, formats: [.ocsf])
        var chatter = Chatter(ground: ground, library: library, seeds: Seeds(7), thousandths: 1000)
        let group = try #require(ground.groups.first { $0.profile == .desk })
        chatter.host = group.first
        for number in 0..<2000 {
            chatter.begin([0, 0, UInt32(number), UInt32(number) &* 0x9E37_79B9], minute: 200)
            chatter.lookalike(group: group)
        }
        let count = chatter.emitter.records.count
        #expect(count > 500 && count <= 2000)
        #expect(chatter.emitter.records.allSatisfy { $0.label == .benign && $0.step == 0 && $0.card == -1 })
        let hosts = Set(chatter.emitter.records.map(\.source))
        #expect(hosts.count > 50, "they come from \(hosts.count) hosts only")
    }

    /// Drills come about once in two working days and leave no truth.
    @Test func drillsComeNowAndThen() throws {
        let program = try Shipped.program("egov")
        let ground = GroundTables(program: program, seeds: Seeds(7))
        let library = TemplateLibrary(catalogue: program.catalogue, formats: [.ocsf])
        var chatter = Chatter(ground: ground, library: library, seeds: Seeds(7), thousandths: 1000)
        var days = 0
        for day in 0..<28 {
            let before = chatter.emitter.records.count
            for minute in 0..<1440 {
                let local = ground.localTime(minute: day * 1440 + minute)
                chatter.runDrills(local: local, minute: day * 1440 + minute)
            }
            if chatter.emitter.records.count > before { days += 1 }
        }
        #expect((4...20).contains(days), "drills on \(days) of 28 days")
        #expect(chatter.emitter.records.allSatisfy { $0.label == .benign && $0.step == 0 && $0.card == -1 })
    }
}

extension TraceTemplate {
    /// All its texts.
    fileprivate var all: [UInt16] { [windows, unix].compactMap { $0 } + control }
}
