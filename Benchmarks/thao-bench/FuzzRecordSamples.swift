import Kernel
import NetworkWorld
import Telemetry

/// Records to be mutated: our own in every format, and a few lines as other programs write them.
enum FuzzRecordSamples {
    /// So many lines of each output are kept of every ten minutes.
    private static let kept = 6
    private static let end = Milliseconds.minutes(180)

    /// Small files of one to three records each.
    static func texts() throws -> [[UInt8]] { try own() + foreign.map { Array($0.utf8) } }

    /// What an attacked network of the library writes, with little of ordinary life so that attacks are among the lines.
    private static func own() throws -> [[UInt8]] {
        let loaded = try Loaded("egov")
        let program = try loaded.program(loaded.adversaries.first)
        let seeds = Seeds(1)
        var options = TelemetryOptions()
        options.chatterThousandths = 20
        options.formats = TelemetryFormat.allCases
        var stream = TelemetryStream(program: program, seeds: seeds, options: options)
        var run = Run<NetworkWorld>(program, seeds: seeds)
        var log = EventLog<Event>(open: true)
        var buffer = RecordBuffer()
        var texts: [[UInt8]] = []
        var time: Milliseconds = 0
        while time < end {
            time += .minutes(10)
            run.advance(to: time, log: &log)
            stream.advance(to: time, events: log.drain(), output: &buffer)
            for output in buffer.outputs {
                let lines = output.bytes.split(separator: 0x0A).map(Array.init)
                let step = max(1, lines.count / kept)
                for first in stride(from: 0, to: lines.count, by: step) {
                    let some = lines[first..<min(first + 1 + first % 3, lines.count)]
                    texts.append(output.header + some.flatMap { $0 + [0x0A] })
                }
            }
            buffer.empty()
        }
        return texts
    }

