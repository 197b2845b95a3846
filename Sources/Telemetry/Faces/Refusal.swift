/// Why a logon or ticket is refused, in words.
enum Refusal {
    private static let texts: [String: String] = [
        "0xc0000064": "User name does not exist", "0xc000006a": "Wrong password", "0xc000006d": "Logon failure",
        "0xc000006e": "Account restriction", "0xc000006f": "Outside of hours",
        "0xc0000070": "Not from this workstation",
        "0xc0000071": "Password expired", "0xc0000072": "Account disabled", "0xc0000133": "Clocks differ",
        "0xc0000193": "Account expired", "0xc0000224": "Password must change", "0xc0000234": "Account locked",
        "0x6": "Client not found", "0x7": "Server not found", "0x12": "Credentials revoked", "0x17": "Password expired",
        "0x18": "Pre-authentication failed", "0x1f": "Integrity check failed", "0x25": "Clock skew too great",
    ]

    /// Why the shape's logon or ticket was refused.
    static func text(_ shape: RecordShape) -> String {
        texts[shape[.subStatus].lowercased()] ?? texts[shape[.status].lowercased()] ?? "Refused"
    }
}
