import Foundation
import Scenario

/// Reads texts that people sent: trims, measures, and says what would be right.
enum Texts {
    /// A name that others read: without space around it, not empty, without control characters, at most 120 bytes.
    static func name(_ text: String, field: String) throws(GroundError) -> String {
        let name = text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty, name.utf8.count <= GroundLimits.name, !hasControls(name) else {
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Tên phải có từ 1 đến \(GroundLimits.name) byte và không chứa ký tự điều khiển.",
                    english: "A name has 1 to \(GroundLimits.name) bytes and no control characters."),
                field: field)
        }
        return name
    }

    /// A text of limited size, which may be empty. Without zero bytes, at which the database's library would cut it.
    static func limited(_ text: String, to bytes: Int, field: String) throws(GroundError) -> String {
        guard text.utf8.count <= bytes else {
            throw GroundError(
                .limit,
                LocalizedText(
                    vietnamese: "Nội dung dài quá: tối đa \(bytes) byte, ở đây có \(text.utf8.count).",
                    english: "This is too long: at most \(bytes) bytes are taken, here are \(text.utf8.count)."),
                field: field)
        }
        guard !text.utf8.contains(0) else {
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Nội dung chứa ký tự NUL.", english: "The text contains the character NUL."),
                field: field)
        }
        return text
    }

    /// A text that a server notes of a stranger, such as an address or the name of a browser: cut rather than refused.
    static func noted(_ text: String, to bytes: Int = GroundLimits.auditWord) -> String {
        guard text.utf8.count > bytes || hasControls(text) else { return text }
        var kept = String.UnicodeScalarView()
        var size = 0
        for scalar in text.unicodeScalars where scalar.properties.generalCategory != .control {
            size += UTF8.width(scalar)
            if size > bytes { break }
            kept.append(scalar)
        }
        return String(kept)
    }

    /// How names are compared where two must not be the same: without regard to case.
    static func folded(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }

    /// How names are searched: without regard to case, tone marks and the bar of đ.
    static func searchable(_ text: String) -> String {
        let bare = text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(bare)).replacing("đ", with: "d")
    }

    private static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

extension UTF8 {
    /// Bytes of a scalar.
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x80: 1
        case 0x80..<0x800: 2
        case 0x800..<0x10000: 3
        default: 4
        }
    }
}
