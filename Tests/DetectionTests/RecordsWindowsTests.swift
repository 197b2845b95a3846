import Testing

@testable import Detection

/// Windows events in every shape.
struct RecordsWindowsTests {
    private static let names = [
        "EventID", "Channel", "Provider_Name", "Computer", "Level", "EventRecordID", "Image", "ParentImage",
        "CommandLine",
        "User", "NewProcessName", "TargetObject", "Details", "Data", "Signature", "ThreatName", "LogName",
        "IntegrityLevel",
    ]
    private static let sysmon = "Microsoft-Windows-Sysmon/Operational"

    /// One event in four shapes gives the same fields, source and mention.
    @Test(arguments: [
        """
        {"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"SourceName":"Microsoft-Windows-Sysmon",
         "Hostname":"pc-1","Level":"4","RecordNumber":77,"@timestamp":"2026-03-02T07:28:08.823Z",
         "Image":"C:\\\\Windows\\\\System32\\\\whoami.exe","User":"EGOV\\\\lan","CommandLine":"whoami /all"}
        """,
        """
        {"@timestamp":"2026-03-02T07:28:08.823Z","log":{"level":"4"},"winlog":{"channel":"Microsoft-Windows-Sysmon/Operational",
         "event_id":1,"provider_name":"Microsoft-Windows-Sysmon","computer_name":"pc-1","record_id":77,"event_data":
         {"Image":"C:\\\\Windows\\\\System32\\\\whoami.exe","User":"EGOV\\\\lan","CommandLine":"whoami /all"}}}
        """,
        """
        {"Event":{"#attributes":{"xmlns":"x"},"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},
         "EventID":1,"Level":4,"EventRecordID":77,"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"pc-1",
         "TimeCreated":{"#attributes":{"SystemTime":"2026-03-02T07:28:08.823000Z"}}},"EventData":
         {"Image":"C:\\\\Windows\\\\System32\\\\whoami.exe","User":"EGOV\\\\lan","CommandLine":"whoami /all"}}}
        """,
        """
        {"Event":{"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},"EventID":{"#text":1,
         "#attributes":{"Qualifiers":0}},"Level":4,"EventRecordID":77,"Computer":"pc-1",
         "Channel":"Microsoft-Windows-Sysmon/Operational",
         "TimeCreated":{"#attributes":{"SystemTime":"2026-03-02 07:28:08.823"}}},"EventData":{"Data":[
         {"#attributes":{"Name":"Image"},"#text":"C:\\\\Windows\\\\System32\\\\whoami.exe"},
         {"#attributes":{"Name":"Unasked"},"#text":"nobody"},
         {"#text":"EGOV\\\\lan","@Name":"User"},{"Name":"CommandLine","content":"whoami /all"}]}}}
        """,
    ])
    func allShapesSayTheSame(json: String) throws {
        let seeing = Seeing(json, Self.names)
        #expect(seeing.problems == [])
        let record = try #require(seeing.records.first)
        func plain(_ name: String) -> [String]? {
            record.values[name]?.map { $0.hasPrefix("number:") ? String($0.dropFirst(7)) : $0 }
        }
        #expect(plain("EventID") == ["1"])
        #expect(plain("Channel") == [Self.sysmon])
        #expect(plain("Provider_Name") == ["Microsoft-Windows-Sysmon"])
        #expect(plain("Computer") == ["pc-1"])
        #expect(plain("Level") == ["4"])
        #expect(plain("EventRecordID") == ["77"])
        #expect(plain("Image") == [#"C:\Windows\System32\whoami.exe"#])
        #expect(plain("User") == [#"EGOV\lan"#])
        #expect(plain("CommandLine") == ["whoami /all"])
        #expect(record.values.count == 9)
        #expect(
            record.source
                == RecordSource(products: ["windows"], categories: ["process_creation"], services: ["sysmon"]))
        #expect(record.time == 1_772_436_488_823)
        #expect([record.host, record.user, record.identifier] == ["pc-1", #"EGOV\lan"#, "77"])
    }

    @Test(arguments: ["flat", "evtx", "winlogbeat"])
    func anAuditedProcessIsACreatedProcess(shape: String) throws {
        let data = """
            "NewProcessName":"C:\\\\x\\\\a.exe","ParentProcessName":"C:\\\\x\\\\b.exe","CommandLine":"a -1",
            "SubjectUserName":"lan","SubjectDomainName":"EGOV"
            """
        let record = try #require(Seeing(Self.event(shape, "Security", 4688, data), Self.names).records.first)
        #expect(record.source.categories == ["process_creation"])
        #expect(record.source.services == ["security"])
        #expect(record.values["Image"] == [#"C:\x\a.exe"#])
        #expect(record.values["NewProcessName"] == [#"C:\x\a.exe"#])
        #expect(record.values["ParentImage"] == [#"C:\x\b.exe"#])
        #expect(record.values["User"] == [#"EGOV\lan"#])
        #expect(record.user == "lan")
        let other = try #require(Seeing(Self.event(shape, "Security", 4689, data), Self.names).records.first)
        #expect(other.source.categories == [])
        #expect(other.values["Image"] == nil)
    }

    @Test(arguments: [
        ("%%1904", ["registry_event", "registry_add", "registry_set"]), ("%%1905", ["registry_event", "registry_set"]),
        ("Registry value deleted", ["registry_event", "registry_delete"]), ("other", ["registry_event"]),
    ])
    func anAuditedRegistryValueIsNamedLikeSysmons(operation: String, categories: [String]) throws {
        for shape in ["flat", "evtx", "winlogbeat"] {
            let data = """
                "ObjectName":"\\\\REGISTRY\\\\MACHINE\\\\Run","ObjectValueName":"v","NewValue":"x.exe","OperationType":"\(operation)"
                """
            let record = try #require(Seeing(Self.event(shape, "security", 4657, data), Self.names).records.first)
            #expect(record.source.categories == categories)
            #expect(record.values["TargetObject"] == [#"\REGISTRY\MACHINE\Run\v"#])
            #expect(record.values["Details"] == ["x.exe"])
        }
    }

    @Test func unnamedDataAreData() {
        let list = Self.event("evtx", "Windows PowerShell", 400, #""Data":["a","b"]"#)
        #expect(Seeing(list, Self.names).records.first?.values["Data"] == ["a", "b"])
        let text = Self.event("evtx", "Windows PowerShell", 400, ##""Data":{"#text":["a","b"]}"##)
        #expect(Seeing(text, Self.names).records.first?.values["Data"] == ["a", "b"])
        let numbered = Self.event("winlogbeat", "Windows PowerShell", 400, #""param1":"a","param2":"b""#)
        #expect(Seeing(numbered, Self.names).records.first?.values["Data"] == ["a", "b"])
        #expect(Seeing(numbered, Self.names).records.first?.source.categories == ["ps_classic_start"])
    }

    @Test func defendersFindingsAreAnAntivirus() throws {
        let json = Self.event("evtx", "Microsoft-Windows-Windows Defender/Operational", 1116, #""Threat Name":"Test""#)
        let record = try #require(Seeing(json, Self.names).records.first)
        #expect(record.values["Signature"] == ["Test"])
        #expect(record.values["ThreatName"] == ["Test"])
        #expect(record.source.fits(LogSource(category: "antivirus")))
        #expect(record.source.fits(LogSource(product: "windows", service: "windefend")))
    }

    @Test func userDataAreEventData() throws {
        let json = """
            {"Event":{"System":{"EventID":104,"Channel":"System"},"UserData":{"LogFileCleared":{"LogName":"x","Channel":"System"}}}}
            """
        let record = try #require(Seeing(json, Self.names).records.first)
        #expect(record.values["LogName"] == ["x"])
        #expect(record.source.services == ["system"])
    }

    /// Every channel and every event of the tables is recognised in every shape.
    @Test func theTablesAreReached() throws {
        for shape in ["flat", "evtx", "winlogbeat"] {
            for (channel, service) in WindowsSources.channels {
                let events = WindowsSources.events.filter { $0.service == service }
                for (event, categories) in events.map({ ($0.event, $0.categories) }) + [(31_000, [])] {
                    let json = Self.event(shape, channel.replacing("/", with: "\\/"), event, "\"a\":1")
                    let source = try #require(Seeing(json, ["a"]).records.first?.source, "\(json)")
                    #expect(source.categories == categories && source.services.first == service)
                    #expect(source.products == ["windows"])
                }
            }
        }
    }

    @Test func aProviderStandsForItsChannel() {
        let json = #"{"EventID":"3","ProviderName":"Microsoft-Windows-Sysmon"}"#
        #expect(Seeing(json, ["a"]).records.first?.source.categories == ["network_connection"])
        let linux = #"{"EventID":1,"Channel":"Linux-Sysmon/Operational"}"#
        #expect(Seeing(linux, ["a"]).records.first?.source.products == ["linux"])
    }

    /// An event with some members of its event data.
    private static func event(_ shape: String, _ channel: String, _ number: Int, _ data: String) -> String {
        switch shape {
        case "flat": "{\(data),\"EventID\":\(number),\"Channel\":\"\(channel)\"}"
        case "evtx":
            "{\"Event\":{\"EventData\":{\(data)},\"System\":{\"EventID\":\(number),\"Channel\":\"\(channel)\"}}}"
        default: "{\"winlog\":{\"event_data\":{\(data)},\"event_id\":\"\(number)\",\"channel\":\"\(channel)\"}}"
        }
    }
}
