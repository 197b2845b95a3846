import Testing

@testable import Detection

/// Records of common schemas, and of Zeek.
struct RecordsSchemaTests {
    /// What one record must give: its source, and some of its fields.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var json: String
        var source: RecordSource
        var fields: [String: [String]]
        var mention: [String] = ["", "", ""]

        var testDescription: String { name }
    }

    private static func check(_ example: Case) throws {
        let seeing = Seeing(example.json, example.fields.keys.sorted())
        #expect(seeing.problems == [])
        let record = try #require(seeing.records.first)
        #expect(record.source == example.source)
        #expect(record.values == example.fields.filter { !$0.value.isEmpty })
        #expect([record.host, record.user, record.identifier] == example.mention)
    }

    @Test(arguments: [
        Case(
            name: "process",
            json: """
                {"time":1772411400436,"class_uid":1007,"activity_id":1,"metadata":{"uid":"ab","event_code":"4688"},
                 "device":{"hostname":"pc-1","os":{"type_id":100}},
                 "actor":{"user":{"name":"SYSTEM","domain":"NT AUTHORITY"},"process":{"pid":4,"name":"svchost.exe",
                  "file":{"path":"C:\\\\Windows\\\\svchost.exe"}}},
                 "process":{"pid":2624,"name":"a.exe","cmd_line":"a.exe -1","file":{"path":"C:\\\\x\\\\a.exe"}}}
                """,
            source: RecordSource(products: ["windows"], categories: ["process_creation"], services: ["security"]),
            fields: [
                "Image": [#"C:\x\a.exe"#], "CommandLine": ["a.exe -1"], "User": [#"NT AUTHORITY\SYSTEM"#],
                "ParentImage": [#"C:\Windows\svchost.exe"#], "ProcessId": ["number:2624"], "EventID": ["4688"],
                "process.cmd_line": ["a.exe -1"], "TargetFilename": [],
            ], mention: ["pc-1", "SYSTEM", "ab"]),
        Case(
            name: "Linux process without paths",
            json: """
                {"class_uid":1007,"activity_id":1,"device":{"os":{"type_id":200}},"process":{"name":"nc","cmd_line":"nc -l"},
                 "actor":{"process":{"name":"sh"},"user":{"name":"root"}}}
                """,
            source: RecordSource(products: ["linux"], categories: ["process_creation"]),
            fields: ["Image": ["nc"], "ParentImage": ["sh"], "User": ["root"]], mention: ["", "root", ""]),
        Case(
            name: "script block",
            json:
                #"{"class_uid":1007,"activity_id":99,"metadata":{"event_code":"4104"},"device":{"os":{"type_id":100}},"#
                + #""unmapped":{"script_block":"Get-Date"}}"#,
            source: RecordSource(products: ["windows"], categories: ["ps_script"], services: ["powershell"]),
            fields: ["ScriptBlockText": ["Get-Date"]]),
        Case(
            name: "file of Sysmon",
            json: #"{"class_uid":1001,"activity_id":1,"metadata":{"event_code":"11"},"device":{"os":{"type_id":100}},"#
                + #""file":{"path":"C:\\a"},"actor":{"process":{"file":{"path":"C:\\b"}}}}"#,
            source: RecordSource(products: ["windows"], categories: ["file_event"], services: ["sysmon"]),
            fields: ["TargetFilename": [#"C:\a"#], "Image": [#"C:\b"#]]),
        Case(
            name: "registry value",
            json:
                #"{"class_uid":201002,"activity_id":2,"metadata":{"event_code":"13"},"device":{"os":{"type_id":100}},"#
                + #""reg_value":{"path":"HKCU\\Run","name":"v","data":"x.exe"}}"#,
            source: RecordSource(
                products: ["windows"], categories: ["registry_event", "registry_set"], services: ["sysmon"]),
            fields: ["TargetObject": [#"HKCU\Run\v"#], "Details": ["x.exe"]]),
        Case(
            name: "failed logon",
            json:
                #"{"class_uid":3002,"activity_id":1,"metadata":{"event_code":"4625"},"device":{"os":{"type_id":100}},"#
                + #""user":{"name":"lan"},"logon_type_id":3,"src_endpoint":{"ip":"192.0.2.9"},"status_code":"0xC000006A"}"#,
            source: RecordSource(products: ["windows"], services: ["security"]),
            fields: [
                "EventID": ["4625"], "TargetUserName": ["lan"], "LogonType": ["number:3"], "IpAddress": ["192.0.2.9"],
                "Status": ["0xC000006A"],
            ], mention: ["192.0.2.9", "lan", ""]),
        Case(
            name: "proxy",
            json:
                #"{"class_uid":4002,"connection_info":{"direction_id":2},"http_request":{"http_method":"GET","user_agent":"x","#
                + #""url":{"url_string":"https://a.example/b?c","hostname":"a.example","path":"/b"}},"http_response":{"code":200}}"#,
            source: RecordSource(categories: ["proxy"]),
            fields: [
                "c-uri": ["https://a.example/b?c"], "cs-host": ["a.example"], "cs-method": ["GET"],
                "c-useragent": ["x"],
                "cs-uri-stem": ["/b"], "sc-status": ["number:200"],
            ]),
        Case(
            name: "names",
            json: #"{"class_uid":4003,"query":{"hostname":"a.example","type":"A"},"answers":[{"rdata":"192.0.2.1"}]}"#,
            source: RecordSource(categories: ["dns"]),
            fields: ["query": ["a.example"], "record_type": ["A"], "answer": ["192.0.2.1"]]),
        Case(
            name: "firewall", json: #"{"class_uid":4001,"activity_id":5,"dst_endpoint":{"ip":"192.0.2.1","port":22}}"#,
            source: RecordSource(categories: ["firewall"]),
            fields: ["dst_ip": ["192.0.2.1"], "dst_port": ["number:22"]]),
        Case(
            name: "unknown class", json: #"{"class_uid":9999,"query":{"hostname":"a.example"}}"#,
            source: RecordSource(),
            fields: ["query": [], "query.hostname": ["a.example"]]),
    ])
    func openCybersecuritySchema(example: Case) throws { try Self.check(example) }

    @Test(arguments: [
        Case(
            name: "process",
            json: """
                {"@timestamp":"2026-03-02T07:28:08Z","ecs":{"version":"8.11"},"event":{"category":["process"],"type":["start"],"id":"e1"},
                 "host":{"name":"web-1","os":{"type":"linux"}},"user":{"name":"www-data"},
                 "process":{"executable":"/bin/sh","command_line":"sh -c id","parent":{"executable":"/usr/bin/java"}}}
                """,
            source: RecordSource(products: ["linux"], categories: ["process_creation"]),
            fields: [
                "Image": ["/bin/sh"], "CommandLine": ["sh -c id"], "ParentImage": ["/usr/bin/java"],
                "User": ["www-data"],
                "process.executable": ["/bin/sh"],
            ], mention: ["web-1", "www-data", "e1"]),
        Case(
            name: "flattened",
            json:
                #"{"ecs.version":"8","event.category":"file","event.type":"deletion","host.os.type":"linux","file.path":"/a"}"#,
            source: RecordSource(products: ["linux"], categories: ["file_delete"]), fields: ["TargetFilename": ["/a"]]),
        Case(
            name: "web server",
            json:
                #"{"event":{"dataset":"nginx.access"},"url":{"original":"/a?b","path":"/a","query":"b"},"source":{"ip":"192.0.2.1"}}"#,
            source: RecordSource(categories: ["webserver"], services: ["nginx"]),
            fields: ["cs-uri-stem": ["/a"], "cs-uri-query": ["b"], "c-ip": ["192.0.2.1"], "url.path": ["/a"]],
            mention: ["192.0.2.1", "", ""]),
        Case(
            name: "names",
            json: #"{"event":{"category":["network"],"dataset":"zeek.dns"},"dns":{"question":{"name":"a.example"}}}"#,
            source: RecordSource(categories: ["dns"]), fields: ["query": ["a.example"]]),
        Case(
            name: "logon",
            json:
                #"{"event":{"category":["authentication"]},"host":{"os":{"type":"linux"}},"source":{"ip":"192.0.2.1"}}"#,
            source: RecordSource(products: ["linux"], services: ["auth", "sshd"]), fields: ["IpAddress": ["192.0.2.1"]],
            mention: ["192.0.2.1", "", ""]),
        Case(
            name: "registry",
            json:
                #"{"event":{"category":"registry","type":"change"},"host":{"os":{"type":"windows"}},"registry":{"path":"HKLM\\a","#
                + #""data":{"strings":["x"]}}}"#,
            source: RecordSource(products: ["windows"], categories: ["registry_event", "registry_set"]),
            fields: ["TargetObject": [#"HKLM\a"#], "Details": ["x"]]),
    ])
    func elasticSchema(example: Case) throws { try Self.check(example) }

    @Test(arguments: [
        Case(
            name: "names",
            json: #"{"_path":"dns","ts":1772411400.436,"uid":"C1","id.orig_h":"192.0.2.7","query":"a.example","#
                + #""qtype_name":"TXT","answers":["b","c"]}"#,
            source: RecordSource(products: ["zeek"], categories: ["dns"], services: ["dns"]),
            fields: [
                "query": ["a.example"], "record_type": ["TXT"], "answer": ["b", "c"], "src_ip": ["192.0.2.7"],
                "id.orig_h": ["192.0.2.7"],
            ], mention: ["192.0.2.7", "", "C1"]),
        Case(
            name: "shares", json: #"{"_path":"smb_files","name":"a\\b.exe","path":"\\\\srv\\c$"}"#,
            source: RecordSource(products: ["zeek"], services: ["smb_files"]),
            fields: ["name": [#"a\b.exe"#], "path": [#"\\srv\c$"#]]),
        Case(
            name: "another log", json: #"{"_path":"made_up","x":1}"#, source: RecordSource(products: ["zeek"]),
            fields: ["x": ["number:1"]]),
        Case(
            name: "cloud",
            json:
                #"{"eventName":"ConsoleLogin","eventSource":"signin","userIdentity":{"userName":"lan","type":"x"},"eventID":"7"}"#,
            source: RecordSource(products: ["aws"], services: ["cloudtrail"]),
            fields: ["eventName": ["ConsoleLogin"], "userIdentity.type": ["x"]], mention: ["", "lan", "7"]),
    ])
    func namedByTheirOwnKeys(example: Case) throws { try Self.check(example) }

    @Test func tablesOfZeekAreLikeItsJSON() {
        let text = """
            #separator \\x09
            #set_separator\t,
            #empty_field\t(empty)
            #unset_field\t-
            #path\thttp
            #open\t2026-03-02-00-30-00
            #fields\tts\tuid\tid.orig_h\tmethod\thost\turi\tstatus_code\ttags
            #types\ttime\tstring\taddr\tstring\tstring\tstring\tcount\tset[enum]
            1772411400.436000\tC1\t192.0.2.7\tGET\ta.example\t/b?c\t200\tX,Y
            1772411401.000001\tC2\t192.0.2.8\t-\t-\t/\t-\t(empty)
            #close\t2026-03-02-00-31-00

            """
        let seeing = Seeing(text, ["cs-method", "c-uri", "sc-status", "tags", "src_ip", "status_code"])
        let source = RecordSource(products: ["zeek"], categories: ["proxy", "webserver"], services: ["http"])
        #expect(seeing.problems == [])
        #expect(
            seeing.records == [
                Seen(
                    values: [
                        "cs-method": ["GET"], "c-uri": ["/b?c"], "sc-status": ["number:200"], "tags": ["X", "Y"],
                        "src_ip": ["192.0.2.7"], "status_code": ["number:200"],
                    ], source: source, time: 1_772_411_400_436, host: "192.0.2.7", user: "", identifier: "C1", line: 9,
                    ordinal: 0),
                Seen(
                    values: [
                        "cs-method": ["null:-"], "c-uri": ["/"], "sc-status": ["null:-"], "tags": [""],
                        "src_ip": ["192.0.2.8"], "status_code": ["null:-"],
                    ], source: source, time: 1_772_411_401_000, host: "192.0.2.8", user: "", identifier: "C2", line: 10,
                    ordinal: 1),
            ])
    }

    @Test func aGivenFormatIsNotGuessed() {
        let text = #"{"Channel":"Security","EventID":4624,"class_uid":1007,"query":"q"}"#
        #expect(Seeing(text, ["query"]).records[0].source.services == ["security"])
        #expect(Seeing(text, ["query"], format: .json).records[0].source == RecordSource())
        #expect(Seeing(text, ["query"], format: .ocsf).records[0].source == RecordSource())
        let line = Seeing("plain\n" + text, ["query"], format: .windows)
        #expect(line.problems.map(\.message) == ["a record of the format 'windows' is expected"])
        #expect(line.records.count == 1)
        #expect(Seeing(text, ["query"], keywords: true, format: .text).records[0].values == ["*": [text]])
    }
}