    private static let foreign = [
        // A list of flat events, as NXLog and a collector behind it write them.
        #"""
        [{"EventTime":"2026-03-02 07:28:08","Hostname":"pc-1.corp.example","EventID":4688,"Channel":"Security",
          "SourceName":"Microsoft-Windows-Security-Auditing","NewProcessName":"C:\\Windows\\System32\\cmd.exe",
          "CommandLine":"cmd.exe \/c whoami","SubjectUserName":"lan","SubjectDomainName":"CORP","RecordNumber":5},
         {"@timestamp":"2026-03-02T07:28:09.5Z","Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,
          "Image":"C:\\x\\powershell.exe","Hashes":"SHA1=00,MD5=11,SHA256=22,IMPHASH=33","User":"CORP\\lan"}]
        """#,
        // As evtx_dump and like programs write, on one line and on several.
        #"""
        {"Event":{"#attributes":{"xmlns":"x"},"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},
          "EventID":{"#attributes":{"Qualifiers":""},"#text":22},"Channel":"Microsoft-Windows-Sysmon/Operational",
          "TimeCreated":{"#attributes":{"SystemTime":"2026-03-02T07:28:08.823Z"}},"Computer":"pc-1","EventRecordID":7},
          "EventData":{"QueryName":"www.corp.example","User":"adm_lan","Image":"C:\\x\\backup.exe"}}}
        {"Event":{"System":{"EventID":4104,"Channel":"Microsoft-Windows-PowerShell/Operational"},"EventData":{"Data":[
          {"@Name":"ScriptBlockText","#text":"Get-Date; \u0047et-Item \ud83d\ude00"},{"@Name":"Path","#text":null}]}}}
        """#,
        // Zeek, with all kinds of columns.
        "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\thttp\n#open\t2026-03-02\n"
            + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\thost\turi\ttags\tmethod\n"
            + "#types\ttime\tstring\taddr\tport\taddr\tport\tstring\tstring\tset[enum]\tstring\n"
            + "1772436488.823\tC1\t10.0.0.5\t50000\t192.0.2.8\t80\ta.example\t/b/c.iso?d\ta,b,(empty)\tGET\n"
            + "1772436489.1\tC2\t10.0.0.5\t50001\t192.0.2.8\t80\t-\t/\t(empty)\t-\n#close\t2026-03-03\n",
        #"{"_path":"dns","ts":1772436488.8,"id.orig_h":"10.0.0.5","query":"a.example","answers":["192.0.2.8","x"]}"#,
        // Both forms of syslog, with the audit daemon inside and alone.
        "<86>Mar  2 07:28:08 web-1 sshd[991]: Failed password for invalid user a from 203.0.113.9 port 50122 ssh2\n"
            + "<38>1 2026-03-02T07:28:08.823+07:00 web-1 sudo 77 - [a@32473 b=\"c\\\"d\"][e f=\"\"] \u{FEFF}lan : two words\n",
        "node=web-1 type=EXECVE msg=audit(1772436488.823:45): argc=3 a0=\"curl\" a1=2D6F a2=\"/tmp/x\"\n"
            + "type=SYSCALL msg=audit(1772436488.823:45): arch=c000003e syscall=59 exe=\"/usr/bin/curl\" key=(null)\n"
            + "<13>Mar  2 07:28:08 web-1 audispd: type=USER_CMD msg=audit(1.2:3): pid=1 msg='cwd=\"/\" cmd=6C73 res=success'\n",
        "Mar  2 07:28:08 r1 12: %PARSER-5-CFGLOG_LOGGEDCMD: User:lan logged command:show running-config\n"
            + "<134>Mar  2 07:28:08 fw firewall: src=10.0.0.5 dst=192.0.2.8 spt=50000 dpt=443 proto=tcp act=allow\n"
            + "<134>1 2026-03-02T07:28:08Z px squid 1 - - 1772436488.1 5 10.0.0.1 TCP_MISS/200 9 GET http://a.example/b.cab "
            + "lan HIER_DIRECT/192.0.2.1 - \"agent 1.0\"\n",
        // The Elastic schema flattened, a cloud's events, and any JSON.
        #"{"ecs.version":"8.11","event.category":"web","url.original":"https://a.example/b.zip?c","user.name":"lan"}"#
            + "\n"
            + #"{"eventName":"GetObject","eventSource":"s3.example","userIdentity":{"arn":"a"},"x":[1,[2,{"y":3}]]}"#,
        "\u{FEFF}{\r\n  \"a\": true,\r\n  \"b\": {\"c\": [null, false, -1.5e-3]}\r\n}\r\n",
    ]

    /// Pieces that mean something in records.
    static let pieces: [String] =
        [
            "{", "}", "[", "]", "[{", "}]", "\"", "\\", "\\\"", "\\u", "\\u0000", "\\ud83d", "\\ude00", ",", ":",
            "null",
            "true", "-", "1e999", "99999999999999999999", "{}", "[]", "{\"\":", "\"EventID\":4688,",
            "\"Channel\":\"Security\",",
            "\"class_uid\":1007,", "\"class_uid\":4002,", "\"ecs.version\":\"8\",", "\"_path\":\"http\",",
            "\"winlog\":{",
            "\"Event\":{\"EventData\":", "#separator \\x09\n", "#separator \n", "#fields\t", "#fields",
            "#types\tset[string]",
            "#set_separator\t\n", "#path", "#close\n", "(empty)", "\t", "\n", "\r\n", "\n\n  {", "\u{0}", "\u{FEFF}",
            "é",
            "\u{2028}", "<14>1 ", "<999>", "<14>", "- - - - - ", "[a b=\"", "Mar  2 07:28:08 ", "squid: ", "firewall: ",
            "type=EXECVE msg=audit(", "node=", " a0=\"", " a1=2D", "msg='", "%SEC-6-", "%A-9-", "://", "?", "SHA1=,",
            "2026-13-41T25:61:61Z", "9223372036854775807", "é\u{301}",
        ] + [
            String(repeating: "[", count: 100), String(repeating: "{\"a\":", count: 100),
            String(repeating: "\\", count: 33), String(repeating: "\t", count: 300),
            String(repeating: "a=b ", count: 300),
        ]
}
