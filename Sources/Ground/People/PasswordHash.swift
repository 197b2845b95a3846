import Crypto
import CryptoExtras
import Foundation

/// A password's hash as text: `$scrypt$ln=15,r=8,p=1$salt$hash`, the last two in Base64 without padding.
struct PasswordHash: Sendable, Equatable {
    private var cost: PasswordCost
    private var salt: Data
    private var key: Data

    private static let saltSize = 16
    private static let keySize = 32

    /// Hashes a password with new salt. Takes the time and memory that the cost says.
    init(_ password: String, cost: PasswordCost) throws(GroundError) {
        salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        self.cost = cost
        key = try Self.derive(password, salt: salt, cost: cost)
    }

    /// Reads what `text` wrote; nil for anything else.
    init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=") }
        guard numbers.count == 3, numbers.allSatisfy({ $0.count == 2 }),
            numbers.map({ $0[0] }) == ["ln", "r", "p"],
            let logRounds = Int(numbers[0][1]), let blockSize = Int(numbers[1][1]),
            let parallelism = Int(numbers[2][1]),
            let salt = Data(unpadded: parts[3]), let key = Data(unpadded: parts[4])
        else { return nil }
        cost = PasswordCost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        guard cost.isBearable, salt.count == Self.saltSize, key.count == Self.keySize else { return nil }
        self.salt = salt
        self.key = key
    }

    /// As it is stored.
    var text: String {
        "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(salt.unpadded)$\(key.unpadded)"
    }

    /// Whether it was made with that cost.
    func has(_ other: PasswordCost) -> Bool { cost == other }

    /// Whether this is the password's hash. Takes the same time whichever it is.
    func matches(_ password: String) throws(GroundError) -> Bool {
        let other = try Self.derive(password, salt: salt, cost: cost)
        return zip(key, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The same characters may be typed as one code point or several, depending on the keyboard; Vietnamese ones above all.
    private static func derive(_ password: String, salt: Data, cost: PasswordCost) throws(GroundError) -> Data {
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt,
                outputByteCount: keySize, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
                parallelism: cost.parallelism)
            return key.withUnsafeBytes { Data($0) }
        } catch {
            throw GroundError(.storage, "Hashing a password failed: there may be too little memory.")
        }
    }
}

extension Data {
    fileprivate var unpadded: String { base64EncodedString().replacing("=", with: "") }

    fileprivate init?(unpadded text: Substring) {
        guard text.utf8.count % 4 != 1, text.utf8.count <= 100 else { return nil }
        self.init(base64Encoded: text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4))
    }
}
