import Testing

@testable import Detection

/// Lines of text.
struct RecordsLineTests {
    private static let names = [
        "Image", "CommandLine", "ProcessId", "User", "program", "Message", "pid", "a0", "type", "exe", "SYSCALL", "key",
        "b", "acct", "res",
    ]

    private static func see(_ line: String) throws -> Seen {
        let seeing = Seeing(line + "\n", names, keywords: true)
        #expect(seeing.problems == [])
        return try #require(seeing.records.first)
    }

    @Test func newSyslog() throws {
        let seen = try Self.see(
            #"<38>1 2026-03-02T07:28:08.823+07:00 web-1 sshd 77 ID7 [x@1 b="q\"r" key="k"][y@1 b="s"] Failed password for root"#
        )
        #expect(seen.source == RecordSource(products: ["linux"], services: ["sshd", "auth", "syslog"]))
        #expect(seen.values["program"] == ["sshd"])
        #expect(seen.values["pid"] == ["77"])
        #expect(seen.values["Message"] == ["Failed password for root"])
        #expect(seen.values["b"] == [#"q\"r"#, "s"])
        #expect(seen.values["*"]?.count == 1)
        #expect(seen.time == 1_772_411_288_823)
        #expect([seen.host, seen.identifier] == ["web-1", "ID7"])
        let bare = try Self.see("<13>1 - - - - - -")
        #expect(bare.source == RecordSource(products: ["linux"], services: ["syslog"]))
        #expect(bare.time == nil && bare.host.isEmpty)
        let marked = try Self.see("<13>1 - h cron - - - \u{FEFF}text")
        #expect(marked.values["Message"] == ["text"])
        #expect(marked.source.services == ["cron", "syslog"])
    }

    @Test(arguments: [
        (
            "Mar  2 07:28:08 web-1 sudo[7]:    root : TTY=pts/0", ["sudo", "auth", "syslog"], "sudo",
            "   root : TTY=pts/0"
        ),
        ("<86>Mar 12 07:28:08 web-1 sshd: Accepted", ["sshd", "auth", "syslog"], "sshd", "Accepted"),
        ("2026-03-02T00:28:08.5+00:00 web-1 CRON[1]: (root) CMD (x)", ["cron", "syslog"], "CRON", "(root) CMD (x)"),
        ("Mar  2 07:28:08 web-1 made-up: text", ["syslog"], "made-up", "text"),
    ])
    func oldSyslog(line: String, services: [String], program: String, message: String) throws {
        let seen = try Self.see(line)
        #expect(seen.source == RecordSource(products: ["linux"], services: services))
        #expect(seen.values["program"] == [program])
        #expect(seen.values["Message"] == [message])
        #expect(seen.values["*"] == [line])
        #expect(seen.host == "web-1")
        #expect((seen.time == 1_772_411_288_500) == line.hasPrefix("2026"))
    }

