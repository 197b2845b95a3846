import Foundation
import Testing

@testable import Commands

/// `thao validate`, `schema`, `import`, `list` and `show`.
struct FileTests {
    @Test func shippedScenariosAreListedAndShown() async throws {
        let list = await thao("list")
        #expect(list.code == 0)
        #expect(list.output.contains("egov") && list.output.contains("power"))
        let json = try JSONSerialization.jsonObject(with: Data(await thao("list", "--json").output.utf8))
        #expect((json as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["egov", "power"])
        let english = await thao("show", "egov"), vietnamese = await thao("show", "egov", "--language", "vi")
        #expect(english.output.contains("NETWORK") && english.output != vietnamese.output)
        #expect(english.output.components(separatedBy: "\n").prefix(6).allSatisfy { $0.count <= TextWrap.width })
        #expect(await thao("show", "pover").errors.contains("did you mean 'power'?"))
    }

    @Test func schemasAreJSON() async throws {
        for arguments in [["schema"], ["schema", "--catalogue"], ["schema", "--study"]] {
            let ran = await thao(arguments)
            let schema = try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any]
            #expect(schema?["$schema"] != nil)
        }
        #expect(await thao("schema", "--markdown").output.contains("# Keys of scenario"))
    }

    @Test func validationSaysWhereAndWhat() async throws {
        let folder = try TemporaryFolder()
        let wrong = try folder.write("name: a\nsimulaton: {}\n", to: "wrong.yaml")
        let ran = await thao("validate", wrong)
        #expect(ran.code == 65)
        #expect(ran.output.contains("wrong.yaml:2:1: error: "))
        #expect(ran.output.contains("did you mean 'simulation'?"))
        #expect(ran.errors.contains("1 of 1 files refused"))
        let json = await thao("validate", "--json", wrong)
        #expect(json.code == 65)
        let diagnostics = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        let meant = diagnostics?.filter { $0["line"] as? Int == 2 }.compactMap { $0["suggestion"] as? String }
        #expect(meant == ["simulation"])
        #expect(await thao("validate", folder("none.yaml")).code == 66)
        #expect(await thao("validate", "--dialect", "yaml", wrong).code == 64)
    }

    @Test func theOtherDialectIsRead() async throws {
        let folder = try TemporaryFolder()
        let exercise = try folder.write(
            """
            name: exercise
            conditions:
              web-up: {command: check.sh, interval: 30}
            metrics:
              uptime: {type: Conditional, max-score: 10, condition: web-up}

            """, to: "exercise.yml")
        #expect(await thao("validate", exercise).code == 65)
        let ran = await thao("validate", "--dialect", "ocr", exercise)
        #expect(ran.code == 0, "\(ran.output)")
        #expect(ran.output.contains("exercise.yml: valid"))
    }

    private static let scan = """
        <?xml version="1.0"?>
        <nmaprun scanner="nmap" args="nmap -sV 192.0.2.0/28" start="1">
        <host><status state="up"/><address addr="192.0.2.5" addrtype="ipv4"/>
        <hostnames><hostname name="files.office.example" type="PTR"/></hostnames>
        <ports><port protocol="tcp" portid="445"><state state="open"/><service name="microsoft-ds"/></port>
        <port protocol="tcp" portid="80"><state state="open"/><service name="http" product="nginx"/></port></ports></host>
        <host><status state="up"/><address addr="192.0.2.6" addrtype="ipv4"/><ports/></host>
        <runstats><finished time="2" exit="success"/><hosts up="2" down="0" total="2"/></runstats></nmaprun>

        """

    @Test func aScanBecomesAScenarioThatRuns() async throws {
        let folder = try TemporaryFolder()
        let scan = try folder.write(Self.scan, to: "scan.xml")
        let made = await thao("import", "nmap", scan, "-o", folder("office.yaml"))
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.output.contains("2 hosts in 2 groups and 1 network, 2 open ports"))
        let toScreen = await thao("import", "nmap", scan, "--name", "office")
        #expect(toScreen.output == (try folder.text("office.yaml")))
        let valid = await thao("validate", folder("office.yaml"))
        #expect(valid.code == 0, "\(valid.output)")
        let ran = await thao("run", folder("office.yaml"), "--until", "30min", "--out", folder("out"))
        #expect(ran.code == 0, "\(ran.errors)")
        #expect(await thao("replay", folder("out/journal.json")).code == 0)
    }

    @Test(arguments: [
        ("", 1), ("<nmaprun></nmaprun>", 1), (String(scan.prefix(500)), 7), ("not a scan", 1), ("<root/>", 1),
    ])
    func whatIsNoScanIsRefused(text: String, line: Int) async throws {
        let folder = try TemporaryFolder()
        let ran = await thao("import", "nmap", try folder.write(text, to: "scan.xml"), "-o", folder("out.yaml"))
        #expect(ran.code == 65)
        #expect(ran.errors.contains("scan.xml:\(line):"), "\(ran.errors)")
        #expect(folder.files == ["scan.xml"])
    }
}
