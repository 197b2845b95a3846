import Kernel
import NetworkWorld
import Scenario

/// The tables that the writer reads, at fixed places in memory: shared by all copies of a stream.
///
/// `@unchecked Sendable`: the memory is filled in the initialiser, never written again, and freed when nobody can read it.
final class WriterTables: @unchecked Sendable {
    /// Where the tables lie.
    struct Pointers {
        let infos: UnsafePointer<TemplateInfo>
        let lines: UnsafePointer<TemplateLine>
        let formatCount: Int
        let steps: UnsafePointer<TemplateStep>
        let literals: UnsafePointer<UInt8>
        let choices: UnsafePointer<Range<UInt32>>
        let firstSite: Int
        let fragments: UnsafePointer<UInt8>
        let groupOfHost: UnsafePointer<UInt16>
        let hostCount: Int
        let hosts: UnsafePointer<GroupFragments.Member>
        let accounts: UnsafePointer<GroupFragments.Member>
        let accountGroups: Int
        let system: UnsafePointer<GroupFragments.SystemUser>
        let sensors: UnsafePointer<Range<Int>>
        let delays: UnsafePointer<SensorDelay>
        let networks: UnsafePointer<Range<Int>>
        let machineTail: Range<Int>
        let securityDomain: Range<Int>
        let domain: Range<Int>
        let dnsDomain: Range<Int>
        let sensorNames: UnsafePointer<Range<Int>>
        let mailTail: Range<Int>
        let outsideBlocks: UnsafePointer<AddressBlock>
        let outsideCount: UInt32
        let epoch: Milliseconds
    }

    let pointers: Pointers
    /// The most bytes that a line can take.
    let longestLine: Int
    /// Where lines go.
    let outputs: [FaceOutput]
    private let hostCount: Int
    private let accountCount: Int
    private let allocations: [UnsafeMutableRawPointer]

    init(program: Program, table: TemplateTable, fragments: GroupFragments) {
        let outsideBlocks = GroundTables.freeBlocks(program.simulation.networks)
        var allocations: [UnsafeMutableRawPointer] = []
        func place<Element>(_ array: [Element]) -> UnsafePointer<Element> {
            let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(array.count, 1))
            array.withUnsafeBufferPointer { source in
                if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
            }
            allocations.append(UnsafeMutableRawPointer(memory))
            return UnsafePointer(memory)
        }
        pointers = Pointers(
            infos: place(table.infos), lines: place(table.lines), formatCount: table.formats.count,
            steps: place(table.steps), literals: place(table.bytes),
            choices: place(table.choices), firstSite: table.start(ofList: "sites", .json),
            fragments: place(fragments.bytes),
            groupOfHost: place(program.groupOfHost), hostCount: program.hostCount, hosts: place(fragments.hosts),
            accounts: place(fragments.accounts), accountGroups: fragments.accounts.count,
            system: place(fragments.system), sensors: place(fragments.sensors),
            delays: place(program.simulation.sensors.map { SensorDelay($0.delayMilliseconds) }),
            networks: place(fragments.networks),
            machineTail: fragments.machineTail, securityDomain: fragments.securityDomain, domain: fragments.domain,
            dnsDomain: fragments.dnsDomain, sensorNames: place(fragments.sensorNames), mailTail: fragments.mailTail,
            outsideBlocks: place(outsideBlocks),
            outsideCount: outsideBlocks.reduce(0) { $0 + $1.count }, epoch: program.simulation.startEpochSeconds * 1000)
        longestLine = table.longestLine
        outputs = table.outputs
        hostCount = program.hostCount
        accountCount = program.accountCount
        self.allocations = allocations
    }

    /// Memory for a writer with these tables.
    func memory() -> WriterMemory {
        WriterMemory(
            hosts: hostCount, accounts: accountCount, outputs: outputs.count, longestLine: longestLine)
    }

    deinit {
        for memory in allocations { memory.deallocate() }
    }
}

/// How long records of a sensor take to arrive, ms.
struct SensorDelay {
    let low: Milliseconds
    let likely: Milliseconds
    let high: Milliseconds

    init(_ number: UncertainNumber) {
        low = number.low
        likely = number.likely
        high = number.high
    }
}
