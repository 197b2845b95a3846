import Testing

@testable import Detection

struct NetworkAddressTests {
    private static func address(_ text: String) -> NetworkAddress? {
        Array(text.utf8).withUnsafeBufferPointer { NetworkAddress($0) }
    }

    @Test(
        arguments: [
            ("192.0.2.1", 0, 0xC000_0201, false), ("0.0.0.0", 0, 0, false), ("::", 0, 0, true), ("::1", 0, 1, true),
            ("2001:db8::1", 0x2001_0DB8_0000_0000, 1, true), ("2001:DB8:0:0:0:0:0:1", 0x2001_0DB8_0000_0000, 1, true),
            ("1:2:3:4:5:6:7:8", 0x0001_0002_0003_0004, 0x0005_0006_0007_0008, true),
            ("1::", 0x0001_0000_0000_0000, 0, true),
            ("1:2:3:4:5:6:7::", 0x0001_0002_0003_0004, 0x0005_0006_0007_0000, true),
            ("::ffff:192.0.2.1", 0, 0xFFFF_C000_0201, true), ("fe80::1%3", 0xFE80_0000_0000_0000, 1, true),
            ("1:2:3:4::8", 0x0001_0002_0003_0004, 8, true),
            ("1:2:3:4:5::8", 0x0001_0002_0003_0004, 0x0005_0000_0000_0008, true),
        ] as [(String, UInt64, UInt64, Bool)])
    func addressesAreRead(_ text: String, _ high: UInt64, _ low: UInt64, _ isVersion6: Bool) {
        let address = Self.address(text)
        #expect(address?.high == high && address?.low == low && address?.isVersion6 == isVersion6)
    }

    @Test(arguments: [
        "", "1", "192.0.2", "192.0.2.1.5", "192.0.2.256", "192.0.02.1", "192.0.2.", ".0.2.1", "192.0.2.1 ", "a.b.c.d",
        ":", ":::",
        "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "1:2:3:4:5:6:7:", ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8::",
        "g::", "::192.0.2", "192.0.2.1%1", "::1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:1.2.3.4",
    ])
    func othersAreNone(_ text: String) { #expect(Self.address(text) == nil) }

    @Test(arguments: [
        ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false), ("0.0.0.0/0", "203.0.113.9", true),
        ("0.0.0.0/0", "::1", false), ("::/0", "192.0.2.1", false), ("::1/128", "0:0:0:0:0:0:0:1", true),
        ("2001:db8::/33", "2001:db8:8000::", false), ("2001:db8::/33", "2001:db8:7fff::", true),
        ("2001:db8:0:1::/64", "2001:db8:0:1:ffff::", true), ("2001:db8::/65", "2001:db8::8000:0:0:0", false),
    ])
    func networksContain(_ network: String, _ text: String, _ expected: Bool) throws {
        let network = try SigmaNetwork(parsing: network)
        let address = try #require(Self.address(text))
        #expect(network.contains(address) == expected)
    }

    @Test(arguments: [
        ("192.0.2.1/24", SigmaNetwork.ParsingError.hostBits), ("192.0.2.0/33", .noPrefixLength(most: 32)),
        ("192.0.2.0/", .noPrefixLength(most: 32)), ("::/129", .noPrefixLength(most: 128)), ("example", .noAddress),
        ("192.0.2.0/+1", .noPrefixLength(most: 32)), ("/8", .noAddress), ("2001:db8::1/32", .hostBits),
    ])
    func wrongNetworksAreNone(_ text: String, _ expected: SigmaNetwork.ParsingError) {
        #expect(throws: expected) { try SigmaNetwork(parsing: text) }
    }
}
