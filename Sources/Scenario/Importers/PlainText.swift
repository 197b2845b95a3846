/// Texts from foreign files, made fit for our own.
enum PlainText {
    /// Characters of such a text, at most.
    private static let longest = 80
    /// Bytes of a key, at most; the format's limit leaves room for a number behind it.
    private static let longestKey = 28

    /// The text on one line, without control characters and those that reorder text, and not longer than people read.
    static func cleaned(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(longest) {
            switch scalar.value {
            case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFD..., 0x200E...0x200F:
                result.unicodeScalars.append(" ")
            default: result.unicodeScalars.append(scalar)
            }
        }
        let words = result.split(separator: " ")
        return words.joined(separator: " ")
    }

    /// A key made of a text: small letters, digits and hyphens, beginning with a letter; empty where nothing is left.
    static func key(_ text: String) -> String {
        var key: [UInt8] = []
        for scalar in text.lowercased().unicodeScalars {
            if key.count == longestKey { break }
            if let letter = letter(scalar) {
                key.append(letter)
            } else if (0x300...0x36F).contains(scalar.value) {
                // A combining accent: its letter went before.
                continue
            } else if let last = key.last, last != 0x2D {
                key.append(0x2D)
            }
        }
        while key.last == 0x2D { key.removeLast() }
        if let first = key.first, (0x30...0x39).contains(first) { key = Array("n".utf8) + key }
        let result = String(decoding: key, as: UTF8.self)
        // YAML reads these as something else than text.
        return ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(result) ? result + "-1" : result
    }

    private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: UInt8(scalar.value)
        default: plain[scalar]
        }
    }

    /// The letters of Vietnamese and what is left of them without marks.
    private static let plain: [Unicode.Scalar: UInt8] = {
        let rows: [(Unicode.Scalar, String)] = [
            ("a", "àáảãạăằắẳẵặâầấẩẫậä"), ("e", "èéẻẽẹêềếểễệë"), ("i", "ìíỉĩịï"), ("o", "òóỏõọôồốổỗộơờớởỡợö"),
            ("u", "ùúủũụưừứửữựü"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
        ]
        var table: [Unicode.Scalar: UInt8] = [:]
        for (letter, marked) in rows {
            for scalar in marked.unicodeScalars { table[scalar] = UInt8(ascii: letter) }
        }
        return table
    }()
}

/// Keys that are taken: one for everything, since places may be named by networks, hosts and accounts alike.
struct KeyRegistry {
    private var taken: Set<String> = ["internet", "any"]

    /// `wish` if it is free and not empty, else a variation of it or of `fallback`.
    mutating func key(_ wish: String, else fallback: String) -> String {
        let base = wish.isEmpty ? fallback : wish
        var key = base
        var number = 2
        while !taken.insert(key).inserted {
            key = "\(base)-\(number)"
            number += 1
        }
        return key
    }
}
