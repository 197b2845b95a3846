import Ground
import HTTPTypes
import Markup

/// Which language somebody is answered in: the account's, else what was chosen in this browser, else what the browser
/// asks for, else Vietnamese.
enum LanguageChoosing {
    /// The language of an answer.
    static func language(account: LanguageChoice?, in fields: HTTPFields, isSecure: Bool) -> PageLanguage {
        if let account { return account.page }
        if let chosen = Cookies.value(.language, in: fields, isSecure: isSecure).flatMap(PageLanguage.init) {
            return chosen
        }
        return negotiated(fields[.acceptLanguage] ?? "")
    }

    /// The better of the two languages by a list with weights (RFC 9110, 12.5.4); Vietnamese where it names neither.
    static func negotiated(_ accepted: String) -> PageLanguage {
        var best: (language: PageLanguage, weight: Int)?
        for range in accepted.prefix(1_000).split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let tag = parts.first?.prefix(while: { $0 != "-" }),
                let language = PageLanguage(rawValue: String(tag))
            else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { thousandths($0.dropFirst(2)) } ?? 1_000
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language ?? .vietnamese
    }

    /// `0.8` as 800; zero where it is no weight.
    private static func thousandths(_ text: Substring) -> Int {
        if text.hasPrefix("1") { return 1_000 }
        guard text.hasPrefix("0.") else { return 0 }
        let digits = text.dropFirst(2).prefix(3)
        return Int(digits + String(repeating: "0", count: 3 - digits.count)) ?? 0
    }
}

extension LanguageChoice {
    /// The language of pages.
    var page: PageLanguage { self == .vietnamese ? .vietnamese : .english }

    /// The language of accounts.
    init(_ language: PageLanguage) { self = language == .vietnamese ? .vietnamese : .english }
}
