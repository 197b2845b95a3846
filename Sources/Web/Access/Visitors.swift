import Crypto

/// Ties forms to a browser before anybody has signed in.
///
/// The browser holds a random cookie, the form a keyed hash of it; another site can neither read the one nor make the
/// other. The key lives as long as the server.
struct Visitors: Sendable {
    private let key = SymmetricKey(size: .bits256)

    /// A new secret for a cookie.
    func secret() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { Hexadecimal.text($0) }
    }

    /// What forms of the browser with that secret repeat.
    func token(of secret: String) -> String {
        Hexadecimal.text(HMAC<SHA256>.authenticationCode(for: Array(secret.utf8), using: key))
    }
}

/// Bytes as people copy them.
enum Hexadecimal {
    /// Two digits a byte.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in bytes {
            if byte < 16 { text += "0" }
            text += String(byte, radix: 16)
        }
        return text
    }
}
