import Kernel

/// Written forms that the formats share.
enum Scalars {
    /// A point in time with its offset.
    static let instant = Shape<String>.form(
        "a time with its offset from UTC", example: "2026-03-02T07:30+07:00",
        pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$",
        isValid: { InstantText.instant($0) != nil }
    ).map { InstantText.instant($0) ?? (0, 0) }

    /// Working hours.
    static let hours = Shape<String>.form(
        "hours of the day", example: "07:30-17:00", pattern: "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$",
        isValid: { InstantText.hours($0) != nil }
    ).map { InstantText.hours($0) ?? (0, 0) }

    /// An address.
    static let address = Shape<String>.form(
        "an IPv4 address", example: "203.0.113.10", pattern: "^([0-9]{1,3}\\.){3}[0-9]{1,3}$",
        isValid: { AddressText.address($0) != nil }
    ).map { AddressText.address($0) ?? 0 }

    /// An address range. Bits behind the prefix are a mistake that is worth its own message.
    static let range = Shape<(address: UInt32, prefixLength: Int)>(
        .form(
            "an IPv4 range", example: "203.0.113.0/26", pattern: "^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$")
    ) { node, context in
        let expectation = "an IPv4 range such as 203.0.113.0/26"
        guard let text = node.scalar(expecting: expectation, &context) else { return nil }
        guard let range = AddressText.range(text) else {
            context.error("expected \(expectation), found \(node.summary)", at: node.position)
            return nil
        }
        let base = range.address & AddressText.mask(range.prefixLength)
        if base != range.address {
            let nearest = "\(AddressText.text(base))/\(range.prefixLength)"
            let message = "\(YAMLNode.quoted(text)) has bits behind its prefix"
            context.error(message, at: node.position, suggestion: nearest)
            return nil
        }
        return range
    }

    /// How long a run lasts: from a second to a month. Longer ones would be studies of another kind.
    static let runDuration = Shape<Int64>(.quantity(.duration)) { node, context in
        guard let duration = Quantity.duration.read(node, &context) else { return nil }
        if duration < 1_000 { context.error("a run must last at least 1 s", at: node.position) }
        if duration > 31 * 86_400_000 { context.error("a run may last 31 days at most", at: node.position) }
        return duration
    }

    /// `CVE-2017-12615`.
    static let cve = Shape<String>.form("a CVE id", example: "CVE-2017-12615", pattern: "^CVE-[0-9]{4}-[0-9]{4,}$") {
        let parts = $0.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "CVE" && parts[1].utf8.count == 4 && parts[2].utf8.count >= 4
            && (parts[1] + parts[2]).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `CWE-434`.
    static let cwe = Shape<String>.form("a CWE id", example: "CWE-434", pattern: "^CWE-[0-9]+$") {
        $0.hasPrefix("CWE-") && $0.utf8.count > 4 && $0.utf8.dropFirst(4).allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `T1003` or `T1003.001`.
    static let attackID = Shape<String>.form(
        "an ATT&CK id", example: "T1003.001", pattern: "^T[0-9]{4}(\\.[0-9]{3})?$", isValid: isAttackID)

    static func isAttackID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 || (bytes.count == 9 && bytes[5] == 0x2E), bytes[0] == 0x54 else { return false }
        return bytes.enumerated().allSatisfy { $0.offset == 0 || $0.offset == 5 || (0x30...0x39).contains($0.element) }
    }
}