    @Test func auditLines() throws {
        let seen = try Self.see(
            #"type=SYSCALL msg=audit(1772411400.123:45): arch=c000003e syscall=59 a0="ls -l" exe="/bin/ls" key=(null)"#)
        #expect(seen.source == RecordSource(products: ["linux"], services: ["auditd"]))
        #expect(seen.values["type"] == ["SYSCALL"])
        #expect(seen.values["a0"] == ["ls -l"])
        #expect(seen.values["exe"] == ["/bin/ls"])
        #expect(seen.values["SYSCALL"] == ["59"])
        #expect(seen.values["key"] == ["(null)"])
        #expect(seen.time == 1_772_411_400_123)
        let started = try Self.see(
            #"<14>1 2026-03-02T00:30:01Z db-1 audispd - - - type=EXECVE msg=audit(1772411401.5:9): argc=3 a0="sh" "#
                + #"a1=2D632069 a2=x exe="/bin/sh" pid=7"#)
        #expect(
            started.source
                == RecordSource(products: ["linux"], categories: ["process_creation"], services: ["auditd"]))
        #expect(started.values["CommandLine"] == ["sh -c i x"])
        #expect(started.values["Image"] == ["/bin/sh"])
        #expect(started.values["ProcessId"] == ["7"])
        #expect(started.host == "db-1" && started.time == 1_772_411_401_500)
        let nested = try Self.see(
            #"node=db-1 type=USER_CMD msg=audit(1.2:3): pid=1 msg='acct="lan" exe=/bin/su res=success'"#)
        #expect(nested.values["acct"] == ["lan"])
        #expect(nested.values["res"] == ["success"])
        #expect([nested.host, nested.user] == ["db-1", "lan"])
    }

    @Test func proxiesAndFirewalls() throws {
        let names = [
            "c-uri", "cs-host", "cs-uri-stem", "cs-uri-query", "cs-method", "sc-status", "c-ip", "dst_ip",
            "c-useragent",
            "cs-username", "dst_port", "action",
        ]
        let texts = [
            #"<134>1 2026-03-02T00:30:02Z p squid 1 - - 1772411402.7  469 10.20.42.23 TCP_MISS/200 5107 GET "#
                + #"https://a.example:8443/b/c?d=e lan HIER_DIRECT/192.0.2.1 image/png "Mozilla/5.0 (x)""#,
            "<134>1 - p squid 1 - - 1772411402.7 469 10.20.42.23 TCP_TUNNEL/200 1 CONNECT a.example:443 - HIER_NONE/- -",
            "<134>1 - f firewall - - - action=deny src=10.20.42.4 spt=65496 dst=10.20.10.8 dpt=443",
            "<134>1 - p squid 1 - - started",
        ]
        let records = Seeing(texts.joined(separator: "\n"), names).records
        #expect(
            records.map(\.values) == [
                [
                    "c-uri": ["https://a.example:8443/b/c?d=e"], "cs-host": ["a.example"], "cs-uri-stem": ["/b/c"],
                    "cs-uri-query": ["d=e"], "cs-method": ["GET"], "sc-status": ["200"], "c-ip": ["10.20.42.23"],
                    "dst_ip": ["192.0.2.1"], "c-useragent": ["Mozilla/5.0 (x)"], "cs-username": ["lan"],
                ],
                [
                    "c-uri": ["a.example:443"], "cs-host": ["a.example"], "cs-method": ["CONNECT"],
                    "sc-status": ["200"],
                    "c-ip": ["10.20.42.23"],
                ],
                ["action": ["deny"], "c-ip": ["10.20.42.4"], "dst_ip": ["10.20.10.8"], "dst_port": ["443"]], [:],
            ])
        #expect(records.map(\.source.categories) == [["proxy"], ["proxy"], ["firewall"], ["proxy"]])
    }

    @Test func devicesAndTexts() throws {
        let seen = try Self.see(
            "192.0.2.1 12: Mar 2 07:28:08: %PARSER-5-CFGLOG_LOGGEDCMD: User:lan  logged command:no aaa")
        #expect(seen.source == RecordSource(products: ["cisco"], services: ["aaa", "syslog"]))
        #expect(seen.values["Message"] == ["User:lan  logged command:no aaa"])
        let other = try Self.see("12: %BGP-3-NOTIFICATION: x")
        #expect(other.source == RecordSource(products: ["cisco"], services: ["bgp", "syslog"]))
        let plain = try Self.see("anything at 100% - or so")
        #expect(plain.source == RecordSource())
        #expect(plain.values == ["Message": ["anything at 100% - or so"], "*": ["anything at 100% - or so"]])
    }

    @Test(
        arguments: [
            ("2026-03-02T07:28:08.823Z", 1_772_436_488_823), ("2026-03-02 07:28:08", 1_772_436_488_000),
            ("2026-03-02T07:28:08.8239999+07:00", 1_772_411_288_823), ("2026-03-02T07:28-0130", 1_772_441_880_000),
            ("1969-12-31T23:59:59.999Z", -1), ("1772411400", 1_772_411_400_000), ("1772411400.05", 1_772_411_400_050),
            ("1772411400436", 1_772_411_400_436), ("2000-02-29T00:00:00Z", 951_782_400_000),
            ("2026-13-02T07:28:08Z", nil), ("2026-03-02T07:28:08Zx", nil), ("2026-03-02", nil), ("", nil), ("x", nil),
            ("2026-03-02T24:00:00Z", nil), ("17724114004361234567", nil),
        ] as [(String, Int64?)])
    func pointsInTime(text: String, expected: Int64?) {
        let bytes = Array(text.utf8) + [0x39]
        let time = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { InstantReading.milliseconds($0, text.utf8.count) }
        }
        #expect(time == expected)
    }
}
