import Crypto
import Foundation

/// Secrets that links, cookies and programs carry: 256 random bits. The database holds only their hashes, so that a copy of
/// it opens nothing.
struct Secret: Sendable {
    /// The secret as text: 43 characters that need no escaping in links and headers, after the prefix.
    let text: String

    /// A new secret.
    init(prefix: String = "") {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        text = prefix + Self.urlSafe(bytes)
    }

    /// What the database holds.
    var hash: Data { Self.hash(text) }

    /// The hash under which a shown secret is found. Texts of any other length cannot be secrets: nil.
    static func hash(shown text: String, prefix: String = "") -> Data? {
        guard text.utf8.count == prefix.utf8.count + 43, text.hasPrefix(prefix) else { return nil }
        return hash(text)
    }

    /// A second secret that follows from a first, for another purpose.
    static func derived(from text: String, purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(purpose.utf8), using: SymmetricKey(data: Data(text.utf8)))
        return urlSafe(Data(code))
    }

    /// Short random text that is no secret: ten letters and digits without those that look alike.
    static func publicID() -> String {
        let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
        var generator = SystemRandomNumberGenerator()
        return String((0..<10).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
    }

    private static func hash(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }

    private static func urlSafe(_ bytes: Data) -> String {
        bytes.base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
