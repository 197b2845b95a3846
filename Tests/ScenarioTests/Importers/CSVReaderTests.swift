import Kernel
import Testing

@testable import Scenario

struct CSVReaderTests {
    private func texts(_ table: String) throws -> [[String]] {
        try CSVReader.rows(Array(table.utf8)).map { $0.map(\.text) }
    }

    @Test func readsQuotesLineBreaksAndSpaces() throws {
        let table = "\u{FEFF}a,b ,\"c\"\r\n 1,\"two, \"\"2\"\"\",\"th\nree\"\n\n,,\n4,,6"
        #expect(try texts(table) == [["a", "b", "c"], ["1", "two, \"2\"", "th\nree"], ["4", "", "6"]])
    }

    @Test func semicolonsSeparateWhereTheHeaderSaysSo() throws {
        #expect(try texts("a;b\n1,5;2") == [["a", "b"], ["1,5", "2"]])
    }

    @Test(arguments: [
        ("a,b\n1,\"2", 2, 3, "never closed"),
        ("a,b\n1,2\"3", 2, 4, "quote inside"),
        ("a,b\n\"1\"2,3", 2, 4, "after the closing quote"),
    ])
    func refusesWithPosition(table: String, line: Int, column: Int, part: String) {
        let error = #expect(throws: CSVError.self) { try CSVReader.rows(Array(table.utf8)) }
        #expect(error?.position == TextPosition(line: line, column: column))
        #expect(error?.message.contains(part) == true)
    }

    @Test func inventoryRowsBecomeEntries() throws {
        let table = """
            Address,Name,OS,Role,Owner,Network,Value
            192.0.2.1,"Cổng, chính",Ubuntu 22.04,web,IT,DMZ,"1.500.000"
            192.0.2.2,,windows-server,Domain Controller,,,2_000
            192.0.2.3,,,,,,
            """
        let inventory = try Inventory(Array(table.utf8))
        #expect(inventory.findings.isEmpty)
        #expect(inventory.entries.map(\.address) == [0xC000_0201, 0xC000_0202, 0xC000_0203])
        #expect(inventory.entries.map(\.system) == [.linux, .windowsServer, nil])
        #expect(inventory.entries.map(\.role) == [.webServer, .domainController, nil])
        #expect(inventory.entries.map(\.value) == [1_500_000, 2_000, nil])
        #expect(inventory.entries[0].name == "Cổng, chính")
    }

    @Test(arguments: [
        ("name,os\n", 1, 1, "'address' is missing"),
        ("address,rolle\n", 1, 9, "unknown column 'rolle'"),
        ("address,name,name\n", 1, 14, "twice"),
        ("address\n192.0.2\n", 2, 1, "not an IPv4 address"),
        ("address,name\n,x\n", 2, 1, "no address"),
        ("address\n192.0.2.1\n192.0.2.1\n", 3, 1, "listed before, in line 2"),
        ("address,role\n192.0.2.1,web-servr\n", 2, 11, "no role known"),
        ("address,os\n192.0.2.1,plan9\n", 2, 11, "no operating system known"),
        ("address,value\n192.0.2.1,1.5\n", 2, 11, "not an amount"),
        ("address,value\n192.0.2.1,-4\n", 2, 11, "not an amount"),
        ("address\n192.0.2.1,x\n", 2, 11, "2 cells"),
    ])
    func inventoryFindsMistakes(table: String, line: Int, column: Int, part: String) throws {
        let inventory = try Inventory(Array(table.utf8))
        #expect(inventory.findings.count == 1)
        let finding = try #require(inventory.findings.first)
        #expect(finding.position == TextPosition(line: line, column: column))
        #expect(finding.message.contains(part), "\(finding.message)")
    }

    @Test func nearestNamesAreSuggested() throws {
        let inventory = try Inventory(Array("address,role\n192.0.2.1,web-servr\n".utf8))
        #expect(inventory.findings.first?.suggestion == "web-server")
    }

    @Test func emptyInventoryIsRefused() {
        #expect(throws: CSVError.self) { try Inventory([]) }
    }
}
