import Testing

@testable import Detection

/// Fields that records hold only as a part of another one.
struct ValuePartTests {
    private static func part(_ part: ValuePart, of text: String) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            part.place(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        }
    }

    @Test(arguments: [
        ("https://lan@www.example:8080/a/b.tar.zip?c=d.e/f#g", "www.example", "c=d.e/f", "zip"),
        ("/a/b.php?x", nil, "x", "php"), ("/a.b/c", nil, nil, nil), ("/a/.profile", nil, nil, "profile"),
        ("http://[2001:db8::1]:80/x.exe", "2001:db8::1", nil, "exe"), ("http://www.example", "www.example", nil, nil),
        ("http://www.example?q", "www.example", "q", nil), ("www.example:443", nil, nil, nil),
        ("http://www.example/a.?", "www.example", nil, nil), ("", nil, nil, nil), ("://", nil, nil, nil),
        ("http://@:1/", nil, nil, nil), ("#?", nil, nil, nil), ("/", nil, nil, nil), ("/é.ü?ö", nil, "ö", "ü"),
        ("http://[", "[", nil, nil),
    ])
    func addressesAreDivided(address: String, host: String?, query: String?, fileExtension: String?) {
        #expect(Self.part(.host, of: address) == host)
        #expect(Self.part(.query, of: address) == query)
        #expect(Self.part(.fileExtension, of: address) == fileExtension)
    }

    @Test(arguments: [
        ("SHA1=A1,MD5=B2,SHA256=C3,IMPHASH=D4", ["A1", "B2", "C3", "D4"]), ("md5=b, imphash=d", [nil, "b", nil, "d"]),
        ("SHA1=,MD5", [nil, nil, nil, nil]), (String(repeating: "aB", count: 16), [nil, "aB", nil, nil]),
        (String(repeating: "0", count: 40), ["0", nil, nil, nil]), (String(repeating: "x", count: 64), [nil]),
        (String(repeating: "f", count: 64), [nil, nil, "f", nil]), ("", [nil]), (",,=,", [nil]),
    ])
    func hashesAreDivided(text: String, expected: [String?]) {
        let parts = [ValuePart.sha1, .md5, .sha256, .importHash].map { Self.part($0, of: text) }
        for (index, part) in parts.enumerated() {
            let wanted = index < expected.count ? expected[index] : nil
            #expect(part.map { $0.hasPrefix(wanted ?? "none") } ?? (wanted == nil), "\(index)")
        }
    }

    private static let names = [
        "Imphash", "md5", "sha1", "sha256", "c-uri-extension", "c-uri-query", "cs-host", "cs-uri-query", "r-dns",
    ]

    @Test(arguments: [
        (
            #"{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"Hashes":"SHA1=A,MD5=B,IMPHASH=\u0043"}"#,
            ["sha1": ["A"], "md5": ["B"], "Imphash": ["C"]]
        ),
        (
            #"{"winlog":{"channel":"Microsoft-Windows-Sysmon/Operational","event_id":"15","event_data":{"Hash":"MD5=B"}}}"#,
            ["md5": ["B"]]
        ),
        (
            #"{"Event":{"System":{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":7},"#
                + #""EventData":{"Hashes":"SHA256=C"}}}"#, ["sha256": ["C"]]
        ),
        // What a record says itself counts.
        (#"{"Channel":"x","EventID":1,"Hashes":"MD5=B","md5":"own"}"#, ["md5": ["own"]]),
        (
            #"{"class_uid":4002,"http_request":{"url":{"url_string":"http://a.example/b.js?c","hostname":"h"}}}"#,
            [
                "c-uri-extension": ["js"], "c-uri-query": ["c"], "cs-uri-query": ["c"], "cs-host": ["h"],
                "r-dns": ["h"],
            ]
        ),
        (
            #"{"ecs":{"version":"8"},"event":{"category":["web"]},"url":{"original":"http://a.example/b.js"}}"#,
            ["c-uri-extension": ["js"], "cs-host": ["a.example"], "r-dns": ["a.example"]]
        ),
        (
            "<14>1 2026-03-02T07:28:08Z px squid 1 - - 1772436488.1 5 10.0.0.1 TCP_MISS/200 9 GET http://a.example/b.cab"
                + " lan HIER_DIRECT/192.0.2.1 -",
            ["c-uri-extension": ["cab"], "cs-host": ["a.example"], "r-dns": ["a.example"]]
        ),
        (
            "#separator \\x09\n#path\thttp\n#fields\tts\thost\turi\n1\ta.example\t/b/c.iso?d\n",
            [
                "c-uri-extension": ["iso"], "cs-host": ["a.example"], "r-dns": ["a.example"],
                "c-uri-query": ["/b/c.iso?d"], "cs-uri-query": ["/b/c.iso?d"],
            ]
        ),
    ])
    func recordsBringParts(record: String, expected: [String: [String]]) {
        let seeing = Seeing(record, Self.names)
        #expect(seeing.problems.isEmpty)
        #expect(seeing.records.map(\.values) == [expected])
    }

    /// Only where a rule asks for it is a part looked for, and where keywords want everything, the whole stays theirs.
    @Test func keywordsSeeTheWhole() {
        let seeing = Seeing(
            #"{"Channel":"x","EventID":1,"Hashes":"MD5=B"}"#, ["md5"], keywords: true)
        #expect(seeing.records.first?.values["md5"] == ["B"])
        #expect(seeing.records.first?.values["*"]?.contains("MD5=B") == true)
    }
}
