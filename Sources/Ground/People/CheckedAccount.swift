import Scenario

/// A new account's particulars once they have been looked at.
struct CheckedAccount: Sendable {
    var login: String
    var displayName: String
    var language: LanguageChoice
    var track: Track

    init(_ new: NewAccount) throws(GroundError) {
        guard let login = Self.login(new.login) else {
            let limits = GroundLimits.login
            throw GroundError(
                .invalid,
                LocalizedText(
                    vietnamese: "Tên đăng nhập có từ \(limits.lowerBound) đến \(limits.upperBound) ký tự trong số a-z, "
                        + "0-9, dấu chấm, gạch dưới và gạch nối.",
                    english: "A login name has \(limits.lowerBound) to \(limits.upperBound) of a-z, 0-9, dot, "
                        + "underscore and hyphen."),
                field: "login")
        }
        self.login = login
        displayName = try Texts.name(new.displayName, field: "displayName")
        language = new.language
        track = new.track
        try PasswordHasher.check(new.password, login: login)
    }

    /// A login name in its stored form; nil where it cannot be one.
    static func login(_ text: String) -> String? {
        // Measured before anything is made of it: it comes from strangers.
        guard GroundLimits.login.contains(text.utf8.count) else { return nil }
        let login = text.lowercased()
        let isGood = login.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
            default: false
            }
        }
        return isGood && login.utf8.count == text.utf8.count ? login : nil
    }
}
